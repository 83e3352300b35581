using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Territories;

internal sealed record RemoveTerritoryCodeChangeCommand(Guid Id, long Version) : ICommand<RemoveTerritoryCodeChangeResult>;

internal sealed record RemoveTerritoryCodeChangeResult(Guid Id);

internal sealed class RemoveTerritoryCodeChangeValidator : AbstractValidator<RemoveTerritoryCodeChangeCommand>
{
    public RemoveTerritoryCodeChangeValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RemoveTerritoryCodeChangeHandler(RegistryDbContext db)
    : ICommandHandler<RemoveTerritoryCodeChangeCommand, RemoveTerritoryCodeChangeResult>
{
    public async Task<RemoveTerritoryCodeChangeResult> Handle(RemoveTerritoryCodeChangeCommand command, CancellationToken cancellationToken)
    {
        var change = await db.TerritoryCodeChanges.SingleOrDefaultAsync(c => c.Id == command.Id, cancellationToken)
            ?? throw new NotFound("TerritoryCodeChange", command.Id);
        change.ExpectVersion(command.Version);
        var old = await db.Territories.SingleOrDefaultAsync(t => t.Code == change.OldCode, cancellationToken);
        old?.ValidAgain();
        db.Remove(change);
        await db.SaveChangesAsync(cancellationToken);
        return new(change.Id);
    }
}

internal static class RemoveTerritoryCodeChangeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/territory-code-changes/{id:guid}", async (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
        {
            await dispatcher.Send(new RemoveTerritoryCodeChangeCommand(id, ifMatch.Version), token);
            return TypedResults.NoContent();
        })
        .WithName("RemoveTerritoryCodeChange").WithSummary("Takes back a line of the crosswalk entered by mistake")
        .WithIfMatch().RequirePermission(RegistryPermissions.WriteTerritories);
}
