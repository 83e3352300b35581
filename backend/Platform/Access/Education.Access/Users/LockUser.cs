using Education.Access.SignIn;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Access.Users;

internal sealed record LockUserCommand(Guid Id, bool Locked) : ICommand<LockUserResult>;

internal sealed record LockUserResult(Guid Id, long Version, bool IsLocked) : IVersioned;

internal sealed class LockUserValidator : AbstractValidator<LockUserCommand>
{
    public LockUserValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class LockUserHandler(AccessDbContext db, RightsGuard guard, CurrentUser actor, SignInThrottle throttle)
    : ICommandHandler<LockUserCommand, LockUserResult>
{
    public Task<LockUserResult> Handle(LockUserCommand command, CancellationToken cancellationToken) =>
        guard.KeepingAnAdministrator(
            async token =>
            {
                var user = await guard.FindManaged(command.Id, token);
                if (user.Id == actor.Id)
                {
                    throw new RuleViolation("access.own-lock");
                }

                if (user.IsLocked != command.Locked)
                {
                    user.Lock(command.Locked);
                    db.Record(nameof(User), user.Id, command.Locked ? "locked" : "unlocked");
                    await db.SaveChangesAsync(token);
                }

                if (!command.Locked)
                {
                    await throttle.Reset(user.NormalizedName, token);
                }

                return new LockUserResult(user.Id, user.Version, user.IsLocked);
            },
            cancellationToken);
}

internal static class LockUserEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/users/{id:guid}/lock", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new LockUserCommand(id, true), token))
            .WithName("LockUser").WithSummary("Locks a user and ends his sessions").RequirePermission(AccessPermissions.ManageUsers);
        routes.MapPost("/users/{id:guid}/unlock", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new LockUserCommand(id, false), token))
            .WithName("UnlockUser").WithSummary("Unlocks a user, also one locked out by wrong passwords").RequirePermission(AccessPermissions.ManageUsers);
    }
}
