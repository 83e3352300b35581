using Education.BuildingBlocks.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Simulation;

/// <summary>What the process «simulation» brings to the module.</summary>
internal static class SimulationProcess
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<SimulationCopy>();
        services.AddJob<RunSimulationJob>(RunSimulationJob.Name);
    }

    public static void MapTables(ModelBuilder model) => model.ApplyConfiguration(new QueueSimulationMapping());

    public static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        CreateSimulationEndpoint.Map(routes);
        ListSimulationsEndpoint.Map(routes);
        GetSimulationBasisEndpoint.Map(routes);
        GetSimulationEndpoint.Map(routes);
        DeleteSimulationEndpoint.Map(routes);
    }
}
