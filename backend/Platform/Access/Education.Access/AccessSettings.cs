namespace Education.Access;

/// <summary>Section <c>Access</c> of the configuration.</summary>
internal sealed class AccessSettings
{
    /// <summary>Wrong passwords for one user name before it is locked out.</summary>
    public int LockOutAfter { get; set; } = 5;

    /// <summary>Minutes a lock-out lasts, and minutes after which wrong passwords are forgotten.</summary>
    public int LockOutMinutes { get; set; } = 15;

    /// <summary>Hours without a request after which a session ends.</summary>
    public int SessionHours { get; set; } = 8;

    /// <summary>Days after which a session ends however busy it was.</summary>
    public int SessionDays { get; set; } = 7;

    /// <summary>Minutes a machine client's token lives.</summary>
    public int TokenMinutes { get; set; } = 60;
}
