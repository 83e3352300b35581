using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Network;

internal sealed record DeleteNetworkChangeCommand(Guid Id, long Version) : ICommand<DeleteNetworkChangeResult>;

internal sealed record DeleteNetworkChangeResult;

internal sealed class DeleteNetworkChangeValidator : AbstractValidator<DeleteNetworkChangeCommand>
{
    public DeleteNetworkChangeValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeleteNetworkChangeHandler(PreschoolDbContext db) : ICommandHandler<DeleteNetworkChangeCommand, DeleteNetworkChangeResult>
{
    public async Task<DeleteNetworkChangeResult> Handle(DeleteNetworkChangeCommand command, CancellationToken cancellationToken)
    {
        var change = await db.Scoped<NetworkChange>().SingleOrDefaultAsync(c => c.Id == command.Id, cancellationToken)
            ?? throw new NotFound("NetworkChange", command.Id);
        change.ExpectVersion(command.Version);
        db.Remove(change);
        await db.SaveChangesAsync(cancellationToken);
        return new();
    }
}

internal static class DeleteNetworkChangeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/network-changes/{id:guid}", async (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
        {
            await dispatcher.Send(new DeleteNetworkChangeCommand(id, ifMatch.Version), token);
            return TypedResults.NoContent();
        })
        .WithName("DeleteNetworkChange").WithSummary("Deletes a change of the network that was entered by mistake").WithIfMatch()
        .RequirePermission(PreschoolPermissions.WriteNetwork);
}
