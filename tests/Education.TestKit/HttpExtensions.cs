using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NUnit.Framework;

namespace Education.TestKit;

/// <summary>Short ways to talk to the API and to look at its answers.</summary>
public static class HttpExtensions
{
    /// <summary>How the API writes JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>GET that must succeed.</summary>
    public static async Task<T> Get<T>(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        await response.MustBe(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<T>(Json))!;
    }

    /// <summary>POST, whatever the answer.</summary>
    public static Task<HttpResponseMessage> Post(this HttpClient client, string path, object body, string? idempotencyKey = null) =>
        Send(client, HttpMethod.Post, path, body, null, idempotencyKey);

    /// <summary>PUT with the version that was read, whatever the answer.</summary>
    public static Task<HttpResponseMessage> Put(this HttpClient client, string path, object body, long? version) =>
        Send(client, HttpMethod.Put, path, body, version, null);

    /// <summary>DELETE with the version that was read, whatever the answer.</summary>
    public static Task<HttpResponseMessage> Delete(this HttpClient client, string path, long? version) =>
        Send(client, HttpMethod.Delete, path, null, version, null);

    /// <summary>The body of a success.</summary>
    public static async Task<T> As<T>(this Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        Assert.That(response.IsSuccessStatusCode, Is.True, await Describe(response));
        return (await response.Content.ReadFromJsonAsync<T>(Json))!;
    }

    /// <summary>Fails with the answer's body when the status is another.</summary>
    public static async Task MustBe(this HttpResponseMessage response, HttpStatusCode status) =>
        Assert.That(response.StatusCode, Is.EqualTo(status), await Describe(response));

    /// <summary>Checks that the answer is a problem of the product's shape with this status and code; returns it.</summary>
    public static async Task<JsonElement> MustBeProblem(this Task<HttpResponseMessage> sent, HttpStatusCode status, string code)
    {
        using var response = await sent;
        await response.MustBe(status);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Multiple(() =>
        {
            Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo(code));
            Assert.That(problem.GetProperty("type").GetString(), Is.EqualTo("urn:education:problem:" + code));
            Assert.That(problem.GetProperty("status").GetInt32(), Is.EqualTo((int)status));
            Assert.That(problem.GetProperty("title").GetString(), Is.Not.Empty.And.Not.EqualTo(code), "the code has no text");
            Assert.That(problem.GetProperty("traceId").GetString(), Is.Not.Empty);
        });
        return problem;
    }

    /// <summary>Checks that the answer is a 400 with exactly these field errors, each <c>field:code</c>.</summary>
    public static async Task MustBeInvalid(this Task<HttpResponseMessage> sent, params string[] fieldAndCode)
    {
        var problem = await sent.MustBeProblem(HttpStatusCode.BadRequest, "validation");
        var found = problem.GetProperty("errors").EnumerateObject()
            .SelectMany(field => field.Value.EnumerateArray().Select(error => $"{field.Name}:{error.GetProperty("code").GetString()}"));
        Assert.That(found, Is.EquivalentTo(fieldAndCode));
    }

    private static async Task<HttpResponseMessage> Send(
        HttpClient client, HttpMethod method, string path, object? body, long? version, string? idempotencyKey)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body switch { null => null, HttpContent content => content, _ => JsonContent.Create(body, options: Json) };
        if (version is { } seen)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
        }

        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await client.SendAsync(request);
    }

    private static async Task<string> Describe(HttpResponseMessage response) =>
        $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri} → {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}";
}
