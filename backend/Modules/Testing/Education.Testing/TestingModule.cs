using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Education.Imports.Contracts;
using Education.Registry.Contracts;
using Education.Testing.National;
using Education.Testing.National.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Testing;

/// <summary>Ұлттық бірыңғай тестілеу / единое национальное тестирование. Not software tests.</summary>
public sealed class TestingModule : Module
{
    /// <inheritdoc/>
    public override string Name => "testing";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dependencies => ["Registry", "Imports", "Planning"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Permissions => [TestingPermissions.Read, TestingPermissions.ReadParticipants, TestingPermissions.Write];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDbContext<TestingDbContext>(Name);
        services.AddSingleton<IParameterSource, TestParameters>();
        services.AddScoped<IImportDefinition, SchoolTableImport>();
        services.AddScoped<IImportDefinition, SubjectTableImport>();
        services.AddScoped<IImportDefinition, TerritoryTableImport>();
    }
}

internal sealed class TestingDbContext(DbContextOptions<TestingDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    public override string ModuleName => "testing";

    protected override void MapTables(ModelBuilder model)
    {
        model.ApplyConfiguration(new SchoolResultMapping());
        model.ApplyConfiguration(new SubjectResultMapping());
        model.ApplyConfiguration(new TerritoryResultMapping());
    }
}
