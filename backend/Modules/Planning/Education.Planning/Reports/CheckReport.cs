using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Planning.Checks;
using Education.Planning.Indicators;
using Education.Planning.Reports.Findings;
using Education.Planning.Snapshots;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Planning.Reports;

internal sealed record CheckReportCommand(Guid Id, long Version) : ICommand<StartedJob>;

/// <param name="JobId">Follow it at <c>/api/v1/jobs/{id}</c>.</param>
internal sealed record StartedJob(Guid JobId);

internal sealed class CheckReportValidator : AbstractValidator<CheckReportCommand>
{
    public CheckReportValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class CheckReportHandler(PlanningDbContext db, ReportPress press, JobSignal jobs) : ICommandHandler<CheckReportCommand, StartedJob>
{
    public async Task<StartedJob> Handle(CheckReportCommand command, CancellationToken cancellationToken)
    {
        var report = await press.Find(command.Id, cancellationToken);
        report.ExpectVersion(command.Version);
        report.RefuseWhenApproved();
        var job = db.Enqueue(CheckReportJob.Name, new CheckReportArgs(report.Id));
        await db.SaveChangesAsync(cancellationToken);
        jobs.Raise();
        return new(job.Id);
    }
}

internal sealed record CheckReportArgs(Guid ReportId);

/// <summary>Takes the figures as they are now, runs the checks over them and what is printed. One save: a job begun again does it all anew.</summary>
internal sealed class CheckReportJob(
    PlanningDbContext db, ReportPress press, CurrentFigures current, SnapshotShelf shelf, ReportChecks checks, TimeProvider time) : JobHandler
{
    public const string Name = "planning.check";

    public override string Kind => Name;

    public override async Task<object?> Run(JobContext job, CancellationToken cancellationToken)
    {
        var report = await press.Find(job.Args<CheckReportArgs>().ReportId, cancellationToken);
        report.RefuseWhenApproved();
        job.Report(10, "planning.step.figures");
        var set = await current.Of(new FigureSubject(report.Chapter, report.Period, report.TerritoryCode), cancellationToken);
        job.Report(60, "planning.step.checks");
        var findings = await checks.Run(report, set, cancellationToken);
        var snapshot = await shelf.Keep(set, cancellationToken);
        await checks.Replace(report, findings, cancellationToken);
        report.Check(snapshot, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        return new CheckReportOutcome(report.Id, snapshot.Id, findings.Count, findings.Count(f => f.Severity == Checks.Severity.Error));
    }
}

internal sealed record CheckReportOutcome(Guid ReportId, Guid SnapshotId, int Findings, int Errors);

internal static class CheckReportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/reports/{id:guid}/check", async (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
        {
            var started = await dispatcher.Send(new CheckReportCommand(id, ifMatch.Version), token);
            return TypedResults.Accepted($"/api/v1/jobs/{started.JobId}", started);
        })
        .WithName("CheckReport").WithSummary("Takes a snapshot of the figures and runs the checks, as a job")
        .WithIfMatch().RequirePermission(PlanningPermissions.WriteReports);
}
