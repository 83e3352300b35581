using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Indicators;

/// <summary>What the process «indicators» brings to the module.</summary>
internal static class IndicatorsProcess
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
