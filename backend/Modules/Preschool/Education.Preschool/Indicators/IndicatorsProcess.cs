using Education.Imports.Contracts;
using Education.Planning.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Indicators;

/// <summary>What the process «indicators» brings to the module.</summary>
internal static class IndicatorsProcess
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IFigureRecords, NetworkRecords>();
        services.AddScoped<IFigureRecords, OpeningRecords>();
        services.AddScoped<IFigureRecords, PopulationRecords>();
        services.AddScoped<IFigureRecords, OrderRecords>();
        services.AddScoped<IFigureRecords, QueueRecords>();
        services.AddScoped<IFigureRecords, ReadinessRecords>();
        services.AddScoped<IFigureRecords, PublishedRecords>();
        services.AddScoped<FigureLabels>();
        services.AddScoped<IIndicatorSource, PreschoolFacts>();
        services.AddScoped<IIndicatorTrace, PreschoolTrace>();
        services.AddScoped<IImportDefinition, PopulationImport>();
        services.AddScoped<IImportDefinition, PublishedImport>();
        services.AddScoped<IImportDefinition, ReadinessImport>();
    }

    public static void MapTables(ModelBuilder model)
    {
        model.ApplyConfiguration(new PopulationMapping());
        model.ApplyConfiguration(new PublishedTotalMapping());
        model.ApplyConfiguration(new ReadinessMapping());
    }

    public static void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
