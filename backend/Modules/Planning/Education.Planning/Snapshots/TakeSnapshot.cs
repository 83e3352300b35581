using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Planning.Indicators;
using Education.Planning.Reports;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Snapshots;

internal sealed record TakeSnapshotCommand(string Chapter, string Period, string TerritoryCode) : ICommand<StartedJob>;

internal sealed class TakeSnapshotValidator : AbstractValidator<TakeSnapshotCommand>
{
    public TakeSnapshotValidator()
    {
        RuleFor(c => c.Chapter).NotEmpty().MaximumLength(40);
        RuleFor(c => c.Period).Must(period => ReportingPeriod.TryParse(period, out _)).WithCode("planning.period-format");
        RuleFor(c => c.TerritoryCode).Must(code => KatoCode.TryParse(code, out _, out _)).WithCode("planning.territory-format");
    }
}

internal sealed class TakeSnapshotHandler(PlanningDbContext db, IndicatorBook book, CurrentUser user, JobSignal jobs)
    : ICommandHandler<TakeSnapshotCommand, StartedJob>
{
    public async Task<StartedJob> Handle(TakeSnapshotCommand command, CancellationToken cancellationToken)
    {
        book.Chapter(command.Chapter);
        var root = user.Scope.TerritoryCode;
        if (!user.Scope.Everything && !await db.Set<TerritoryClosure>()
                .AnyAsync(c => c.AncestorCode == root && c.DescendantCode == command.TerritoryCode, cancellationToken))
        {
            throw new NotFound("Territory", command.TerritoryCode);
        }

        var period = ReportingPeriod.Parse(command.Period).Code;
        var job = db.Enqueue(TakeSnapshotJob.Name, new FigureSubject(command.Chapter, period, command.TerritoryCode));
        await db.SaveChangesAsync(cancellationToken);
        jobs.Raise();
        return new(job.Id);
    }
}

/// <summary>Takes the figures as they are now. Saves once; the same figures again give the snapshot that is there.</summary>
internal sealed class TakeSnapshotJob(PlanningDbContext db, CurrentFigures current, SnapshotShelf shelf) : JobHandler
{
    public const string Name = "planning.snapshot";

    public override string Kind => Name;

    public override async Task<object?> Run(JobContext job, CancellationToken cancellationToken)
    {
        job.Report(10, "planning.step.figures");
        var set = await current.Of(job.Args<FigureSubject>(), cancellationToken);
        job.Report(80, "planning.step.keep");
        var snapshot = await shelf.Keep(set, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new TakeSnapshotOutcome(snapshot.Id, snapshot.Number, snapshot.Sha256);
    }
}

internal sealed record TakeSnapshotOutcome(Guid Id, int Number, string Sha256);

internal static class TakeSnapshotEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/snapshots", async (TakeSnapshotCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var started = await dispatcher.Send(command, token);
            return TypedResults.Accepted($"/api/v1/jobs/{started.JobId}", started);
        })
        .WithName("TakeSnapshot").WithSummary("Keeps the figures of a chapter, period and territory, as a job")
        .WithIdempotency().RequirePermission(PlanningPermissions.WriteReports);
}
