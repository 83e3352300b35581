using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.TestKit;

namespace Education.Testing.Tests.National;

/// <summary>The application with schools in two cities of Karaganda oblast, and the steps of the import wizard.</summary>
internal sealed class NationalHost(ApiHost api) : IAsyncDisposable
{
    public const string Oblast = "350000000";
    public const string Karaganda = "351000000";
    public const string Temirtau = "352400000";

    public const string Header =
        "ИИН;Школа;Язык;Творческий экзамен;Грамотность чтения;Математическая грамотность;История Казахстана;"
        + "Профильный предмет 1;Балл по профильному предмету 1;Профильный предмет 2;Балл по профильному предмету 2;Общий балл";

    private static readonly string[] Rights = ["testing.read", "testing.participants.read", "testing.write"];

    public ApiHost Api { get; } = api;

    public Guid First { get; private set; }

    public Guid Second { get; private set; }

    public Guid InTemirtau { get; private set; }

    public static async Task<NationalHost> Start()
    {
        var host = new NationalHost(await ApiHost.Start());
        host.First = await host.AddSchool("Школа-лицей №1", Karaganda);
        host.Second = await host.AddSchool("Гимназия №38", Karaganda);
        host.InTemirtau = await host.AddSchool("Школа-лицей №20", Temirtau);
        return host;
    }

    /// <summary>Enters a school into the register.</summary>
    public async Task<Guid> AddSchool(string name, string territory)
    {
        var school = new { name = new { kk = name, ru = name }, kind = "secondary-school", ownership = "state", languages = new[] { "kk" }, territoryCode = territory, isBranch = false };
        return (await Api.AsAdministrator().Post("/api/v1/registry/institutions", school).As<JsonElement>()).GetProperty("id").GetGuid();
    }

    public HttpClient Specialist(DataScope? scope = null, string language = "en") => Api.As(Rights, scope, language, "specialist");

    /// <summary>Uploads, checks and applies; the import as it stands after.</summary>
    public async Task<JsonElement> Import(HttpClient client, string definition, string csv, object options, string mode = "all")
    {
        var import = await Check(client, definition, csv, options);
        var id = import.GetProperty("id").GetGuid();
        await client.Post($"/api/v1/imports/{id}/apply", new { mode }).As<JsonElement>();
        await Api.RunJobs();
        import = await client.Get<JsonElement>($"/api/v1/imports/{id}");
        Assert.That(import.GetProperty("status").GetString(), Is.EqualTo("applied"), import.ToString());
        return import;
    }

    public async Task<JsonElement> Check(HttpClient client, string definition, string csv, object options)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent
        {
            { new StringContent(definition), "definition" }, { new StringContent(JsonSerializer.Serialize(options)), "options" }, { file, "file", "table.csv" },
        };
        var import = await client.Post("/api/v1/imports", form).As<JsonElement>();
        Assert.That(import.GetProperty("status").GetString(), Is.EqualTo("recognised"), import.ToString());
        var id = import.GetProperty("id").GetGuid();
        await client.Post($"/api/v1/imports/{id}/check", new { }).As<JsonElement>();
        await Api.RunJobs();
        import = await client.Get<JsonElement>($"/api/v1/imports/{id}");
        Assert.That(import.GetProperty("status").GetString(), Is.EqualTo("checked"), import.ToString());
        return import;
    }

    public Task<JsonElement> Participants(HttpClient client, object options, params string[] rows) =>
        Import(client, "testing.participants", string.Join('\n', rows.Prepend(Header)), options);

    /// <summary>What the check found, each <c>row:column:code</c>.</summary>
    public async Task<IReadOnlyList<string>> Errors(HttpClient client, string definition, string csv, object options)
    {
        var import = await Check(client, definition, csv, options);
        var errors = await client.Get<JsonElement>($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/errors?pageSize=200");
        return [.. Items(errors).Select(e => $"{e.GetProperty("row")}:{e.GetProperty("column")}:{e.GetProperty("code")}")];
    }

    public static IReadOnlyList<JsonElement> Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    /// <summary>The school's line of the league table as the department sees it.</summary>
    public async Task<JsonElement> School(Guid id, int year, string territory = Karaganda)
    {
        var page = await Specialist().Get<JsonElement>($"/api/v1/testing/national/schools?year={year}&territory={territory}&view=internal");
        return Items(page).Single(i => i.GetProperty("institutionId").GetGuid() == id);
    }

    public async Task<IReadOnlyDictionary<string, JsonElement>> Subjects(int year, string territory = Karaganda)
    {
        var rows = await Specialist().Get<JsonElement>($"/api/v1/testing/national/subjects?year={year}&territory={territory}");
        return rows.EnumerateArray().ToDictionary(r => r.GetProperty("code").GetString()!);
    }

    /// <summary>A number with a right check digit, the n-th of its kind.</summary>
    public static string Iin(int n)
    {
        for (var i = n * 20; ; i++)
        {
            var digits = $"0507015{i:D4}";
            var sum = Enumerable.Range(0, 11).Sum(p => (digits[p] - '0') * (p + 1)) % 11;
            if (sum == 10)
            {
                sum = Enumerable.Range(0, 11).Sum(p => (digits[p] - '0') * (((p + 2) % 11) + 1)) % 11;
            }

            if (sum < 10)
            {
                return digits + sum;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in Api.Log.Where(l => l.StartsWith("Error", StringComparison.Ordinal)))
        {
            TestContext.Out.WriteLine(line);
        }

        await Api.DisposeAsync();
    }
}
