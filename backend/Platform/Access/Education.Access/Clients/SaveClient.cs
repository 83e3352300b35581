using Education.Access.SignIn;
using Education.Access.Users;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Access.Clients;

internal sealed record CreateClientCommand(string Name, IReadOnlyList<string> Permissions, ScopeBody Scope) : ICommand<ClientSecretResult>;

internal sealed record UpdateClientBody(string Name, IReadOnlyList<string> Permissions, ScopeBody Scope);

internal sealed record UpdateClientCommand(Guid Id, long Version, string Name, IReadOnlyList<string> Permissions, ScopeBody Scope) : ICommand<SaveClientResult>;

internal sealed record SaveClientResult(Guid Id, long Version) : IVersioned;

/// <summary>The secret, in clear for the only time.</summary>
internal sealed record ClientSecretResult(Guid Id, long Version, string Secret) : IVersioned;

internal sealed class CreateClientValidator : AbstractValidator<CreateClientCommand>
{
    public CreateClientValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Permissions).NotNull();
        RuleFor(c => c.Scope).NotNull();
    }
}

internal sealed class UpdateClientValidator : AbstractValidator<UpdateClientCommand>
{
    public UpdateClientValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Permissions).NotNull();
        RuleFor(c => c.Scope).NotNull();
    }
}

internal sealed class SaveClientHandler(AccessDbContext db, RightsGuard guard, AccountStore accounts, TimeProvider time)
    : ICommandHandler<CreateClientCommand, ClientSecretResult>, ICommandHandler<UpdateClientCommand, SaveClientResult>
{
    public async Task<ClientSecretResult> Handle(CreateClientCommand command, CancellationToken cancellationToken)
    {
        await Check(command.Permissions, command.Scope, cancellationToken);
        var client = new MachineClient(command.Name);
        client.Grant(command.Permissions, command.Scope.ToScope());
        var secret = client.RotateSecret(time.GetUtcNow().UtcDateTime);
        db.Add(client);
        await db.SaveChangesAsync(cancellationToken);
        return new(client.Id, client.Version, secret);
    }

    public async Task<SaveClientResult> Handle(UpdateClientCommand command, CancellationToken cancellationToken)
    {
        var client = await guard.FindManagedClient(command.Id, cancellationToken);
        client.ExpectVersion(command.Version);
        await Check(command.Permissions, command.Scope, cancellationToken);
        client.Rename(command.Name);
        client.Grant(command.Permissions, command.Scope.ToScope());
        await db.SaveChangesAsync(cancellationToken);
        return new(client.Id, client.Version);
    }

    private async Task Check(IReadOnlyList<string> permissions, ScopeBody scope, CancellationToken cancellationToken)
    {
        List<FieldError> errors = permissions.All(accounts.AllPermissions.Contains) ? [] : [new("permissions", "unknown-value")];
        errors.AddRange(await guard.CheckScope(scope, cancellationToken));
        if (errors.Count > 0)
        {
            throw new InvalidFields(errors);
        }

        guard.CheckPermissions(permissions);
    }
}

internal static class SaveClientEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        // No Idempotency-Key: the stored answer would keep the secret in clear.
        routes.MapPost("/clients", async (CreateClientCommand command, IDispatcher dispatcher, CancellationToken token) =>
            {
                var result = await dispatcher.Send(command, token);
                return TypedResults.Created($"/api/v1/access/clients/{result.Id}", result);
            })
            .WithName("CreateClient").WithSummary("Adds a machine client; the answer holds its secret, this once").RequirePermission(AccessPermissions.ManageClients);
        routes.MapPut("/clients/{id:guid}", (Guid id, UpdateClientBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new UpdateClientCommand(id, ifMatch.Version, body.Name, body.Permissions, body.Scope), token))
            .WithName("UpdateClient").WithSummary("Changes name, permissions and scope").WithIfMatch().RequirePermission(AccessPermissions.ManageClients);
    }
}
