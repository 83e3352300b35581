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

internal sealed record SetPasswordBody(string Password);

internal sealed record SetPasswordCommand(Guid Id, string Password) : ICommand<SetPasswordResult>;

internal sealed record SetPasswordResult(Guid Id, long Version) : IVersioned;

internal sealed class SetPasswordValidator : AbstractValidator<SetPasswordCommand>
{
    public SetPasswordValidator() => RuleFor(c => c.Password).NotEmpty();
}

internal sealed class SetPasswordHandler(AccessDbContext db, RightsGuard guard, Passwords passwords, SignInThrottle throttle)
    : ICommandHandler<SetPasswordCommand, SetPasswordResult>
{
    public async Task<SetPasswordResult> Handle(SetPasswordCommand command, CancellationToken cancellationToken)
    {
        var user = await guard.FindManaged(command.Id, cancellationToken);
        PasswordRules.Require("password", command.Password, user.UserName);
        user.SetPassword(passwords.Hash(command.Password));
        db.Record(nameof(User), user.Id, "password-set");
        await db.SaveChangesAsync(cancellationToken);
        await throttle.Reset(user.NormalizedName, cancellationToken);
        return new(user.Id, user.Version);
    }
}

internal static class SetPasswordEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/users/{id:guid}/password", (Guid id, SetPasswordBody body, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new SetPasswordCommand(id, body.Password), token))
        .WithName("SetUserPassword").WithSummary("Gives a user a new password and ends his sessions").RequirePermission(AccessPermissions.ManageUsers);
}
