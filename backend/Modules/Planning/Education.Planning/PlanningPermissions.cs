namespace Education.Planning;

/// <summary>Rights of the module's endpoints.</summary>
internal static class PlanningPermissions
{
    public const string ReadReports = "planning.reports.read";
    public const string WriteReports = "planning.reports.write";
    public const string ApproveReports = "planning.reports.approve";
    public const string ReadIndicators = "planning.indicators.read";
    public const string WriteChecks = "planning.checks.write";

    public static IReadOnlyList<string> All { get; } = [ReadReports, WriteReports, ApproveReports, ReadIndicators, WriteChecks];
}
