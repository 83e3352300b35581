using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Simulation;

/// <summary>What the process «simulation» brings to the module.</summary>
internal static class SimulationProcess
{
    public static void AddServices(IServiceCollection services)
    {
    }

    public static void MapTables(ModelBuilder model)
    {
    }

    public static void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
