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

internal sealed record DiscardRunCommand(Guid Id, long Version) : ICommand<RunRow>;

internal sealed class DiscardRunValidator : AbstractValidator<DiscardRunCommand>
{
    public DiscardRunValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DiscardRunHandler(PreschoolDbContext db, RunView view) : ICommandHandler<DiscardRunCommand, RunRow>
{
    public async Task<RunRow> Handle(DiscardRunCommand command, CancellationToken cancellationToken)
    {
        var run = await db.Scoped<AllocationRun>().SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken) ?? throw new NotFound("AllocationRun", command.Id);
        run.ExpectVersion(command.Version);
        run.Discard();
        await db.SaveChangesAsync(cancellationToken);
        return await view.Row(run, cancellationToken);
    }
}

internal static class DiscardRunEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/allocation/runs/{id:guid}/discard", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new DiscardRunCommand(id, ifMatch.Version), token))
        .WithName("DiscardAllocationRun").WithSummary("Gives a run up before it is published").WithIfMatch().RequirePermission(PreschoolPermissions.WriteAllocation);
}
