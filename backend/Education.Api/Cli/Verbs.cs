using Education.BuildingBlocks.Audit;
using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Education.Api.Cli;

/// <summary>What the verbs do.</summary>
internal static class Verbs
{
    public static async Task<int> Serve(string[] args, CancellationToken cancellationToken)
    {
        await using var app = AppBuilder.Build(args, runWorkers: true);
        if (app.Services.GetRequiredService<DatabaseSettings>().MigrateOnStart)
        {
            await Database.Migrate(app.Services, cancellationToken);
        }

        await app.RunAsync(cancellationToken);
        return 0;
    }

    public static async Task<int> Migrate(string[] args, CancellationToken cancellationToken)
    {
        await using var app = AppBuilder.Build(args, runWorkers: false);
        await Database.Migrate(app.Services, cancellationToken);
        await Say("The database is at the present schema.");
        return 0;
    }

    public static async Task<int> SeedDemo(string[] args, CancellationToken cancellationToken)
    {
        await using var app = AppBuilder.Build(args, runWorkers: false);
        await Database.Migrate(app.Services, cancellationToken);
        foreach (var module in app.Services.GetRequiredService<IReadOnlyList<Module>>())
        {
            await using var scope = Database.SystemScope(app.Services);
            await module.SeedDemo(scope.ServiceProvider, cancellationToken);
        }

        await Say("The demo department is loaded.");
        return 0;
    }

    public static async Task<int> Verify(string[] args, CancellationToken cancellationToken)
    {
        await using var app = AppBuilder.Build(args, runWorkers: false);
        await using var scope = Database.SystemScope(app.Services);
        var report = await scope.ServiceProvider.GetRequiredService<AuditChain>().Verify(cancellationToken);
        await Say(report.Holds
            ? $"The audit chain holds: {report.Rows} rows, head {report.HeadHash}."
            : $"The audit chain is broken at row {report.BrokenAt}.");
        var faults = 0;
        foreach (var module in app.Services.GetRequiredService<IReadOnlyList<Module>>())
        {
            await foreach (var fault in module.Verify(scope.ServiceProvider, cancellationToken))
            {
                faults++;
                await Say(fault);
            }
        }

        await Say(faults == 0 ? "Kept figures and approved reports are what they were." : $"No longer what they were: {faults}.");
        return report.Holds && faults == 0 ? 0 : 1;
    }

    public static async Task<int> OpenApi(string[] args, CancellationToken cancellationToken)
    {
        await using var app = AppBuilder.Build([.. args, "--urls=http://127.0.0.1:0", "--Logging:Console:LogLevel:Default=None"], runWorkers: false);
        // Minimal API endpoints are described only once the application has started.
        await app.StartAsync(cancellationToken);
        var document = app.Services.GetRequiredService<ISwaggerProvider>().GetSwagger("v1");
        await Say(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, cancellationToken));
        await app.StopAsync(cancellationToken);
        return 0;
    }

    public static async Task<int> Backup(string file, string[] args, CancellationToken cancellationToken)
    {
        await using var app = AppBuilder.Build(args, runWorkers: false);
        await app.Services.GetRequiredService<IDatabaseEngine>()
            .Backup(app.Services.GetRequiredService<DatabaseSettings>(), file, cancellationToken);
        await Say($"Copied to {file}.");
        return 0;
    }

    public static async Task<int> Restore(string file, string[] args, CancellationToken cancellationToken)
    {
        await using var app = AppBuilder.Build(args, runWorkers: false);
        await app.Services.GetRequiredService<IDatabaseEngine>()
            .Restore(app.Services.GetRequiredService<DatabaseSettings>(), file, cancellationToken);
        await Say($"Restored from {file}.");
        return 0;
    }

    internal static Task Say(string line) => Console.Out.WriteLineAsync(line);
}
