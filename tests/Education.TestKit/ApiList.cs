using System.Globalization;
using System.Net;
using System.Text.Json;
using Education.BuildingBlocks.Web;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Education.TestKit;

/// <summary>A list of the API as tests walk over all of them: its name, its address and the parameters of its query.</summary>
public sealed record ApiList(string Name, string Path, IReadOnlyDictionary<string, Type> Parameters)
{
    /// <summary>Every list that needs no id in its address; not the workbooks of the same lists.</summary>
    public static IReadOnlyList<ApiList> Of(ApiHost host) =>
    [
        .. from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let shape = endpoint.Metadata.GetMetadata<QueryShape>()
           where shape is not null && endpoint.RoutePattern.Parameters.Count == 0 && !endpoint.RoutePattern.RawText!.EndsWith("/export", StringComparison.Ordinal)
               && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
           select new ApiList(endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName, endpoint.RoutePattern.RawText!, shape.Parameters),
    ];

    /// <summary>The address with <paramref name="values"/>, as far as the list takes them.</summary>
    public string With(IEnumerable<KeyValuePair<string, object>> values) => Path + "?" + string.Join(
        '&', values.Where(v => Parameters.ContainsKey(v.Key)).Select(v => $"{v.Key}={Uri.EscapeDataString(Text(v.Value))}"));

    /// <summary>A value for a parameter: one meant for this list alone, <c>ListSignals.kind</c>, else one for all.</summary>
    public object? Find(IReadOnlyDictionary<string, object> values, string parameter) =>
        values.TryGetValue($"{Name}.{parameter}", out var own) ? own : values.GetValueOrDefault(parameter);

    /// <summary>The address with those of <paramref name="values"/> that the list cannot do without, by what it says itself.</summary>
    public async Task<string> Required(HttpClient client, IReadOnlyDictionary<string, object> values)
    {
        using var response = await client.GetAsync(Path);
        if (response.StatusCode != HttpStatusCode.BadRequest)
        {
            return Path;
        }

        var body = await response.Content.ReadAsStringAsync();
        if (!JsonDocument.Parse(body).RootElement.TryGetProperty("errors", out var errors))
        {
            throw new InvalidOperationException($"{Name} does not say what it needs: {body}");
        }

        return With(errors.EnumerateObject().Select(e => KeyValuePair.Create(
            e.Name, Find(values, e.Name) ?? throw new InvalidOperationException($"{Name} needs {e.Name}: the test has no value for it."))));
    }

    /// <summary>The fields by which the list can be sorted, by what it says itself; empty for a list that takes no order.</summary>
    public async Task<IReadOnlyList<string>> Sorts(HttpClient client, string address)
    {
        if (!Parameters.ContainsKey("sort"))
        {
            return [];
        }

        using var response = await client.GetAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "sort=no-such-field");
        var body = await response.Content.ReadAsStringAsync();
        var problem = JsonDocument.Parse(body).RootElement;
        if (!problem.TryGetProperty("errors", out var errors) || !errors.TryGetProperty("sort", out _))
        {
            throw new InvalidOperationException($"{address} does not refuse an unknown sort: {body}");
        }

        var message = problem.GetProperty("errors").GetProperty("sort")[0].GetProperty("message").GetString()!;
        return message[(message.LastIndexOf(':') + 1)..].Split(',', StringSplitOptions.TrimEntries);
    }

    /// <summary>The rows of an answer: a page, a stretch or a bare array.</summary>
    public static IReadOnlyList<JsonElement> Items(string body)
    {
        var root = JsonDocument.Parse(body).RootElement;
        return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()]
            : root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var items) ? [.. items.EnumerateArray()] : [];
    }

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
