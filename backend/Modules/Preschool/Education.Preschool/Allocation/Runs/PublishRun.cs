using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Runs;

internal sealed record PublishRunCommand(Guid Id, long Version) : ICommand<RunRow>;

internal sealed class PublishRunValidator : AbstractValidator<PublishRunCommand>
{
    public PublishRunValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class PublishRunHandler(PreschoolDbContext db, RunView view, JobSignal jobs) : ICommandHandler<PublishRunCommand, RunRow>
{
    public async Task<RunRow> Handle(PublishRunCommand command, CancellationToken cancellationToken)
    {
        var run = await db.Scoped<AllocationRun>().SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken) ?? throw new NotFound("AllocationRun", command.Id);
        run.ExpectVersion(command.Version);
        run.StartPublishing(db.Enqueue(PublishRunJob.Name, new RunJobArgs(run.Id)).Id);
        await db.SaveChangesAsync(cancellationToken);
        jobs.Raise();
        return await view.Row(run, cancellationToken);
    }
}

internal static class PublishRunEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/allocation/runs/{id:guid}/publication", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new PublishRunCommand(id, ifMatch.Version), token))
        .WithName("PublishAllocationRun").WithSummary("Starts the job that publishes an approved run").WithIfMatch().RequirePermission(PreschoolPermissions.WriteAllocation);
}
