using Education.BuildingBlocks.Persistence;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Education.Access.SignIn;

/// <summary>A session that was signed out: its cookie is refused although it has not expired.</summary>
[NotAudited]
internal sealed class EndedSession
{
    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public DateTime EndedAt { get; init; }
}

/// <summary>The browser's side of a session: cookie and antiforgery token. The one place of the module that touches the HTTP context.</summary>
internal sealed class BrowserSession(IHttpContextAccessor accessor, IAntiforgery antiforgery, TimeProvider time)
{
    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no browser outside a request.");

    /// <summary>The session of this request, or null.</summary>
    public Guid? Id => Ticket.Read(Http.User)?.SessionId;

    public async Task Begin(Guid userId, string stamp)
    {
        var principal = Ticket.Begin(userId, stamp, time.GetUtcNow()).ToPrincipal(Schemes.Cookie);
        await Http.SignInAsync(Schemes.Cookie, principal);

        // The antiforgery token is bound to the user: the next one must be his.
        Http.User = principal;
    }

    public Task End() => Http.SignOutAsync(Schemes.Cookie);

    public string CsrfToken() => antiforgery.GetAndStoreTokens(Http).RequestToken!;
}
