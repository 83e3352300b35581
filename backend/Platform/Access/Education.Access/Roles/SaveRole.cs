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
using Microsoft.EntityFrameworkCore;

namespace Education.Access.Roles;

internal sealed record CreateRoleCommand(string Code, LocalizedText Name, IReadOnlyList<string> Permissions) : ICommand<SaveRoleResult>;

internal sealed record UpdateRoleBody(LocalizedText Name, IReadOnlyList<string> Permissions);

internal sealed record UpdateRoleCommand(Guid Id, long Version, LocalizedText Name, IReadOnlyList<string> Permissions) : ICommand<SaveRoleResult>;

internal sealed record SaveRoleResult(Guid Id, long Version) : IVersioned;

internal sealed class CreateRoleValidator : AbstractValidator<CreateRoleCommand>
{
    public CreateRoleValidator()
    {
        RuleFor(c => c.Code).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(Role.MaxCode).Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\z");
        RuleFor(c => c.Name).NotNull().SetValidator(new RoleNameValidator());
        RuleFor(c => c.Permissions).NotNull();
    }
}

internal sealed class UpdateRoleValidator : AbstractValidator<UpdateRoleCommand>
{
    public UpdateRoleValidator()
    {
        RuleFor(c => c.Name).NotNull().SetValidator(new RoleNameValidator());
        RuleFor(c => c.Permissions).NotNull();
    }
}

internal sealed class RoleNameValidator : AbstractValidator<LocalizedText>
{
    public RoleNameValidator()
    {
        RuleFor(n => n.Kk).NotEmpty().MaximumLength(200);
        RuleFor(n => n.Ru).NotEmpty().MaximumLength(200);
        RuleFor(n => n.En).MaximumLength(200);
    }
}

/// <summary>Roles are everybody's: who changes them must see everything, and have himself what he gives or takes.</summary>
internal sealed class SaveRoleHandler(AccessDbContext db, RightsGuard guard, CurrentUser actor, AccountStore accounts)
    : ICommandHandler<CreateRoleCommand, SaveRoleResult>, ICommandHandler<UpdateRoleCommand, SaveRoleResult>
{
    public async Task<SaveRoleResult> Handle(CreateRoleCommand command, CancellationToken cancellationToken)
    {
        Check(command.Permissions);
        if (await db.Roles.AnyAsync(r => r.Code == command.Code, cancellationToken))
        {
            throw new RuleViolation("access.role-code-taken");
        }

        var role = new Role(command.Code, command.Name, isBuiltIn: false);
        role.Allow(command.Permissions);
        db.Add(role);
        await db.SaveChangesAsync(cancellationToken);
        return new(role.Id, role.Version);
    }

    public async Task<SaveRoleResult> Handle(UpdateRoleCommand command, CancellationToken cancellationToken)
    {
        var role = await db.Roles.SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken) ?? throw new NotFound(nameof(Role), command.Id);
        role.ExpectVersion(command.Version);
        Check(command.Permissions);
        guard.CheckPermissions(role.Permissions.Where(accounts.AllPermissions.Contains));
        role.Describe(command.Name);
        role.Allow(command.Permissions);
        await db.SaveChangesAsync(cancellationToken);
        return new(role.Id, role.Version);
    }

    private void Check(IReadOnlyList<string> permissions)
    {
        if (!actor.Scope.Everything)
        {
            throw RightsGuard.BeyondOwnRights;
        }

        if (!permissions.All(accounts.AllPermissions.Contains))
        {
            throw new InvalidFields("permissions", "unknown-value");
        }

        guard.CheckPermissions(permissions);
    }
}

internal static class SaveRoleEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/roles", async (CreateRoleCommand command, IDispatcher dispatcher, CancellationToken token) =>
            {
                var result = await dispatcher.Send(command, token);
                return TypedResults.Created($"/api/v1/access/roles/{result.Id}", result);
            })
            .WithName("CreateRole").WithSummary("Adds a role").WithIdempotency().RequirePermission(AccessPermissions.ManageRoles);
        routes.MapPut("/roles/{id:guid}", (Guid id, UpdateRoleBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new UpdateRoleCommand(id, ifMatch.Version, body.Name, body.Permissions), token))
            .WithName("UpdateRole").WithSummary("Changes a role's name and permissions").WithIfMatch().RequirePermission(AccessPermissions.ManageRoles);
    }
}
