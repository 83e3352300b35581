using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Planning.Checks;
using Education.Planning.Reports.Templates;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Reports;

internal sealed record ListReportsQuery : ListQuery, IQuery<PagedResult<ReportRow>>
{
    public ReportState? State { get; init; }

    public string? Period { get; init; }

    /// <summary>КАТО code of the report's own territory.</summary>
    public string? Territory { get; init; }
}

/// <param name="ChapterTitle">Title of the chapter; the code when the product has no such chapter any more.</param>
/// <param name="OpenErrors">Errors of the last check that nobody has explained.</param>
internal sealed record ReportRow(
    Guid Id, long Version, string Chapter, LocalizedText ChapterTitle, string Period, string TerritoryCode, LocalizedText TerritoryName, int Number,
    ReportState State, int OpenErrors, DateTime ModifiedAt, DateTime? ApprovedAt);

internal sealed class ListReportsHandler(PlanningDbContext db) : IQueryHandler<ListReportsQuery, PagedResult<ReportRow>>
{
    private static readonly SortMap<Report> Sorts = new SortMap<Report>(r => r.Id)
        .By("period", r => r.Period).By("territory", r => r.TerritoryCode).By("number", r => r.Number)
        .By("state", r => r.State).By("modifiedAt", r => r.ModifiedAt).By("approvedAt", r => r.ApprovedAt);

    public async Task<PagedResult<ReportRow>> Handle(ListReportsQuery query, CancellationToken cancellationToken)
    {
        var reports = db.Scoped<Report>().AsNoTracking();
        reports = query.State is { } state ? reports.Where(r => r.State == state) : reports;
        reports = query.Period is { Length: > 0 } period ? reports.Where(r => r.Period == period) : reports;
        reports = query.Territory is { Length: > 0 } territory ? reports.Where(r => r.TerritoryCode == territory) : reports;
        reports = query.Q is { Length: > 0 } text
            ? reports.Where(r => r.TerritoryName.Kk.Contains(text) || r.TerritoryName.Ru.Contains(text) || r.Period == text)
            : reports;
        var findings = db.Scoped<ReportFinding>().Where(f => f.Severity == Severity.Error && f.Reason == null);
        var page = await reports.ToPage(
            query, Sorts, "-period,-number",
            rows => rows.Select(r => new { Report = r, Open = findings.Count(f => f.ReportId == r.Id) }), cancellationToken);
        return new([.. page.Items.Select(i => Row(i.Report, i.Open))], page.Page, page.PageSize, page.Total);
    }

    private static ReportRow Row(Report report, int open) => new(
        report.Id, report.Version, report.Chapter, ChapterTitle(report.Chapter), report.Period, report.TerritoryCode, report.TerritoryName,
        report.Number, report.State, open, report.ModifiedAt, report.ApprovedAt);

    public static LocalizedText ChapterTitle(string chapter) =>
        ShippedTemplates.Chapters.FirstOrDefault(c => c.Code == chapter)?.Title ?? new LocalizedText(chapter, chapter, chapter);
}

internal static class ListReportsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/reports", ([AsParameters] ListReportsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListReports").WithSummary("Reports with their states").AcceptsQuery<ListReportsQuery>()
        .RequirePermission(PlanningPermissions.ReadReports);
}
