using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace Education.Api;

/// <summary>Schema and reference rows of all modules.</summary>
internal static class Database
{
    /// <summary>The contexts of <paramref name="modules"/>, the platform's first: the others' tables stand on its.</summary>
    public static IReadOnlyList<Type> Contexts(IEnumerable<Module> modules) =>
    [
        typeof(PlatformDbContext),
        .. modules.SelectMany(m => m.GetType().Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ModuleDbContext)))),
    ];

    /// <summary>Applies the migrations of every module, then the reference rows. Idempotent.</summary>
    public static async Task Migrate(IServiceProvider services, CancellationToken cancellationToken)
    {
        var modules = services.GetRequiredService<IReadOnlyList<Module>>();
        foreach (var type in Contexts(modules))
        {
            await using var scope = SystemScope(services);
            var context = (DbContext)scope.ServiceProvider.GetRequiredService(type);
            await context.Database.MigrateAsync(cancellationToken);
        }

        foreach (var module in modules)
        {
            await using var scope = SystemScope(services);
            await module.SeedReference(scope.ServiceProvider, cancellationToken);
        }
    }

    /// <summary>A scope that acts as the system itself.</summary>
    public static AsyncServiceScope SystemScope(IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(UserContext.System);
        return scope;
    }
}
