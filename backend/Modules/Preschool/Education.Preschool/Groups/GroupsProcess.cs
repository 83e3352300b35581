using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Groups;

/// <summary>What the process «groups» brings to the module.</summary>
internal static class GroupsProcess
{
    public static void AddServices(IServiceCollection services) => services.AddScoped<PlaceLedger>();

    public static void MapTables(ModelBuilder model) => model.ApplyConfiguration(new GroupMapping());

    public static void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
