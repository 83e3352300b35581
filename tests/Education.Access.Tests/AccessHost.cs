using System.Net.Http.Json;
using System.Text.Json;
using Education.Access.Users;
using Education.BuildingBlocks.Audit;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Access.Tests;

/// <summary>Real sign-in over HTTP, as the browser does it.</summary>
internal static class AccessHost
{
    public const string Password = "жаңбырлы көктем таңы";
    public const string Session = "/api/v1/access/session";

    public static Task<ApiHost> Start(params (string Key, string Value)[] settings) => ApiHost.Start(Options(settings));

    public static ApiHostOptions Options(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["RateLimits:SignIn"] = "100000" };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return new()
        {
            RealSignIn = true,
            Settings = all,

            // The real number of rounds would make most of the suite's time.
            Services = services => services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1000),
        };
    }

    /// <summary>A user in the database, made past the API.</summary>
    public static Task<Guid> AddUser(this ApiHost host, string userName, string[] roles, DataScope? scope = null, string password = Password) =>
        host.Inside(async services =>
        {
            var db = services.GetRequiredService<AccessDbContext>();
            var user = new User(userName, userName + " қызметкер", Language.Kk, services.GetRequiredService<Passwords>().Hash(password));
            user.Grant(roles, scope ?? DataScope.All);
            db.Add(user);
            await db.SaveChangesAsync();
            return user.Id;
        });

    /// <summary>A browser that has signed in and sends its antiforgery token along.</summary>
    public static async Task<HttpClient> SignIn(this ApiHost host, string userName, string password = Password, string language = "en")
    {
        var client = host.Anonymous(language);
        var session = await client.Post(Session, new { userName, password }).As<JsonElement>();
        client.UseCsrf(session);
        return client;
    }

    public static void UseCsrf(this HttpClient client, JsonElement session)
    {
        client.DefaultRequestHeaders.Remove("X-CSRF-Token");
        client.DefaultRequestHeaders.Add("X-CSRF-Token", session.GetProperty("csrfToken").GetString());
    }

    public static async Task<bool> IsSignedIn(this HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>(Session)).GetProperty("authenticated").GetBoolean();

    /// <summary>The audit log of the module, oldest first.</summary>
    public static Task<List<AuditEntry>> Audit(this ApiHost host) => host.Inside(services =>
        services.GetRequiredService<PlatformDbContext>().Audit.AsNoTracking().Where(a => a.Module == "access").OrderBy(a => a.Sequence).ToListAsync());
}
