using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Planning;

/// <summary>Module <c>planning</c>.</summary>
public sealed class PlanningModule : Module
{
    /// <inheritdoc/>
    public override string Name => "planning";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddModuleDbContext<PlanningDbContext>(Name);
}

internal sealed class PlanningDbContext(DbContextOptions<PlanningDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    public override string ModuleName => "planning";
}
