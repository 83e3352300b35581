using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Signals;

/// <summary>What the process «signals» brings to the module.</summary>
internal static class SignalsProcess
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
