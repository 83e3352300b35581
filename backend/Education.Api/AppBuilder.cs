using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Education.Persistence.Sqlite;
using Education.Persistence.SqlServer;
using Microsoft.Extensions.FileProviders;

namespace Education.Api;

/// <summary>Builds the application: configuration, database provider, modules, pipeline, the SPA's files.</summary>
internal static class AppBuilder
{
    public static WebApplication Build(string[] args, bool runWorkers)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot() });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddEducation(
            builder.Configuration, ModuleList.All, Engine(builder.Configuration["Database:Provider"]),
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
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        if (!context.Request.Path.StartsWithSegments("/swagger"))
        {
            headers.ContentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'";
        }

        return next(context);
    });

    private static void ServeSpa(WebApplication app)
    {
        var folder = app.Configuration["Spa:Folder"] is { Length: > 0 } configured ? configured : Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (!File.Exists(Path.Combine(folder, "index.html")))
        {
            return;
        }

        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
        app.MapFallbackToFile("index.html", new StaticFileOptions { FileProvider = files }).AllowAnonymous();
    }
}
