using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Testing;

/// <summary>Module <c>testing</c>.</summary>
public sealed class TestingModule : Module
{
    /// <inheritdoc/>
    public override string Name => "testing";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddModuleDbContext<TestingDbContext>(Name);
}

internal sealed class TestingDbContext(DbContextOptions<TestingDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    public override string ModuleName => "testing";
}
