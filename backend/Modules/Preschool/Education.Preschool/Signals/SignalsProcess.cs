using Education.Registry.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Signals;

/// <summary>What the process «signals» brings to the module: lists to look at, computed when they are looked at.</summary>
internal static class SignalsProcess
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IParameterSource, SignalParameters>();
        services.AddScoped<SignalSources>();
    }

    public static void MapTables(ModelBuilder model) => model.ApplyConfiguration(new SignalDismissalMapping());

    public static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListSignalsEndpoint.Map(routes);
        GetSignalCountsEndpoint.Map(routes);
        DismissSignalEndpoint.Map(routes);
    }
}
