using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Planning.Checks;
using Education.Planning.Snapshots;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Reports;

internal sealed record GetReportQuery(Guid Id) : IQuery<ReportCard>;

/// <param name="Snapshot">The figures it stands on; null for a draft, which shows the records as they are now.</param>
/// <param name="Findings">Findings of the last check, explained ones too.</param>
/// <param name="OpenErrors">Those that keep it from being approved.</param>
/// <param name="SupersededById">The newer approved report, when there is one.</param>
internal sealed record ReportCard(
    Guid Id, long Version, string Chapter, LocalizedText ChapterTitle, string Period, LocalizedText PeriodName, string TerritoryCode,
    LocalizedText TerritoryName, int Number, ReportState State, ReportSnapshot? Snapshot, int Findings, int OpenErrors, DateTime? CheckedAt,
    DateTime? ApprovedAt, string? ApprovedBy, string? Sha256, Guid? SupersedesId, Guid? SupersededById) : IVersioned;

internal sealed record ReportSnapshot(Guid Id, int Number, string Sha256, DateTime TakenAt);

internal sealed class GetReportHandler(PlanningDbContext db, ReportPress press) : IQueryHandler<GetReportQuery, ReportCard>
{
    public async Task<ReportCard> Handle(GetReportQuery query, CancellationToken cancellationToken)
    {
        var report = await press.Find(query.Id, cancellationToken);
        var snapshot = await db.Scoped<Snapshot>().Where(s => s.Id == report.SnapshotId)
            .Select(s => new ReportSnapshot(s.Id, s.Number, s.Sha256, s.CreatedAt)).SingleOrDefaultAsync(cancellationToken);
        var findings = db.Scoped<ReportFinding>().Where(f => f.ReportId == report.Id);
        var newer = await db.Scoped<Report>().Where(r => r.SupersedesId == report.Id && r.State == ReportState.Approved)
            .Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellationToken);
        return new(
            report.Id, report.Version, report.Chapter, ListReportsHandler.ChapterTitle(report.Chapter), report.Period,
            ReportingPeriod.Parse(report.Period).Name, report.TerritoryCode, report.TerritoryName, report.Number, report.State, snapshot,
            await findings.CountAsync(cancellationToken),
            await findings.CountAsync(f => f.Severity == Severity.Error && f.Reason == null, cancellationToken),
            report.CheckedAt, report.ApprovedAt, report.ApprovedBy, report.Sha256, report.SupersedesId, newer);
    }
}

internal static class GetReportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/reports/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetReportQuery(id), token))
        .WithName("GetReport").WithSummary("A report: state, figures it stands on, findings").RequirePermission(PlanningPermissions.ReadReports);
}
