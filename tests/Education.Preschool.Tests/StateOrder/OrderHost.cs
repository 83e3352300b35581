using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.Preschool.Groups;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Tests.StateOrder;

/// <summary>The application on 1 September 2026 with two private kindergartens, and the steps from a contract to an act.</summary>
internal sealed class OrderHost(ApiHost api) : IAsyncDisposable
{
    public const string City = "351000000";
    public const string Root = "/api/v1/preschool";

    private static readonly string[] Rights =
        ["preschool.read", "preschool.state-order.write", "preschool.attendance.write", "preschool.acts.approve"];

    private int _number;

    public ApiHost Api { get; } = api;

    public static async Task<OrderHost> Start() => new(await ApiHost.Start());

    public HttpClient Department(string language = "en") => Api.As(Rights, language: language, name: "department");

    /// <summary>Staff of one kindergarten.</summary>
    public HttpClient Staff(Guid institution) =>
        Api.As(["preschool.read", "preschool.attendance.write"], new DataScope(false, null, [institution]), name: "staff");

    public async Task<Guid> Kindergarten(string? name = null, string territory = City)
    {
        name ??= $"Частный детский сад «Ромашка {++_number}»";
        var body = new { name = new { kk = name, ru = name }, kind = "kindergarten", ownership = "private", languages = new[] { "kk" }, territoryCode = territory, isBranch = false };
        return (await Api.AsAdministrator().Post("/api/v1/registry/institutions", body).As<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>A group of the academic year 2025/2026.</summary>
    public Task<Guid> Group(Guid institution, string name = "Күншуақ", int birthYear = 2021, int places = 25, int academicYear = 2025) => Api.Inside(async services =>
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        var group = new Group(institution, academicYear, name, birthYear, GroupLanguage.Kk, GroupProfile.General, places);
        db.Add(group);
        await db.SaveChangesAsync();
        return group.Id;
    });

    public async Task<JsonElement> Contract(Guid institution, int? places = null, string from = "2026-01-01", string to = "2026-12-31") =>
        await Department().Post($"{Root}/state-order/contracts", new { institutionId = institution, number = $"ГЗ-{++_number}", startsOn = from, endsOn = to, places }).As<JsonElement>();

    public async Task<JsonElement> Tariff(decimal monthly, string from, string? to = null, string? age = null) => await Department().Post(
        $"{Root}/state-order/tariffs", new { territoryCode = City, age, monthly, validFrom = from, validTo = to, legalAct = "Постановление акимата" }).As<JsonElement>();

    public async Task<Guid> Enrol(JsonElement contract, Guid group, string number, string from = "2026-01-01", string? to = null, string? iin = null) =>
        (await Department().Post($"{Root}/attendance/children", new { contractId = contract.GetProperty("id"), groupId = group, number, iin, enrolledFrom = from, enrolledTo = to })
            .As<JsonElement>()).GetProperty("id").GetGuid();

    public static string Sheet(Guid group, string month = "2026-06") => $"{Root}/attendance/groups/{group}/{month}";

    /// <summary>Enters the same mark for a child on days; the sheet as it stands after.</summary>
    public async Task<JsonElement> Mark(Guid group, Guid child, string mark, IEnumerable<int> days, string month = "2026-06")
    {
        var client = Department();
        var version = (await client.Get<JsonElement>(Sheet(group, month))).GetProperty("version").GetInt64();
        return await client.Put($"{Sheet(group, month)}/children/{child}", new { marks = days.Select(day => new { day, mark }) }, version).As<JsonElement>();
    }

    public async Task<JsonElement> Act(JsonElement contract, string month = "2026-06") =>
        await Department().Post($"{Root}/acts", new { contractId = contract.GetProperty("id"), month }).As<JsonElement>();

    public async Task<JsonElement> Approve(JsonElement act) =>
        await Department().Put($"{Root}/acts/{act.GetProperty("id")}/approval", new { }, act.GetProperty("version").GetInt64()).As<JsonElement>();

    public Task<JsonElement> Check(string definition, string csv, object options) => Check(Api.AsAdministrator(), definition, csv, options);

    private async Task<JsonElement> Check(HttpClient client, string definition, string csv, object options)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent
        {
            { new StringContent(definition), "definition" }, { new StringContent(JsonSerializer.Serialize(options)), "options" }, { file, "file", "table.csv" },
        };
        var import = await client.Post("/api/v1/imports", form, Guid.CreateVersion7().ToString()).As<JsonElement>();
        Assert.That(import.GetProperty("status").GetString(), Is.EqualTo("recognised"), import.ToString());
        var id = import.GetProperty("id").GetGuid();
        await client.Post($"/api/v1/imports/{id}/check", new { }).As<JsonElement>();
        await Api.RunJobs();
        return await client.Get<JsonElement>($"/api/v1/imports/{id}");
    }

    public async Task Import(string definition, string csv, object options)
    {
        var client = Api.AsAdministrator();
        var id = (await Check(client, definition, csv, options)).GetProperty("id").GetGuid();
        await client.Post($"/api/v1/imports/{id}/apply", new { mode = "all" }).As<JsonElement>();
        await Api.RunJobs();
        var import = await client.Get<JsonElement>($"/api/v1/imports/{id}");
        Assert.That(import.GetProperty("status").GetString(), Is.EqualTo("applied"), import.ToString());
    }

    /// <summary>What the check found, each <c>row:column:code</c>.</summary>
    public async Task<IReadOnlyList<string>> Errors(string definition, string csv, object options)
    {
        var import = await Check(definition, csv, options);
        var errors = await Api.AsAdministrator().Get<JsonElement>($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/errors?pageSize=200");
        return [.. Items(errors).Select(e => $"{e.GetProperty("row")}:{e.GetProperty("column")}:{e.GetProperty("code")}")];
    }

    public static IReadOnlyList<JsonElement> Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    /// <summary>Weekdays of June 2026: it has no holiday.</summary>
    public static IReadOnlyList<int> JuneDays { get; } = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 22, 23, 24, 25, 26, 29, 30];

    /// <summary>A number with a right check digit, the n-th of its kind.</summary>
    public static string Iin(int n)
    {
        for (var i = n * 20; ; i++)
        {
            var digits = $"2105015{i:D4}";
            var sum = Enumerable.Range(0, 11).Sum(p => (digits[p] - '0') * (p + 1)) % 11;
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
