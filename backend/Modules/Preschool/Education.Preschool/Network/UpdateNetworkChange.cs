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

internal sealed record UpdateNetworkChangeCommand(Guid Id, long Version, NetworkChangeBody Change) : ICommand<NetworkChangeRow>;

internal sealed class UpdateNetworkChangeValidator : AbstractValidator<UpdateNetworkChangeCommand>
{
    public UpdateNetworkChangeValidator() => RuleFor(c => c.Change).NotNull().SetValidator(new NetworkChangeBodyValidator()).OverridePropertyName("");
}

internal sealed class UpdateNetworkChangeHandler(PreschoolDbContext db, Kindergartens kindergartens) : ICommandHandler<UpdateNetworkChangeCommand, NetworkChangeRow>
{
    public async Task<NetworkChangeRow> Handle(UpdateNetworkChangeCommand command, CancellationToken cancellationToken)
    {
        var change = await db.Scoped<NetworkChange>().SingleOrDefaultAsync(c => c.Id == command.Id, cancellationToken)
            ?? throw new NotFound("NetworkChange", command.Id);
        change.ExpectVersion(command.Version);
        if (command.Change.InstitutionId is { } institution && institution != change.InstitutionId)
        {
            await kindergartens.Require(institution, cancellationToken);
        }

        change.Set(command.Change.Facts);
        await db.SaveChangesAsync(cancellationToken);
        return NetworkChangeRow.Of(change);
    }
}

internal static class UpdateNetworkChangeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/network-changes/{id:guid}", (Guid id, NetworkChangeBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new UpdateNetworkChangeCommand(id, ifMatch.Version, body), token))
        .WithName("UpdateNetworkChange").WithSummary("Changes an opening, expansion or renaming: also tells that the planned one took place")
        .WithIfMatch().RequirePermission(PreschoolPermissions.WriteNetwork);
}
