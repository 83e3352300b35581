using Education.BuildingBlocks.Messaging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Education.BuildingBlocks.Web;

/// <summary>OpenTelemetry export, only when <c>Telemetry:Endpoint</c> (OTLP) is configured.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Telemetry:Endpoint"] is not { Length: > 0 } endpoint)
        {
            return;
        }

        services.AddSingleton(Sdk.CreateTracerProviderBuilder()
            .AddSource(RequestPipeline.Activities.Name, "Microsoft.AspNetCore").AddOtlpExporter(o => o.Endpoint = new Uri(endpoint)).Build());
        services.AddSingleton(Sdk.CreateMeterProviderBuilder()
            .AddMeter("Microsoft.AspNetCore.*").AddOtlpExporter(o => o.Endpoint = new Uri(endpoint)).Build());
    }
}
