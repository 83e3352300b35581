using System.Text;
using System.Text.Json.Serialization;
using Education.Access.SignIn;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Education.Access.Clients;

internal sealed record IssueTokenCommand(Guid ClientId, string Secret) : ICommand<IssueTokenResult?>;

/// <summary>Answer of the token endpoint in the words of RFC 6749 §5.1.</summary>
internal sealed record IssueTokenResult(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>Refusal in the words of RFC 6749 §5.2: <c>invalid_request</c>, <c>invalid_client</c>, <c>unsupported_grant_type</c>.</summary>
internal sealed record IssueTokenError([property: JsonPropertyName("error")] string Error);

internal sealed class IssueTokenValidator : AbstractValidator<IssueTokenCommand>
{
    public IssueTokenValidator() => RuleFor(c => c.Secret).NotEmpty();
}

internal sealed class IssueTokenHandler(
    AccessDbContext db, CurrentUser current, AccountStore accounts, IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
    : ICommandHandler<IssueTokenCommand, IssueTokenResult?>
{
    public async Task<IssueTokenResult?> Handle(IssueTokenCommand command, CancellationToken cancellationToken)
    {
        var client = await db.Clients.SingleOrDefaultAsync(c => c.Id == command.ClientId, cancellationToken);
        if (client?.Accepts(command.Secret) != true)
        {
            db.Record(nameof(MachineClient), client?.Id ?? Guid.Empty, "token-refused");
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }

        if (await accounts.Load(client.Id, cancellationToken) is { } rights)
        {
            current.Become(rights);
        }

        var bearer = options.Get(Schemes.Bearer);
        var now = time.GetUtcNow();
        var properties = new AuthenticationProperties { ExpiresUtc = now + bearer.BearerTokenExpiration };
        var principal = Ticket.Begin(client.Id, client.SecurityStamp, now).ToPrincipal(Schemes.Bearer);
        var token = bearer.BearerTokenProtector.Protect(new AuthenticationTicket(principal, properties, Schemes.Bearer + ":AccessToken"));
        db.Record(nameof(MachineClient), client.Id, "token-issued");
        await db.SaveChangesAsync(cancellationToken);
        return new(token, "Bearer", (int)bearer.BearerTokenExpiration.TotalSeconds);
    }
}

internal static class IssueTokenEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/token", Issue)
        .WithName("IssueToken").WithSummary("OAuth 2.0 token by client credentials (form: grant_type, client_id, client_secret; or HTTP Basic)")
        .Produces<IssueTokenResult>().Produces<IssueTokenError>(StatusCodes.Status401Unauthorized)
        .RequireRateLimiting(RateLimits.Guessable).AllowEverybody();

    private static async Task<IResult> Issue(HttpRequest request, HttpResponse response, IDispatcher dispatcher, CancellationToken token)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
        if (!request.HasFormContentType)
        {
            return Refuse("invalid_request");
        }

        var form = await request.ReadFormAsync(token);
        if (form["grant_type"].Count != 1)
        {
            return Refuse("invalid_request");
        }

        if (form["grant_type"] != "client_credentials")
        {
            return Refuse("unsupported_grant_type");
        }

        var (id, secret) = Basic(request.Headers.Authorization.ToString()) ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        if (secret.Length > 0 && Guid.TryParse(id, out var clientId) && await dispatcher.Send(new IssueTokenCommand(clientId, secret), token) is { } issued)
        {
            return TypedResults.Json(issued);
        }

        response.Headers.WWWAuthenticate = "Basic realm=\"Education\"";
        return Refuse("invalid_client", StatusCodes.Status401Unauthorized);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.JsonHttpResult<IssueTokenError> Refuse(string error, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new IssueTokenError(error), statusCode: status);

    /// <summary>Credentials in the header, each part form-encoded (RFC 6749 §2.3.1).</summary>
    private static (string Id, string Secret)? Basic(string header)
    {
        const string Scheme = "Basic ";
        var buffer = new byte[header.Length];
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(header[Scheme.Length..].Trim(), buffer, out var length))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : null;
    }
}
