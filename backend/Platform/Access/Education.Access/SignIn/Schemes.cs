using System.Globalization;
using System.Security.Claims;
using Education.SharedKernel;

namespace Education.Access.SignIn;

internal static class Schemes
{
    /// <summary>Chooses between the two by the request's headers.</summary>
    public const string Either = "Education";

    public const string Cookie = "Cookie";

    /// <summary>Identities of this type need no antiforgery token.</summary>
    public const string Bearer = "Bearer";
}

/// <summary>What a cookie or token says: who, since when, by which stamp. Rights are looked up anew with every request.</summary>
internal sealed record Ticket(Guid AccountId, string Stamp, Guid SessionId, DateTimeOffset Began)
{
    private const string StampClaim = "stamp";
    private const string SessionClaim = "session";
    private const string BeganClaim = "began";

    public static Ticket? Read(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && Guid.TryParse(principal.FindFirstValue(SessionClaim), out var session)
        && principal.FindFirstValue(StampClaim) is { } stamp
        && long.TryParse(principal.FindFirstValue(BeganClaim), CultureInfo.InvariantCulture, out var began)
            ? new(id, stamp, session, DateTimeOffset.FromUnixTimeSeconds(began))
            : null;

    public static Ticket Begin(Guid accountId, string stamp, DateTimeOffset now) => new(accountId, stamp, SequentialGuid.Next(), now);

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, AccountId.ToString()),
            new Claim(StampClaim, Stamp),
            new Claim(SessionClaim, SessionId.ToString()),
            new Claim(BeganClaim, Began.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ],
        scheme));
}

/// <summary>Whether a cookie or token still holds: the account may act, its stamp is the same, the session was not ended and is not too old.</summary>
internal sealed class TicketCheck(AccountStore accounts, AccessSettings settings, TimeProvider time)
{
    public async ValueTask<bool> Holds(ClaimsPrincipal? principal, CancellationToken cancellationToken) =>
        Ticket.Read(principal) is { } ticket
        && time.GetUtcNow() - ticket.Began < TimeSpan.FromDays(settings.SessionDays)
        && await accounts.Find(ticket.AccountId, cancellationToken) is { } account
        && account.Stamp == ticket.Stamp
        && !account.EndedSessions.Contains(ticket.SessionId);
}
