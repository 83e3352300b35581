namespace Education.Registry;

/// <summary>Rights of the Registry's endpoints; texts are <c>permission.&lt;code&gt;</c>.</summary>
internal static class RegistryPermissions
{
    public const string ReadInstitutions = "registry.institutions.read";
    public const string WriteInstitutions = "registry.institutions.write";
    public const string ReadTerritories = "registry.territories.read";
    public const string WriteTerritories = "registry.territories.write";
    public const string ReadParameters = "registry.parameters.read";
    public const string WriteParameters = "registry.parameters.write";
    public const string ReadCalendar = "registry.calendar.read";
    public const string WriteCalendar = "registry.calendar.write";

    public static IReadOnlyList<string> All { get; } =
    [
        ReadInstitutions, WriteInstitutions, ReadTerritories, WriteTerritories, ReadParameters, WriteParameters, ReadCalendar, WriteCalendar,
    ];
}
