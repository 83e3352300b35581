using Education.Access.Users;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.SignIn;

internal sealed record SignOutCommand(Guid SessionId) : ICommand<bool>;

internal sealed class SignOutValidator : AbstractValidator<SignOutCommand>
{
    public SignOutValidator() => RuleFor(c => c.SessionId).NotEmpty();
}

internal sealed class SignOutHandler(AccessDbContext db, CurrentUser user, AccessSettings settings, TimeProvider time) : ICommandHandler<SignOutCommand, bool>
{
    public async Task<bool> Handle(SignOutCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var outlived = now.AddDays(-settings.SessionDays);
        await db.EndedSessions.Where(s => s.EndedAt < outlived).ExecuteDeleteAsync(cancellationToken);

        // A copy of the cookie must not outlive the sign-out.
        db.Add(new EndedSession { Id = command.SessionId, UserId = user.Id, EndedAt = now });
        db.Record(nameof(User), user.Id, "signed-out");
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

internal static class SignOutEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/session", async (IDispatcher dispatcher, BrowserSession browser, CancellationToken token) =>
        {
            if (browser.Id is { } id)
            {
                await dispatcher.Send(new SignOutCommand(id), token);
            }

            await browser.End();
            return TypedResults.NoContent();
        })
        .WithName("SignOut").WithSummary("Ends the session").RequireSignIn();
}
