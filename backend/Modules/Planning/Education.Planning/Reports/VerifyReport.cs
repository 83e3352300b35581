using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.Planning.Reports.Docx;
using Education.Planning.Reports.Engine;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Reports;

internal sealed record VerifyReportQuery(Guid Id) : IQuery<VerifyReportResult>;

/// <param name="Sha256">Hash taken at the approval.</param>
/// <param name="Holds">Figures, templates and documents are those that were approved.</param>
/// <param name="Reproduces">Writing it again from the kept figures and templates gives the same bytes in both languages.</param>
internal sealed record VerifyReportResult(string Sha256, bool Holds, bool Reproduces);

internal sealed class VerifyReportHandler(PlanningDbContext db, ReportPress press) : IQueryHandler<VerifyReportQuery, VerifyReportResult>
{
    public async Task<VerifyReportResult> Handle(VerifyReportQuery query, CancellationToken cancellationToken)
    {
        var report = await press.Find(query.Id, cancellationToken);
        if (report.State != ReportState.Approved)
        {
            throw new RuleViolation("planning.report-not-approved");
        }

        var frozen = await db.FrozenReports.AsNoTracking().SingleOrDefaultAsync(f => f.ReportId == report.Id, cancellationToken);
        if (frozen is null || !frozen.Holds(report.Sha256))
        {
            return new(report.Sha256!, Holds: false, Reproduces: false);
        }

        try
        {
            var set = await press.Figures(report, null, cancellationToken);
            var holds = Indicators.FigureSetJson.Hash(set) == frozen.FiguresSha256;
            return new(report.Sha256!, holds, holds && Same(Language.Kk) && Same(Language.Ru));

            bool Same(Language language)
            {
                var template = ReportTemplate.Read(set.Report, language, frozen.Template(language));
                return press.Render(set, language, template).ToHtml() == frozen.Html(language)
                    && DocxReportWriter.Write(press.Render(set, language, template)).AsSpan().SequenceEqual(frozen.Docx(language));
            }
        }
        catch (RuleViolation)
        {
            // The snapshot is damaged, or the program no longer understands the template: the kept documents still stand.
            return new(report.Sha256!, Holds: false, Reproduces: false);
        }
    }
}

internal static class VerifyReportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/reports/{id:guid}/verification", (Guid id, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new VerifyReportQuery(id), token))
        .WithName("VerifyReport").WithSummary("Whether an approved report is what was approved, and can be written again to the byte")
        .RequirePermission(PlanningPermissions.ReadReports);
}
