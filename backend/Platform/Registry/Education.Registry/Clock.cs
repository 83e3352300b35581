namespace Education.Registry;

/// <summary>Dates of the Registry are days in Kazakhstan.</summary>
internal static class Clock
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    /// <summary>Today in Kazakhstan.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime);
}
