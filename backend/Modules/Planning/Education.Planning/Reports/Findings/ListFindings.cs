using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Planning.Checks;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Reports.Findings;

internal sealed record ListFindingsQuery : ListQuery, IQuery<PagedResult<FindingRow>>
{
    public Guid? ReportId { get; init; }

    public Severity? Severity { get; init; }

    /// <summary>True: errors that nobody has explained.</summary>
    public bool? Open { get; init; }
}

/// <param name="RuleName">Name of the rule in the reader's language.</param>
internal sealed record FindingRow(
    Guid Id, long Version, Guid ReportId, string Rule, string RuleName, Severity Severity, LocalizedText Place, string Printed, string Recomputed,
    LocalizedText Why, string? Reason, string? AcknowledgedBy, DateTime? AcknowledgedAt);

internal sealed class ListFindingsHandler(PlanningDbContext db, TextOf texts, CurrentUser user) : IQueryHandler<ListFindingsQuery, PagedResult<FindingRow>>
{
    private static readonly SortMap<ReportFinding> Sorts = new SortMap<ReportFinding>(f => f.Id)
        .By("severity", f => f.Severity).By("rule", f => f.Rule).By("place", f => f.Place.Kk);

    public async Task<PagedResult<FindingRow>> Handle(ListFindingsQuery query, CancellationToken cancellationToken)
    {
        var findings = db.Scoped<ReportFinding>().AsNoTracking();
        findings = query.ReportId is { } report ? findings.Where(f => f.ReportId == report) : findings;
        findings = query.Severity is { } severity ? findings.Where(f => f.Severity == severity) : findings;
        findings = query.Open switch
        {
            true => findings.Where(f => f.Severity == Severity.Error && f.Reason == null),
            false => findings.Where(f => f.Severity != Severity.Error || f.Reason != null),
            null => findings,
        };
        findings = query.Q is { Length: > 0 } text ? findings.Where(f => f.Place.Kk.Contains(text) || f.Place.Ru.Contains(text)) : findings;
        var page = await findings.ToPage(query, Sorts, "severity,place", rows => rows, cancellationToken);
        return new([.. page.Items.Select(Row)], page.Page, page.PageSize, page.Total);
    }

    private FindingRow Row(ReportFinding f) => new(
        f.Id, f.Version, f.ReportId, f.Rule, texts("planning.rule." + f.Rule).In(user.Language), f.Severity, f.Place, f.Printed, f.Recomputed, f.Why,
        f.Reason, f.AcknowledgedBy, f.AcknowledgedAt);
}

internal static class ListFindingsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/findings", ([AsParameters] ListFindingsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListFindings").WithSummary("What the checks found in reports").AcceptsQuery<ListFindingsQuery>()
        .RequirePermission(PlanningPermissions.ReadReports);
}
