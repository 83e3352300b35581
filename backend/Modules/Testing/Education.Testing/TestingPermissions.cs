namespace Education.Testing;

/// <summary>Permissions of the module.</summary>
internal static class TestingPermissions
{
    /// <summary>See results by school and subject, league table, comparison.</summary>
    public const string Read = "testing.read";

    /// <summary>See results of single participants (ИИН masked).</summary>
    public const string ReadParticipants = "testing.participants.read";

    /// <summary>Import results, enter sessions.</summary>
    public const string Write = "testing.write";
}
