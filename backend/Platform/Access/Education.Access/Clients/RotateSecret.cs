using Education.Access.Users;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Access.Clients;

internal sealed record RotateSecretCommand(Guid Id) : ICommand<ClientSecretResult>;

internal sealed record RevokeClientCommand(Guid Id) : ICommand<SaveClientResult>;

internal sealed class RotateSecretValidator : AbstractValidator<RotateSecretCommand>
{
    public RotateSecretValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RevokeClientValidator : AbstractValidator<RevokeClientCommand>
{
    public RevokeClientValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RotateSecretHandler(AccessDbContext db, RightsGuard guard, TimeProvider time)
    : ICommandHandler<RotateSecretCommand, ClientSecretResult>, ICommandHandler<RevokeClientCommand, SaveClientResult>
{
    public async Task<ClientSecretResult> Handle(RotateSecretCommand command, CancellationToken cancellationToken)
    {
        var client = await guard.FindManagedClient(command.Id, cancellationToken);
        var secret = client.RotateSecret(time.GetUtcNow().UtcDateTime);
        db.Record(nameof(MachineClient), client.Id, "secret-rotated");
        await db.SaveChangesAsync(cancellationToken);
        return new(client.Id, client.Version, secret);
    }

    public async Task<SaveClientResult> Handle(RevokeClientCommand command, CancellationToken cancellationToken)
    {
        var client = await guard.FindManagedClient(command.Id, cancellationToken);
        if (!client.IsRevoked)
        {
            client.Revoke();
            db.Record(nameof(MachineClient), client.Id, "revoked");
            await db.SaveChangesAsync(cancellationToken);
        }

        return new(client.Id, client.Version);
    }
}

internal static class RotateSecretEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/clients/{id:guid}/secret", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new RotateSecretCommand(id), token))
            .WithName("RotateClientSecret").WithSummary("Makes a new secret; the old one and its tokens end").RequirePermission(AccessPermissions.ManageClients);
        routes.MapPost("/clients/{id:guid}/revoke", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new RevokeClientCommand(id), token))
            .WithName("RevokeClient").WithSummary("Ends a client for good").RequirePermission(AccessPermissions.ManageClients);
    }
}
