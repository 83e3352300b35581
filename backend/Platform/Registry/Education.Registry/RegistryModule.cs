using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Registry;

/// <summary>Module <c>registry</c>.</summary>
public sealed class RegistryModule : Module
{
    /// <inheritdoc/>
    public override string Name => "registry";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddModuleDbContext<RegistryDbContext>(Name);
}

internal sealed class RegistryDbContext(DbContextOptions<RegistryDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    public override string ModuleName => "registry";
}
