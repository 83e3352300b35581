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

internal sealed record ApproveRunCommand(Guid Id, long Version) : ICommand<RunRow>;

internal sealed class ApproveRunValidator : AbstractValidator<ApproveRunCommand>
{
    public ApproveRunValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ApproveRunHandler(PreschoolDbContext db, RunView view, CurrentUser user) : ICommandHandler<ApproveRunCommand, RunRow>
{
    public async Task<RunRow> Handle(ApproveRunCommand command, CancellationToken cancellationToken)
    {
        var run = await db.Scoped<AllocationRun>().SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken) ?? throw new NotFound("AllocationRun", command.Id);
        run.ExpectVersion(command.Version);
        run.Approve(user.Id);
        await db.SaveChangesAsync(cancellationToken);
        return await view.Row(run, cancellationToken);
    }
}

internal static class ApproveRunEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/allocation/runs/{id:guid}/approval", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ApproveRunCommand(id, ifMatch.Version), token))
        .WithName("ApproveAllocationRun").WithSummary("Approves a draft; not by the one who made it").WithIfMatch().RequirePermission(PreschoolPermissions.ApproveAllocation);
}
