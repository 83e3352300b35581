using Education.Access.Demo;
using Education.Access.Users;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.SignIn;

internal sealed record GetSessionQuery : IQuery<SessionResult>;

/// <summary>Who is signed in, the token for changes, and the demo account where the demo is loaded.</summary>
internal sealed record SessionResult(bool Authenticated, SessionUser? User, string CsrfToken, DemoAccount? Demo);

internal sealed record SessionUser(
    Guid Id, string UserName, string DisplayName, Language? Language, IReadOnlyList<string> Permissions, SessionScope Scope);

/// <summary>What the user sees; <see cref="InstitutionCount"/> counts the institutions named one by one.</summary>
internal sealed record SessionScope(bool Everything, string? TerritoryCode, string? TerritoryName, int InstitutionCount);

internal sealed record DemoAccount(string UserName, string Password);

internal sealed class GetSessionHandler(
    AccessDbContext db, CurrentUser user, AccountStore accounts, BrowserSession browser, ScopeNames names)
    : IQueryHandler<GetSessionQuery, SessionResult>
{
    public async Task<SessionResult> Handle(GetSessionQuery query, CancellationToken cancellationToken)
    {
        var signedIn = await SignedIn(cancellationToken);
        return new(signedIn is not null, signedIn, browser.CsrfToken(), signedIn is null ? await Demo(cancellationToken) : null);
    }

    private async Task<SessionUser?> SignedIn(CancellationToken cancellationToken)
    {
        if (user.Id == Guid.Empty)
        {
            return null;
        }

        var account = await accounts.Find(user.Id, cancellationToken);
        var scope = user.Scope;
        var territory = await names.OfTerritory(scope.TerritoryCode, cancellationToken);
        return new(
            user.Id, user.Context.UserName, account?.DisplayName ?? user.Context.UserName, account?.Language,
            [.. user.Context.Permissions.Order(StringComparer.Ordinal)],
            new(scope.Everything, scope.TerritoryCode, territory, scope.InstitutionIds.Count));
    }

    /// <summary>Only while the demo's account stands as the demo made it: not locked, its password not changed.</summary>
    private async Task<DemoAccount?> Demo(CancellationToken cancellationToken) =>
        await db.Users.AnyAsync(u => u.UserName == DemoUsers.Main && u.IsDemo && !u.IsLocked, cancellationToken)
            ? new(DemoUsers.Main, DemoUsers.Password)
            : null;
}

internal static class GetSessionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/session", (IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetSessionQuery(), token))
        .WithName("GetSession").WithSummary("Who is signed in, and the token that changes need").AllowEverybody();
}
