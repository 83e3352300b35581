using Education.BuildingBlocks.Audit;
using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Outbox;
using Education.BuildingBlocks.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Education.BuildingBlocks.Modules;

/// <summary>The order of the HTTP pipeline, in one place.</summary>
public static class PipelineSetup
{
    /// <summary>Failures, language, identity, limits, rights, then the endpoints of the platform and of every module.</summary>
    public static void UseEducation(this WebApplication app)
    {
        app.StartTelemetry();
        app.UseMiddleware<LanguageMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseStatusCodePages(context =>
            context.HttpContext.Request.Path.StartsWithSegments("/api")
                ? context.HttpContext.RequestServices.GetRequiredService<ProblemWriter>().WriteStatus(context.HttpContext)
                : Task.CompletedTask);
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<CurrentUserMiddleware>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgeryForCookies();
        app.UseMiddleware<QueryStringGuard>();
        app.UseMiddleware<IdempotencyMiddleware>();
        app.UseSwagger();
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint("/swagger/v1/swagger.json", "Education v1");
            options.DocumentTitle = "Education API";
        });
        MapModules(app);
    }

    private static void MapModules(WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter<ETagFilter>();
        JobEndpoints.Map(api);
        AuditEndpoints.Map(api);
        DeadLetterEndpoints.Map(api.MapGroup("").WithTags("Platform"));
        foreach (var module in app.Services.GetRequiredService<IReadOnlyList<Module>>())
        {
            module.MapEndpoints(api.MapGroup("/" + module.Name).WithTags(char.ToUpperInvariant(module.Name[0]) + module.Name[1..]));
        }

        app.MapHealth();
    }
}
