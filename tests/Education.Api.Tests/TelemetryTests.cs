using System.Net;
using System.Net.Sockets;
using Education.TestKit;

namespace Education.Api.Tests;

/// <summary>Traces and metrics go to a collector where one is configured, and nowhere else.</summary>
internal sealed class TelemetryTests
{
    [Test]
    public async Task Tells_a_configured_collector_of_the_request()
    {
        using var collector = new TcpListener(IPAddress.Loopback, 0);
        collector.Start();
        var calling = collector.AcceptTcpClientAsync();
        await using (var host = await ApiHost.Start(new() { Settings = Endpoint($"http://127.0.0.1:{((IPEndPoint)collector.LocalEndpoint).Port}") }))
        {
            using var response = await host.AsAdministrator().GetAsync("/api/v1/jobs");
            await response.MustBe(HttpStatusCode.OK);
            Assert.That(host.Services.GetService(typeof(OpenTelemetry.Trace.TracerProvider)), Is.Not.Null);

            // Spans go out at the latest when the application ends; this collector never answers, so the end need not be waited for.
            _ = Task.Run(host.DisposeAsync);
            using var caller = await calling.WaitAsync(TimeSpan.FromSeconds(30));
            var preface = new byte[14];
            await caller.GetStream().ReadExactlyAsync(preface);
            Assert.That(System.Text.Encoding.ASCII.GetString(preface), Is.EqualTo("PRI * HTTP/2.0"), "OTLP speaks gRPC");
        }
    }

    [Test]
    public async Task Is_silent_without_one()
    {
        await using var host = await ApiHost.Start(new() { Settings = Endpoint("") });
        Assert.That(host.Services.GetService(typeof(OpenTelemetry.Trace.TracerProvider)), Is.Null);
        Assert.That(host.Services.GetService(typeof(OpenTelemetry.Metrics.MeterProvider)), Is.Null);
    }

    private static Dictionary<string, string> Endpoint(string url) => new() { ["Telemetry:Endpoint"] = url };
}
