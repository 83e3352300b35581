using Education.Access.Users;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.SignIn;

internal sealed record ChangePasswordCommand(string CurrentPassword, string NewPassword) : ICommand<ChangePasswordResult>;

internal sealed record ChangePasswordResult(Guid UserId, string Stamp);

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordCommand>
{
    public ChangePasswordValidator()
    {
        RuleFor(c => c.CurrentPassword).NotEmpty().MaximumLength(PasswordRules.MaxLength);
        RuleFor(c => c.NewPassword).NotEmpty();
    }
}

internal sealed class ChangePasswordHandler(
    AccessDbContext db, CurrentUser current, Passwords passwords, SignInThrottle throttle, AccessSettings settings)
    : ICommandHandler<ChangePasswordCommand, ChangePasswordResult>
{
    public async Task<ChangePasswordResult> Handle(ChangePasswordCommand command, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == current.Id, cancellationToken) ?? throw new NotFound(nameof(User), current.Id);

        // Whoever finds an open session must not be able to guess the password through it.
        if (!await throttle.Enter(user.NormalizedName, cancellationToken))
        {
            throw new RuleViolation("access.locked-out", settings.LockOutMinutes);
        }

        var errors = PasswordRules.Check("newPassword", command.NewPassword, user.UserName).ToList();
        if (passwords.Verify(user, command.CurrentPassword) == PasswordVerificationResult.Failed)
        {
            errors.Insert(0, new("currentPassword", "access.password-wrong"));
        }
        else
        {
            await throttle.Reset(user.NormalizedName, cancellationToken);
        }

        if (command.NewPassword == command.CurrentPassword)
        {
            errors.Add(new("newPassword", "access.password-same"));
        }

        if (errors.Count > 0)
        {
            throw new InvalidFields(errors);
        }

        user.SetPassword(passwords.Hash(command.NewPassword));
        db.Record(nameof(User), user.Id, "password-changed");
        await db.SaveChangesAsync(cancellationToken);
        return new(user.Id, user.SecurityStamp);
    }
}

internal static class ChangePasswordEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/session/password", async (ChangePasswordCommand command, IDispatcher dispatcher, BrowserSession browser, CancellationToken token) =>
        {
            // All sessions end; the one at hand begins anew.
            var changed = await dispatcher.Send(command, token);
            await browser.Begin(changed.UserId, changed.Stamp);
            return await dispatcher.Send(new GetSessionQuery(), token);
        })
        .WithName("ChangeOwnPassword").WithSummary("Changes one's own password; all other sessions end")
        .RequireRateLimiting(RateLimits.Guessable).RequireSignIn();
}
