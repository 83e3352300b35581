using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Access.Users;

internal sealed record UpdateUserBody(string DisplayName, Language Language, IReadOnlyList<string> Roles, ScopeBody Scope);

internal sealed record UpdateUserCommand(
    Guid Id, long Version, string DisplayName, Language Language, IReadOnlyList<string> Roles, ScopeBody Scope) : ICommand<UpdateUserResult>;

internal sealed record UpdateUserResult(Guid Id, long Version) : IVersioned;

internal sealed class UpdateUserValidator : AbstractValidator<UpdateUserCommand>
{
    public UpdateUserValidator()
    {
        RuleFor(c => c.DisplayName).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Roles).NotNull();
        RuleFor(c => c.Scope).NotNull();
    }
}

internal sealed class UpdateUserHandler(AccessDbContext db, RightsGuard guard, CurrentUser actor) : ICommandHandler<UpdateUserCommand, UpdateUserResult>
{
    public Task<UpdateUserResult> Handle(UpdateUserCommand command, CancellationToken cancellationToken) =>
        guard.KeepingAnAdministrator(
            async token =>
            {
                var user = await guard.FindManaged(command.Id, token);
                user.ExpectVersion(command.Version);
                var errors = await guard.CheckRoles(command.Roles, token);
                errors.AddRange(await guard.CheckScope(command.Scope, token));
                if (errors.Count > 0)
                {
                    throw new InvalidFields(errors);
                }

                user.Describe(command.DisplayName, command.Language);
                if (user.Grant(command.Roles, command.Scope.ToScope()) && user.Id == actor.Id)
                {
                    throw new RuleViolation("access.own-rights");
                }

                await db.SaveChangesAsync(token);
                return new UpdateUserResult(user.Id, user.Version);
            },
            cancellationToken);
}

internal static class UpdateUserEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/users/{id:guid}", (Guid id, UpdateUserBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new UpdateUserCommand(id, ifMatch.Version, body.DisplayName, body.Language, body.Roles, body.Scope), token))
        .WithName("UpdateUser").WithSummary("Changes name, language, roles and scope").WithIfMatch().RequirePermission(AccessPermissions.ManageUsers);
}
