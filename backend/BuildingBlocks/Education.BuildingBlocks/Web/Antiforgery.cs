using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Education.BuildingBlocks.Web;

/// <summary>
/// Unsafe requests of a browser session (cookie) need the antiforgery token; machine clients with a bearer token do not, a browser never
/// sends that by itself.
/// </summary>
public static class AntiforgerySetup
{
    /// <summary>Header that carries the token.</summary>
    public const string Header = "X-CSRF-Token";

    internal static void UseAntiforgeryForCookies(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var method = context.Request.Method;
        var unsafeMethod = !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);
        if (unsafeMethod && context.User.Identity is { IsAuthenticated: true, AuthenticationType: not "Bearer" })
        {
            try
            {
                await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
            }
            catch (AntiforgeryValidationException)
            {
                throw new Problem(StatusCodes.Status400BadRequest, "csrf-token");
            }
        }

        await next(context);
    });
}
