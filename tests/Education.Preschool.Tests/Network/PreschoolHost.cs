using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.TestKit;

namespace Education.Preschool.Tests.Network;

/// <summary>The application with kindergartens in two cities of Karaganda oblast; reference rows are loaded.</summary>
internal sealed class PreschoolHost(ApiHost api) : IAsyncDisposable
{
    public const string Karaganda = "351000000";
    public const string Temirtau = "352400000";
    public const string Path = "/api/v1/preschool";

    private static readonly string[] Rights = ["preschool.read", "preschool.network.write", "preschool.groups.write"];

    public ApiHost Api { get; } = api;

    public Guid Aigul { get; private set; }

    public Guid Baiterek { get; private set; }

    public Guid InTemirtau { get; private set; }

    public static async Task<PreschoolHost> Start()
    {
        var host = new PreschoolHost(await ApiHost.Start());
        host.Aigul = await host.AddKindergarten("Айгүл", Karaganda);
        host.Baiterek = await host.AddKindergarten("Бәйтерек", Karaganda, "nursery-kindergarten", "private");
        host.InTemirtau = await host.AddKindergarten("Темір", Temirtau);
        return host;
    }

    public async Task<Guid> AddKindergarten(string name, string territory, string kind = "kindergarten", string ownership = "state")
    {
        var body = new { name = new { kk = name, ru = name }, kind, ownership, languages = new[] { "kk" }, territoryCode = territory, isBranch = false };
        return (await Api.AsAdministrator().Post("/api/v1/registry/institutions", body).As<JsonElement>()).GetProperty("id").GetGuid();
    }

    public HttpClient Specialist(DataScope? scope = null, string language = "en") => Api.As(Rights, scope, language, "specialist");

    public HttpClient StaffOf(Guid institution) => Specialist(new DataScope(false, null, [institution]));

    public async Task Close(Guid institution)
    {
        var client = Api.AsAdministrator();
        var version = (await client.Get<JsonElement>($"/api/v1/registry/institutions/{institution}")).GetProperty("version").GetInt64();
        var closing = new { kind = "closed", date = "2026-08-01", basis = new { kind = "order", number = "1", date = "2026-07-01" } };
        await PostAt(client, $"/api/v1/registry/institutions/{institution}/events", closing, version).As<JsonElement>();
    }

    /// <summary>A POST that changes the version that was seen.</summary>
    public static Task<HttpResponseMessage> PostAt(HttpClient client, string path, object body, long version)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return client.SendAsync(request);
    }

    public static object Group(string name, int birthYear = 2023, int places = 25, string language = "kk", string profile = "general", decimal? areaM2 = null) =>
        new { name, birthYear, language, profile, places, areaM2 };

    /// <summary>Opens a group of 2026/2027; its id, at version 1.</summary>
    public async Task<Guid> AddGroup(Guid institution, string name, int birthYear = 2023, int places = 25, int academicYear = 2026, string language = "kk") =>
        (await Specialist().Post($"{Path}/groups", new { institutionId = institution, academicYear, group = Group(name, birthYear, places, language) }).As<JsonElement>())
        .GetProperty("id").GetGuid();

    public Task<JsonElement> Import(string definition, string csv, object options) => Import(definition, Encoding.UTF8.GetBytes(csv), "table.csv", options);

    public async Task<JsonElement> Import(string definition, byte[] content, string fileName, object options)
    {
        var client = Api.AsAdministrator();
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent
        {
            { new StringContent(definition), "definition" }, { new StringContent(JsonSerializer.Serialize(options)), "options" }, { file, "file", fileName },
        };
        var id = (await client.Post("/api/v1/imports", form).As<JsonElement>()).GetProperty("id").GetGuid();
        await client.Post($"/api/v1/imports/{id}/check", new { }).As<JsonElement>();
        await Api.RunJobs();
        await client.Post($"/api/v1/imports/{id}/apply", new { mode = "good" }).As<JsonElement>();
        await Api.RunJobs();
        return await client.Get<JsonElement>($"/api/v1/imports/{id}");
    }

    public async Task<IReadOnlyList<string>> Errors(JsonElement import) =>
        [.. Items(await Api.AsAdministrator().Get<JsonElement>($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/errors?pageSize=200"))
            .Select(e => $"{e.GetProperty("row")}:{e.GetProperty("column")}:{e.GetProperty("code")}")];

    public static IReadOnlyList<JsonElement> Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    public static int Int(JsonElement element, string property) => element.GetProperty(property).GetInt32();

    public ValueTask DisposeAsync() => Api.DisposeAsync();
}
