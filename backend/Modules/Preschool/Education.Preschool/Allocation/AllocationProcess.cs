using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Allocation;

/// <summary>What the process «allocation» brings to the module.</summary>
internal static class AllocationProcess
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
