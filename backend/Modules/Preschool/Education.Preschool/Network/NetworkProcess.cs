using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Network;

/// <summary>What the process «network» brings to the module.</summary>
internal static class NetworkProcess
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
