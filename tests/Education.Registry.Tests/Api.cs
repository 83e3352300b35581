using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.TestKit;

namespace Education.Registry.Tests;

/// <summary>The Registry's endpoints in short.</summary>
internal static class Api
{
    public const string Root = "/api/v1/registry";
    public const string Karaganda = "351000000";
    public const string Balkhash = "351600000";
    public const string KaragandaOblast = "350000000";

    public static readonly string[] Institutions =
        [RegistryPermissions.ReadInstitutions, RegistryPermissions.WriteInstitutions, RegistryPermissions.ReadTerritories];

    public static HttpClient Registrar(this ApiHost host, DataScope? scope = null, string language = "en") => host.As(Institutions, scope, language);

    public static DataScope Within(string territory) => new(false, territory, []);

    public static object School(string kk, string ru, string kind = "secondary-school", string territory = Karaganda, string? bin = null,
        string? openedOn = null, string ownership = "state", Guid? parentId = null, string[]? languages = null) => new
        {
            bin,
            name = new { kk, ru },
            kind,
            ownership,
            languages = languages ?? ["kk"],
            territoryCode = territory,
            parentId,
            isBranch = false,
            openedOn,
        };

    /// <summary>Registers an institution and gives its id.</summary>
    public static async Task<Guid> Register(this HttpClient client, object institution)
    {
        var created = await client.Post(Root + "/institutions", institution).As<JsonElement>();
        return created.GetProperty("id").GetGuid();
    }

    public static Task<JsonElement> Card(this HttpClient client, Guid id, string? asOf = null) =>
        client.Get<JsonElement>($"{Root}/institutions/{id}" + (asOf is null ? "" : "?asOf=" + asOf));

    public static async Task<long> VersionOf(this HttpClient client, Guid id) => (await client.Card(id)).GetProperty("version").GetInt64();

    public static object Event(string kind, string date, object? name = null, string? institutionKind = null, string? territoryCode = null, Guid? successorId = null) => new
    {
        kind,
        date,
        basis = new { kind = "resolution", number = "12/3", date },
        name,
        institutionKind,
        territoryCode,
        successorId,
    };

    /// <summary>Tells an event with the present version.</summary>
    public static async Task<HttpResponseMessage> Tell(this HttpClient client, Guid id, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/institutions/{id}/events");
        request.Content = System.Net.Http.Json.JsonContent.Create(body, options: HttpExtensions.Json);
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{await client.VersionOf(id)}\"");
        return await client.SendAsync(request);
    }

    public static async Task<string[]> NamesOf(this HttpClient client, string path)
    {
        var page = await client.Get<JsonElement>(path);
        return [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetProperty("kk").GetString()!)];
    }
}
