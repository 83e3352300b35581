using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Imports;

/// <summary>Module <c>imports</c>.</summary>
public sealed class ImportsModule : Module
{
    /// <inheritdoc/>
    public override string Name => "imports";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddModuleDbContext<ImportsDbContext>(Name);
}

internal sealed class ImportsDbContext(DbContextOptions<ImportsDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    public override string ModuleName => "imports";
}
