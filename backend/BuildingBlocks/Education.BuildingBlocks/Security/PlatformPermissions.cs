namespace Education.BuildingBlocks.Security;

/// <summary>Permissions of the platform's own endpoints.</summary>
public static class PlatformPermissions
{
    /// <summary>Dead letters, all users' jobs.</summary>
    public const string Operate = "platform.operate";

    /// <summary>Read the audit log.</summary>
    public const string ReadAudit = "platform.audit.read";

    /// <summary>Follow the change feed.</summary>
    public const string ReadChanges = "platform.changes.read";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Operate, ReadAudit, ReadChanges];
}
