using Education.Imports.Contracts;
using Education.Preschool.Network.Imports;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Network;

/// <summary>What the process «network» brings to the module.</summary>
internal static class NetworkProcess
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<Kindergartens>();
        services.AddScoped<KindergartenLines>();
        services.AddScoped<IImportDefinition, OpeningImport>();
        services.AddScoped<IImportDefinition, ExpansionImport>();
        services.AddScoped<IImportDefinition, ProfileImport>();
    }

    public static void MapTables(ModelBuilder model)
    {
        model.ApplyConfiguration(new KindergartenProfileMapping());
        model.ApplyConfiguration(new NetworkChangeMapping());
    }

    public static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListKindergartensEndpoint.Map(routes);
        ExportKindergartensEndpoint.Map(routes);
        GetKindergartenTotalsEndpoint.Map(routes);
        GetKindergartenEndpoint.Map(routes);
        SetKindergartenProfileEndpoint.Map(routes);
        ListNetworkChangesEndpoint.Map(routes);
        GetNetworkChangeTotalsEndpoint.Map(routes);
        GetNetworkChangeEndpoint.Map(routes);
        CreateNetworkChangeEndpoint.Map(routes);
        UpdateNetworkChangeEndpoint.Map(routes);
        DeleteNetworkChangeEndpoint.Map(routes);
    }
}
