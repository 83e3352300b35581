using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Education.Persistence.Sqlite;
using Education.Persistence.SqlServer;
using Microsoft.Extensions.FileProviders;

namespace Education.Api;

/// <summary>Builds the application: configuration, database provider, modules, pipeline, the SPA's files.</summary>
internal static class AppBuilder
{
    private static readonly string[] ServerPaths = ["/api", "/swagger", "/health"];

    public static WebApplication Build(string[] args, bool runWorkers)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot() });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddEducation(
            builder.Configuration, ModuleList.In(builder.Configuration), Engine(builder.Configuration["Database:Provider"]),
            builder.Configuration.GetValue("Workers:Enabled", runWorkers));
        var app = builder.Build();
        app.UseSecurityHeaders();
        ServeSpa(app);
        app.UseEducation();
        return app;
    }

    private static IDatabaseEngine Engine(string? name) => name switch
    {
        null or "" or "Sqlite" => new SqliteProvider(),
        "SqlServer" => new SqlServerProvider(),
        _ => throw new InvalidOperationException($"Database:Provider must be Sqlite or SqlServer, not {name}."),
    };

    /// <summary>Settings stand beside the executable, wherever it is started from.</summary>
    private static string ContentRoot() => AppContext.BaseDirectory;

    private static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // At the start of the answer: the writer of problems clears what was set before it.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers.XFrameOptions = "DENY";
            if (!context.Request.Path.StartsWithSegments("/swagger"))
            {
                headers.ContentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void ServeSpa(WebApplication app)
    {
        var folder = app.Configuration["Spa:Folder"] is { Length: > 0 } configured ? configured : Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (!File.Exists(Path.Combine(folder, "index.html")))
        {
            return;
        }

        app.Use((context, next) =>
        {
            // Not a fallback endpoint: that would answer 404 where the API has to say 405.
            if (IsPage(context.Request))
            {
                context.Request.Path = "/index.html";
            }

            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)),
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    /// <summary>An address of the web application: no file and nothing that the server answers itself.</summary>
    private static bool IsPage(HttpRequest request) => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !Path.HasExtension(request.Path.Value)
        && !Array.Exists(ServerPaths, path => request.Path.StartsWithSegments(path));
}
