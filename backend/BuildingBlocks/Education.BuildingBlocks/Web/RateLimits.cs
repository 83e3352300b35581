using System.Globalization;
using System.Threading.RateLimiting;
using Education.BuildingBlocks.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.BuildingBlocks.Web;

/// <summary>Section <c>RateLimits</c>: requests a minute.</summary>
public sealed class RateLimitSettings
{
    /// <summary>Of one signed-in user or machine client.</summary>
    public int PerUser { get; set; } = 6000;

    /// <summary>Of one address that has not signed in.</summary>
    public int PerAddress { get; set; } = 600;

    /// <summary>Sign-in and token requests of one address.</summary>
    public int SignIn { get; set; } = 30;
}

/// <summary>Limits per user, per address, and a narrow one for sign-in and public look-ups.</summary>
public static class RateLimits
{
    /// <summary>Policy of sign-in, token and other endpoints that strangers could use for guessing.</summary>
    public const string Guessable = "guessable";

    private const int Segments = 6;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    internal static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("RateLimits").Get<RateLimitSettings>() ?? new RateLimitSettings();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                // A sliding window does not say when: permits come back segment by segment.
                var after = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : Span / Segments;
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            {
                var user = context.RequestServices.GetRequiredService<CurrentUser>().Id;
                return user == Guid.Empty
                    ? Window("address " + Address(context), settings.PerAddress)
                    : Window("user " + user, settings.PerUser);
            });
            options.AddPolicy(Guessable, context => Window("guess " + Address(context), settings.SignIn));
        });
    }

    private static RateLimitPartition<string> Window(string key, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(
        key,
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = Span, SegmentsPerWindow = Segments });

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "local";
}
