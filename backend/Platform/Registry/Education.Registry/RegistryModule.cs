using Education.BuildingBlocks.Modules;
using Education.Imports.Contracts;
using Education.Registry.Contracts;
using Education.Registry.Demo;
using Education.Registry.Calendar;
using Education.Registry.Institutions;
using Education.Registry.Parameters;
using Education.Registry.Territories;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Registry;

/// <summary>
/// Module <c>registry</c>: territories (КАТО), institutions with their history and aliases, effective-dated parameters, holiday calendar.
/// </summary>
public sealed class RegistryModule : Module
{
    /// <inheritdoc/>
    public override string Name => "registry";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dependencies => ["imports"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Permissions => RegistryPermissions.All;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDbContext<RegistryDbContext>(Name);
        services.AddScoped<ITerritoryDirectory, TerritoryDirectory>();
        services.AddScoped<IImportDefinition, KatoImport>();
        services.AddScoped<IInstitutionDirectory, InstitutionDirectory>();
        services.AddScoped<IInstitutionNetwork, InstitutionNetwork>();
        services.AddScoped<InstitutionChecks>();
        services.AddScoped<IImportDefinition, InstitutionImport>();
        services.AddScoped<InstitutionImportPlan>();
        services.AddSingleton<IParameterSource, RegistryParameters>();
        services.AddSingleton<ParameterCache>();
        services.AddScoped<IParameters, ParameterStore>();
        services.AddSingleton<CalendarCache>();
        services.AddScoped<IWorkCalendar, WorkCalendar>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListTerritoriesEndpoint.Map(routes);
        GetTerritoryEndpoint.Map(routes);
        ListTerritoryChildrenEndpoint.Map(routes);
        ListTerritoryCodeChangesEndpoint.Map(routes);
        RecordTerritoryCodeChangeEndpoint.Map(routes);
        RemoveTerritoryCodeChangeEndpoint.Map(routes);
        ListInstitutionKindsEndpoint.Map(routes);
        ListInstitutionsEndpoint.Map(routes);
        GetInstitutionEndpoint.Map(routes);
        RegisterInstitutionEndpoint.Map(routes);
        UpdateInstitutionEndpoint.Map(routes);
        ListInstitutionEventsEndpoint.Map(routes);
        RecordInstitutionEventEndpoint.Map(routes);
        CancelInstitutionEventEndpoint.Map(routes);
        ListInstitutionAliasesEndpoint.Map(routes);
        AddInstitutionAliasEndpoint.Map(routes);
        RemoveInstitutionAliasEndpoint.Map(routes);
        MergeInstitutionEndpoint.Map(routes);
        MatchInstitutionNamesEndpoint.Map(routes);
        ListParametersEndpoint.Map(routes);
        GetParameterEndpoint.Map(routes);
        SetParameterValueEndpoint.Map(routes);
        GetCalendarEndpoint.Map(routes);
        SetCalendarDayEndpoint.Map(routes);
    }

    /// <inheritdoc/>
    public override async Task SeedReference(IServiceProvider services, CancellationToken cancellationToken)
    {
        await TerritorySeed.Run(services, cancellationToken);
        await InstitutionKindSeed.Run(services, cancellationToken);
        await CalendarSeed.Run(services.GetRequiredService<RegistryDbContext>(), cancellationToken);
        await ParameterSeed.Run(
            services.GetRequiredService<RegistryDbContext>(), services.GetServices<IParameterSource>(), services.GetRequiredService<ParameterCache>(),
            cancellationToken);
    }

    /// <inheritdoc/>
    public override Task SeedDemo(IServiceProvider services, CancellationToken cancellationToken) =>
        DemoInstitutions.Load(services.GetRequiredService<RegistryDbContext>(), cancellationToken);
}
