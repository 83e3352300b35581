using System.Diagnostics;
using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Education.Persistence.Sqlite;
using Education.Persistence.SqlServer;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Database = Education.Api.Database;

namespace Education.Api.Tests;

/// <summary>The migrations of both databases follow the model of every module.</summary>
internal sealed class MigrationTests
{
    private static IEnumerable<TestCaseData> ContextsAndProviders() =>
        from context in Database.Contexts(ModuleList.All)
        from provider in new[] { "Sqlite", "SqlServer" }
        select new TestCaseData(context, provider).SetArgDisplayNames(context.Name, provider);

    [TestCaseSource(nameof(ContextsAndProviders))]
    public async Task The_model_has_no_pending_changes(Type contextType, string provider)
    {
        await using var services = Services(provider);
        await using var scope = services.CreateAsyncScope();
        var context = (DbContext)scope.ServiceProvider.GetRequiredService(contextType);
        Assert.That(context.Database.HasPendingModelChanges(), Is.False, $"run ./add-migration.sh {contextType.Name.Replace("DbContext", "")} <Name>");
    }

    [TestCaseSource(nameof(ContextsAndProviders))]
    public async Task The_script_makes_every_table_where_it_belongs(Type contextType, string provider)
    {
        await using var services = Services(provider);
        await using var scope = services.CreateAsyncScope();
        var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(contextType);
        var script = context.GetService<IMigrator>().GenerateScript(
            options: provider == "SqlServer" ? MigrationsSqlGenerationOptions.Idempotent : MigrationsSqlGenerationOptions.Default);
        var own = context.GetService<IDesignTimeModel>().Model.GetEntityTypes()
            .Where(e => e.GetTableName() is not null && !e.IsTableExcludedFromMigrations()).ToList();
        Assert.That(own, Is.Not.Empty);
        foreach (var entity in own)
        {
            var table = provider == "SqlServer"
                ? $"CREATE TABLE [{context.ModuleName}].[{entity.GetTableName()}]"
                : $"CREATE TABLE \"{entity.GetTableName()}\"";
            Assert.That(script, Does.Contain(table));
            Assert.That(provider == "SqlServer" || entity.GetTableName()!.StartsWith(context.ModuleName + "_", StringComparison.Ordinal), entity.GetTableName());
        }

        Assert.That(provider == "Sqlite" || script.Contains("IF NOT EXISTS", StringComparison.Ordinal), "idempotent");
    }

    [Test]
    public async Task On_SQL_Server_every_migration_applies()
    {
        var server = await SqlServerProbe.Require();
        var connection = $"{server.TrimEnd(';')};Database=education_test_{SharedKernel.SequentialGuid.Next():N}";
        await using var services = Services("SqlServer", connection);
        try
        {
            await Database.Migrate(services, CancellationToken.None);
            await Database.Migrate(services, CancellationToken.None);
        }
        finally
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Database.EnsureDeletedAsync();
        }
    }

    [Test]
    public void A_configured_server_that_is_dead_fails_at_once()
    {
        var watch = Stopwatch.StartNew();
        var failure = Assert.ThrowsAsync<InvalidOperationException>(() => SqlServerProbe.MustAnswer("Server=127.0.0.1,1;User Id=sa;Password=x"));
        Assert.That(failure!.Message, Does.Contain("127.0.0.1:1"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    private static ServiceProvider Services(string provider, string? connection = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider,
            ["Database:ConnectionString"] = connection ?? (provider == "Sqlite" ? "Data Source=:memory:" : "Server=localhost;Database=Education"),
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddEducation(configuration, ModuleList.All, provider == "Sqlite" ? new SqliteProvider() : new SqlServerProvider(), runWorkers: false);
        return services.BuildServiceProvider();
    }
}
