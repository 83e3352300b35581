using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Access;

/// <summary>Module <c>access</c>.</summary>
public sealed class AccessModule : Module
{
    /// <inheritdoc/>
    public override string Name => "access";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddModuleDbContext<AccessDbContext>(Name);
}

internal sealed class AccessDbContext(DbContextOptions<AccessDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    public override string ModuleName => "access";
}
