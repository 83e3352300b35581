using Education.Access.Users;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.SignIn;

internal sealed record SignInCommand(string UserName, string Password) : ICommand<SignInResult>;

internal sealed record SignInResult(Guid UserId, string Stamp);

internal sealed class SignInValidator : AbstractValidator<SignInCommand>
{
    public SignInValidator()
    {
        RuleFor(c => c.UserName).NotEmpty().MaximumLength(UserNames.MaxLength);
        RuleFor(c => c.Password).NotEmpty().MaximumLength(PasswordRules.MaxLength);
    }
}

internal sealed class SignInHandler(
    AccessDbContext db, CurrentUser current, AccountStore accounts, Passwords passwords, SignInThrottle throttle, AccessSettings settings, TimeProvider time)
    : ICommandHandler<SignInCommand, SignInResult>
{
    public async Task<SignInResult> Handle(SignInCommand command, CancellationToken cancellationToken)
    {
        var name = UserNames.Normalize(command.UserName);
        var mayTry = await throttle.Enter(name, cancellationToken);
        var user = await db.Users.Include(u => u.Activity).SingleOrDefaultAsync(u => u.NormalizedName == name, cancellationToken);
        var verified = passwords.Verify(user, command.Password);
        if (!mayTry)
        {
            throw new Problem(StatusCodes.Status401Unauthorized, "access.locked-out", settings.LockOutMinutes);
        }

        if (user is null || user.IsLocked || verified == PasswordVerificationResult.Failed)
        {
            await RecordFailure(user, name, cancellationToken);
            throw new Problem(StatusCodes.Status401Unauthorized, "access.sign-in-failed");
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
        {
            user.Rehash(passwords.Hash(command.Password));
        }

        await throttle.Reset(name, cancellationToken);
        if (await accounts.Load(user.Id, cancellationToken) is { } rights)
        {
            current.Become(rights);
        }

        user.Activity.LastSignInAt = time.GetUtcNow().UtcDateTime;
        db.Record(nameof(User), user.Id, "signed-in");
        await db.SaveChangesAsync(cancellationToken);
        return new(user.Id, user.SecurityStamp);
    }

    /// <summary>An unknown name is not written down: people type their passwords there.</summary>
    private async Task RecordFailure(User? user, string name, CancellationToken cancellationToken)
    {
        var id = user?.Id ?? Guid.Empty;
        db.Record(nameof(User), id, "sign-in-failed", user is null ? "unknown-name" : user.IsLocked ? "locked" : "wrong-password");
        if (await throttle.IsExhausted(name, cancellationToken))
        {
            db.Record(nameof(User), id, "locked-out");
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

internal static class SignInEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/session", async (SignInCommand command, IDispatcher dispatcher, BrowserSession browser, CancellationToken token) =>
        {
            var signedIn = await dispatcher.Send(command, token);
            await browser.Begin(signedIn.UserId, signedIn.Stamp);
            return await dispatcher.Send(new GetSessionQuery(), token);
        })
        .WithName("SignIn").WithSummary("Signs in with user name and password").RequireRateLimiting(RateLimits.Guessable).AllowEverybody();
}
