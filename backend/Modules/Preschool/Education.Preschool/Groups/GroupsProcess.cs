using Education.Registry.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Groups;

/// <summary>What the process «groups» brings to the module.</summary>
internal static class GroupsProcess
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<PlaceLedger>();
        services.AddScoped<GroupNorms>();
        services.AddScoped<GroupLoader>();
        services.AddSingleton<IParameterSource, GroupParameters>();
    }

    public static void MapTables(ModelBuilder model)
    {
        model.ApplyConfiguration(new GroupMapping());
        model.ApplyConfiguration(new AgeGroupMapping());
    }

    public static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListAgeGroupsEndpoint.Map(routes);
        ListGroupsEndpoint.Map(routes);
        GetGroupEndpoint.Map(routes);
        CreateGroupEndpoint.Map(routes);
        ChangeGroupEndpoint.Map(routes);
        CloseGroupEndpoint.Map(routes);
        PublishFreePlacesEndpoint.Map(routes);
        SetGroupChildrenEndpoint.Map(routes);
        SetGroupStaffingEndpoint.Map(routes);
        TransferChildrenEndpoint.Map(routes);
        OpenNextYearEndpoint.Map(routes);
        ListFreePlacesEndpoint.Map(routes);
        GetFreePlacesMatrixEndpoint.Map(routes);
        ListStaffingEndpoint.Map(routes);
    }
}
