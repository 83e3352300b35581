using System.Reflection;
using System.Text.Json.Serialization;
using AutoMapper;
using Education.BuildingBlocks.Audit;
using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Outbox;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Education.BuildingBlocks.Modules;

/// <summary>Puts the building blocks and the listed modules into the container: nothing else has to be registered anywhere.</summary>
public static class BuildingBlocksRegistration
{
    /// <summary>Registers everything; <paramref name="modules"/> is THE list of modules.</summary>
    public static void AddEducation(
        this IServiceCollection services, IConfiguration configuration, IReadOnlyList<Module> modules, IDatabaseEngine provider, bool runWorkers)
    {
        Assembly[] assemblies = [typeof(BuildingBlocksRegistration).Assembly, .. modules.Select(m => m.GetType().Assembly).Distinct()];
        var settings = configuration.GetSection("Database").Get<DatabaseSettings>() ?? new DatabaseSettings();
        services.AddSingleton(modules);
        services.AddSingleton(settings);
        services.AddSingleton(provider);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new Texts(assemblies));
        services.AddScoped<CurrentUser>();
        services.AddScoped<WriteCompanions>();
        services.AddScoped<ModuleDbServices>();
        services.AddScoped<AuditChain>();
        services.AddModuleDbContext<PlatformDbContext>("platform");
        services.AddMessaging(assemblies);
        AddMapping(services, assemblies);
        AddOutboxAndJobs(services, assemblies, runWorkers);
        AddWeb(services, assemblies);
        services.AddRateLimits(configuration);
        services.AddHealth();
        services.AddTelemetry(configuration);
        foreach (var module in modules)
        {
            module.AddServices(services, configuration);
        }
    }

    /// <summary>Registers a module's context on the configured database.</summary>
    public static void AddModuleDbContext<TContext>(this IServiceCollection services, string module)
        where TContext : ModuleDbContext => services.AddDbContext<TContext>(
        (provider, options) => provider.GetRequiredService<IDatabaseEngine>()
            .Configure(
                // Their log lines carry the database's own message, which may quote a value (a duplicate ИИН); ProblemWriter logs type and stack.
                options.ConfigureWarnings(w => w.Ignore(CoreEventId.SaveChangesFailed, CoreEventId.QueryIterationFailed)),
                provider.GetRequiredService<DatabaseSettings>(), module),
        ServiceLifetime.Scoped,
        ServiceLifetime.Singleton);

    /// <summary>Registers the handler of a kind of stored job.</summary>
    public static void AddJob<THandler>(this IServiceCollection services, string kind)
        where THandler : JobHandler
    {
        services.AddScoped<THandler>();
        services.AddSingleton(new JobHandlerRegistration(kind, typeof(THandler)));
    }

    private static void AddMapping(IServiceCollection services, Assembly[] assemblies) =>
        services.AddSingleton<AutoMapper.IConfigurationProvider>(_ => new MapperConfiguration(mapping =>
        {
            foreach (var profile in assemblies.SelectMany(a => a.GetTypes()).Where(t => typeof(Profile).IsAssignableFrom(t) && !t.IsAbstract))
            {
                mapping.AddProfile(profile);
            }
        }));

    private static void AddOutboxAndJobs(IServiceCollection services, Assembly[] assemblies, bool runWorkers)
    {
        var consumers = new ConsumerMap(assemblies.SelectMany(a => a.GetTypes()));
        services.AddSingleton(consumers);
        foreach (var consumer in consumers.ConsumerTypes)
        {
            services.AddScoped(consumer);
        }

        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<JobSignal>();
        services.AddSingleton<JobBoard>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<Housekeeping>();
        if (runWorkers)
        {
            services.AddHostedService(p => p.GetRequiredService<OutboxDispatcher>());
            services.AddHostedService(p => p.GetRequiredService<JobRunner>());
            services.AddHostedService(p => p.GetRequiredService<Housekeeping>());
        }
    }

    private static void AddWeb(IServiceCollection services, Assembly[] assemblies)
    {
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthorization();
        services.AddAntiforgery(options => options.HeaderName = AntiforgerySetup.Header);
        services.AddSingleton<ProblemWriter>();
        services.AddOpenApi(assemblies);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        });
        services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(options =>
            options.JsonSerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase)));
        services.Configure<Microsoft.AspNetCore.Routing.RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }
}
