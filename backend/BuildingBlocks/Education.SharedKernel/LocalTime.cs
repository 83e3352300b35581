namespace Education.SharedKernel;

/// <summary>Days in Kazakhstan. Instants are stored in UTC; a day of a deadline, of the audit log or of a register is a day in Asia/Almaty.</summary>
public static class LocalTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    /// <summary>Today in Kazakhstan.</summary>
    public static DateOnly Today(this TimeProvider time) => DayOf(time.GetUtcNow().UtcDateTime);

    /// <summary>The day in Kazakhstan in which an instant falls.</summary>
    /// <param name="utc">UTC, whatever its <see cref="DateTime.Kind"/> says.</param>
    public static DateOnly DayOf(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone));

    /// <summary>The instant, UTC, at which a day begins in Kazakhstan.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(default), Zone);
}
