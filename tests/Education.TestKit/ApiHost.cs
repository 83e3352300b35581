using System.Net.Http.Headers;
using Education.Api;
using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Outbox;
using Education.BuildingBlocks.Security;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Database = Education.Api.Database;

namespace Education.TestKit;

/// <summary>How a test's application differs from the real one.</summary>
public sealed class ApiHostOptions
{
    /// <summary>Real sign-in instead of <see cref="ApiHost.As"/>.</summary>
    public bool RealSignIn { get; init; }

    /// <summary>Outbox and jobs run by themselves instead of by <see cref="ApiHost.DrainOutbox"/> and <see cref="ApiHost.RunJobs"/>.</summary>
    public bool RunWorkers { get; init; }

    /// <summary>Modules besides the product's; their tables are made from their models.</summary>
    public IReadOnlyList<Type> Modules { get; init; } = [];

    /// <summary>A real server on a local port instead of the one in memory: for limits that only it knows.</summary>
    public bool Kestrel { get; init; }

    /// <summary>Further settings.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Further services: consumers, broken parts.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}

/// <summary>
/// The whole application on a database of its own (a copy of the migrated template), reached over HTTP. Create one per fixture; tests that
/// need an empty table create their own.
/// </summary>
public sealed class ApiHost : IAsyncDisposable
{
    private readonly Factory _factory;
    private readonly TestDatabase _database;

    private ApiHost(Factory factory, TestDatabase database)
    {
        factory.Listen();
        _factory = factory;
        _database = database;
    }

    /// <summary>The clock of the application; moves only when told.</summary>
    public TestClock Clock => _factory.Clock;

    /// <summary>Connection string of this host's database.</summary>
    public string ConnectionString => _database.ConnectionString;

    /// <summary>Everything the application logged.</summary>
    public IReadOnlyCollection<string> Log => _factory.Logged;

    /// <summary>The application's services, for looking behind the API.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <summary>Starts the application.</summary>
    public static async Task<ApiHost> Start(ApiHostOptions? options = null)
    {
        var database = await TestDatabase.Create();
        var host = new ApiHost(new Factory(options ?? new(), database), database);
        foreach (var context in Database.Contexts(host.Services.GetRequiredService<IReadOnlyList<Module>>()).Except(Database.Contexts(ModuleList.All)))
        {
            await host.Inside(services => ((DbContext)services.GetRequiredService(context)).GetService<IRelationalDatabaseCreator>().CreateTablesAsync());
        }

        return host;
    }

    /// <summary>Starts a second application on the same database, with the same users and clock: another process of the same installation, or one after a kill.</summary>
    public ApiHost StartAnother(ApiHostOptions? options = null) => new(new Factory(options ?? new(), _database, _factory), _database.Share());

    /// <summary>A client of a user with these permissions, who sees everything unless <paramref name="scope"/> says otherwise.</summary>
    public HttpClient As(IEnumerable<string> permissions, DataScope? scope = null, string language = "en", string? name = null)
    {
        var user = _factory.Users.Add(name ?? "tester", permissions, scope ?? DataScope.All);
        var client = _factory.CreateDefaultClient();
        client.DefaultRequestHeaders.Add(TestSignIn.Header, user.Id.ToString());
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        return client;
    }

    /// <summary>Locks or deletes everybody: the next look at their rights finds none.</summary>
    public void ForgetUsers() => _factory.Users.Clear();

    /// <summary>A client of a user with every permission there is.</summary>
    public HttpClient AsAdministrator(string language = "en") =>
        As(Services.GetRequiredService<IReadOnlyList<Module>>().SelectMany(m => m.Permissions).Concat(AllPermissions), language: language, name: "administrator");

    /// <summary>A client that has not signed in; cookies are kept.</summary>
    public HttpClient Anonymous(string language = "en")
    {
        var client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        return client;
    }

    /// <summary>A client that has not signed in and keeps no cookies: the test sends its own.</summary>
    public HttpClient WithoutCookies(string language = "en")
    {
        var client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        return client;
    }

    /// <summary>Every permission of the platform and all modules.</summary>
    public static IEnumerable<string> AllPermissions => ModuleList.All.SelectMany(m => m.Permissions).Concat(PlatformPermissions.All);

    /// <summary>Runs something inside the application as the system itself.</summary>
    public async Task<T> Inside<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Database.SystemScope(_factory.Services);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs something inside the application as the system itself.</summary>
    public Task Inside(Func<IServiceProvider, Task> work) => Inside(async services =>
    {
        await work(services);
        return 0;
    });

    /// <summary>Loads the demo department, as the verb does.</summary>
    public async Task SeedDemo()
    {
        foreach (var module in ModuleList.All)
        {
            await Inside(services => module.SeedDemo(services, CancellationToken.None));
        }
    }

    /// <summary>Delivers the messages that are due, until none is left.</summary>
    public async Task DrainOutbox()
    {
        while (await _factory.Services.GetRequiredService<OutboxDispatcher>().DispatchDue(CancellationToken.None) > 0)
        {
            // Consumers may have published again.
        }
    }

    /// <summary>Runs the queued jobs, until none is left.</summary>
    public async Task RunJobs()
    {
        while (await _factory.Services.GetRequiredService<JobRunner>().RunNext(CancellationToken.None))
        {
            // Next one.
        }
    }

    /// <summary>Runs the next queued job in a worker that is killed when <paramref name="killed"/> is cancelled: the job stays as it was then.</summary>
    public Task<bool> RunNextJob(CancellationToken killed) => _factory.Services.GetRequiredService<JobRunner>().RunNext(killed);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _database.DisposeAsync();
    }

    private sealed class Factory(ApiHostOptions options, TestDatabase database, Factory? first = null) : WebApplicationFactory<Program>
    {
        private readonly MemoryLog _log = new();

        public TestClock Clock { get; } = first?.Clock ?? new();

        public TestUsers Users { get; } = first?.Users ?? new();

        public IReadOnlyCollection<string> Logged => _log.Lines;

        public void Listen()
        {
            if (options.Kestrel)
            {
                UseKestrel(0);
            }
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Test");
            builder.UseSetting("Database:Provider", database.Provider);
            builder.UseSetting("Database:ConnectionString", database.ConnectionString);
            builder.UseSetting("Database:MigrateOnStart", "false");
            builder.UseSetting("Workers:Enabled", options.RunWorkers.ToString());
            foreach (var (i, module) in options.Modules.Index())
            {
                builder.UseSetting($"Modules:Additional:{i}", module.AssemblyQualifiedName);
            }

            foreach (var (key, value) in options.Settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_log).SetMinimumLevel(LogLevel.Information));
            builder.ConfigureTestServices(services =>
            {
                services.RemoveAll<TimeProvider>();
                services.AddSingleton<TimeProvider>(Clock);
                if (!options.RealSignIn)
                {
                    Users.Install(services);
                }

                options.Services?.Invoke(services);
            });
        }
    }
}
