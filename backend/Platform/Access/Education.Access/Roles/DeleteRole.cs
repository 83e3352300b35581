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

internal sealed record DeleteRoleCommand(Guid Id, long Version) : ICommand<bool>;

internal sealed class DeleteRoleValidator : AbstractValidator<DeleteRoleCommand>
{
    public DeleteRoleValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeleteRoleHandler(AccessDbContext db, RightsGuard guard, CurrentUser actor, AccountStore accounts) : ICommandHandler<DeleteRoleCommand, bool>
{
    public async Task<bool> Handle(DeleteRoleCommand command, CancellationToken cancellationToken)
    {
        var role = await db.Roles.SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken) ?? throw new NotFound(nameof(Role), command.Id);
        role.ExpectVersion(command.Version);
        if (role.IsBuiltIn)
        {
            throw new RuleViolation("access.role-built-in");
        }

        if (!actor.Scope.Everything)
        {
            throw RightsGuard.BeyondOwnRights;
        }

        guard.CheckPermissions(role.Permissions.Where(accounts.AllPermissions.Contains));
        var holders = await db.Users.CountAsync(u => u.Roles.Contains(role.Code), cancellationToken);
        if (holders > 0)
        {
            throw new RuleViolation("access.role-in-use", holders);
        }

        db.Remove(role);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

internal static class DeleteRoleEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/roles/{id:guid}", async (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
        {
            await dispatcher.Send(new DeleteRoleCommand(id, ifMatch.Version), token);
            return TypedResults.NoContent();
        })
        .WithName("DeleteRole").WithSummary("Deletes a role that nobody holds").WithIfMatch().RequirePermission(AccessPermissions.ManageRoles);
}
