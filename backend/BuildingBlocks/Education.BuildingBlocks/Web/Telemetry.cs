using Education.BuildingBlocks.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Education.BuildingBlocks.Web;

/// <summary>OpenTelemetry export, only when <c>Telemetry:Endpoint</c> (OTLP) is configured.</summary>
internal static class Telemetry
{
    private static readonly ResourceBuilder Resource = ResourceBuilder.CreateDefault().AddService("Education");

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Telemetry:Endpoint"] is not { Length: > 0 } endpoint)
        {
            return;
        }

        // By factories: what the container made it disposes of, and with that the last spans are sent.
        services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource)
            .AddSource(RequestPipeline.Activities.Name, "Microsoft.AspNetCore").AddOtlpExporter(o => o.Endpoint = new Uri(endpoint)).Build());
        services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource)
            .AddMeter("Microsoft.AspNetCore.*").AddOtlpExporter(o => o.Endpoint = new Uri(endpoint)).Build());
    }

    /// <summary>Begins to listen.</summary>
    public static void StartTelemetry(this WebApplication app)
    {
        app.Services.GetService<TracerProvider>();
        app.Services.GetService<MeterProvider>();
    }
}
