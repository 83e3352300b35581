using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Planning.Indicators;
using Education.Planning.Reports.Findings;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Planning.Reports;

internal sealed record ApproveReportCommand(Guid Id, long Version) : ICommand<ApproveReportResult>;

internal sealed record ApproveReportResult(Guid Id, long Version, string Sha256) : IVersioned;

internal sealed class ApproveReportValidator : AbstractValidator<ApproveReportCommand>
{
    public ApproveReportValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ApproveReportHandler(PlanningDbContext db, ReportPress press, ReportChecks checks, CurrentUser user, TimeProvider time)
    : ICommandHandler<ApproveReportCommand, ApproveReportResult>
{
    public async Task<ApproveReportResult> Handle(ApproveReportCommand command, CancellationToken cancellationToken)
    {
        var report = await press.Find(command.Id, cancellationToken);
        report.ExpectVersion(command.Version);
        report.RefuseWhenApproved();
        if (report.State != ReportState.Checked)
        {
            throw new RuleViolation("planning.report-not-checked");
        }

        var set = await press.Figures(report, null, cancellationToken);
        var open = await checks.OpenErrors(report, await checks.Run(report, set, cancellationToken), cancellationToken);
        var frozen = FrozenReport.Of(report.Id, FigureSetJson.Hash(set), press.Print(set, Language.Kk), press.Print(set, Language.Ru));
        report.Approve(user.Context.UserName, time.GetUtcNow().UtcDateTime, open, frozen.Hash());
        db.Add(frozen);
        await db.SaveChangesAsync(cancellationToken);
        return new(report.Id, report.Version, report.Sha256!);
    }
}

internal static class ApproveReportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/reports/{id:guid}/approval", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ApproveReportCommand(id, ifMatch.Version), token))
        .WithName("ApproveReport").WithSummary("Approves a checked report and freezes it in both languages")
        .WithIfMatch().RequirePermission(PlanningPermissions.ApproveReports);
}
