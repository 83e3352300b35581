using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Allocation.Runs;

/// <param name="TerritoryCode">Every queue at or below takes part.</param>
internal sealed record StartRunCommand(string TerritoryCode) : ICommand<StartRunResult>;

internal sealed record StartRunResult(Guid Id, Guid JobId);

internal sealed class StartRunValidator : AbstractValidator<StartRunCommand>
{
    public StartRunValidator() => RuleFor(c => c.TerritoryCode).Must(code => KatoCode.TryParse(code, out _, out _)).WithCode("preschool.territory-format");
}

internal sealed class StartRunHandler(PreschoolDbContext db, JobSignal jobs, CurrentUser user, TimeProvider time) : ICommandHandler<StartRunCommand, StartRunResult>
{
    public async Task<StartRunResult> Handle(StartRunCommand command, CancellationToken cancellationToken)
    {
        var run = new AllocationRun(command.TerritoryCode, time.Today(), user.Id);
        db.Add(run);
        var job = db.Enqueue(DraftRunJob.Name, new RunJobArgs(run.Id));
        run.Work(job.Id);
        await db.SaveChangesAsync(cancellationToken);
        jobs.Raise();
        return new(run.Id, job.Id);
    }
}

internal static class StartRunEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/allocation/runs", async (StartRunCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var started = await dispatcher.Send(command, token);
            return TypedResults.Accepted($"/api/v1/jobs/{started.JobId}", started);
        })
        .WithName("StartAllocationRun").WithSummary("Starts the job that drafts an allocation of open places")
        .WithIdempotency().RequirePermission(PreschoolPermissions.WriteAllocation);
}
