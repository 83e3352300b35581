using System.Net;
using System.Text;
using Education.TestKit;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Api.Tests;

/// <summary>Whatever is sent to whatever endpoint, the answer is never an unexpected error.</summary>
internal sealed class RobustnessTests
{
    private static readonly string[] Bodies = ["{}", "[]", "null", "1", "{\"x\":null}", ""];

    [Test]
    public async Task No_endpoint_breaks_on_a_body_without_sense()
    {
        await using var host = await ApiHost.Start();
        var client = host.AsAdministrator();
        var broken = new List<string>();
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true))
        {
            var path = endpoint.RoutePattern.Parameters.Aggregate(endpoint.RoutePattern.RawText!, (text, parameter) => System.Text.RegularExpressions.Regex.Replace(
                text, $@"\{{{parameter.Name}[^}}]*\}}", parameter.ParameterPolicies.Any(p => p.Content is "int" or "long") ? "1" : SharedKernel.SequentialGuid.Next().ToString()));
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            {
                foreach (var body in method == "GET" ? [""] : Bodies)
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), path);
                    request.Content = method == "GET" ? null : new StringContent(body, Encoding.UTF8, "application/json");
                    request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
                    using var response = await client.SendAsync(request);
                    if (response.StatusCode >= HttpStatusCode.InternalServerError)
                    {
                        broken.Add($"{method} {path} with «{body}»: {host.Log.LastOrDefault(l => l.Contains("Unexpected", StringComparison.Ordinal))?.Split('\n').Take(3).Aggregate((a, b) => a + b)}");
                        break;
                    }
                }
            }
        }

        Assert.That(broken, Is.Empty);
    }
}
