using Education.BuildingBlocks.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Access.SignIn;

/// <summary>Cookie for browsers, bearer token for machines; the keys of both in the database, so that every copy of the API reads them.</summary>
internal static class AuthenticationSetup
{
    public static void AddSignIn(this IServiceCollection services, AccessSettings settings)
    {
        services.AddHttpContextAccessor();
        services.AddDataProtection().SetApplicationName("Education");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new KeyStore(scopes));
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie.Name = "education.csrf";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddAuthentication(Schemes.Either)
            .AddPolicyScheme(Schemes.Either, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? Schemes.Bearer : Schemes.Cookie)
            .AddCookie(Schemes.Cookie, options => Configure(options, settings))
            .AddBearerToken(Schemes.Bearer, options => Configure(options, settings));
    }

    private static void Configure(CookieAuthenticationOptions options, AccessSettings settings)
    {
        options.Cookie.Name = "education.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(settings.SessionHours);
        options.SlidingExpiration = true;

        // An API answers with a status, never with a redirect to a page.
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        options.Events.OnValidatePrincipal = async context =>
        {
            var check = context.HttpContext.RequestServices.GetRequiredService<TicketCheck>();
            if (!await check.Holds(context.Principal, context.HttpContext.RequestAborted))
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(Schemes.Cookie);
            }
        };
    }

    private static void Configure(BearerTokenOptions options, AccessSettings settings)
    {
        options.BearerTokenExpiration = TimeSpan.FromMinutes(settings.TokenMinutes);
        options.Events.OnMessageReceived = async context =>
        {
            var token = context.Request.Headers.Authorization.ToString()["Bearer ".Length..].Trim();
            var check = context.HttpContext.RequestServices.GetRequiredService<TicketCheck>();
            if (!await check.Holds(context.Options.BearerTokenProtector.Unprotect(token)?.Principal, context.HttpContext.RequestAborted))
            {
                context.Fail("The token does not hold.");
            }
        };
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
