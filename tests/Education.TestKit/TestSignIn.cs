using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Education.TestKit;

/// <summary>Users of the tests, with rights given on the spot.</summary>
internal sealed class TestUsers : IUserContextLoader
{
    private readonly ConcurrentDictionary<Guid, UserContext> _users = new();

    public UserContext Add(string name, IEnumerable<string> permissions, DataScope scope)
    {
        var user = new UserContext(SequentialGuid.Next(), name, permissions.ToFrozenSet(StringComparer.Ordinal), scope);
        _users[user.Id] = user;
        return user;
    }

    public void Clear() => _users.Clear();

    public ValueTask<UserContext?> Load(Guid userId, CancellationToken cancellationToken) => ValueTask.FromResult(_users.GetValueOrDefault(userId));

    public void Install(IServiceCollection services)
    {
        services.RemoveAll<IUserContextLoader>();
        services.AddSingleton<IUserContextLoader>(this);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TestSignIn>(TestSignIn.Scheme, null);
        services.PostConfigure<AuthenticationOptions>(options =>
        {
            options.DefaultScheme = options.DefaultAuthenticateScheme = options.DefaultChallengeScheme = options.DefaultForbidScheme = TestSignIn.Scheme;
        });
    }
}

/// <summary>Signs in whom the header names. Counts as a bearer token, so no antiforgery token is asked for.</summary>
internal sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "X-Test-User";
    public new const string Scheme = "Test";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(Header, out var id))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id.ToString())], "Bearer");
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
    }
}
