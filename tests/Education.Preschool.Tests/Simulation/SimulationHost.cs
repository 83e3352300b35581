using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Tests.Simulation;

/// <summary>The application with a queue in two cities of Karaganda oblast, the clock at 1 September 2026.</summary>
internal sealed class SimulationHost(ApiHost api) : IAsyncDisposable
{
    public const string Oblast = "350000000";
    public const string City = "351000000";
    public const string Temirtau = "352400000";
    public const string Base = "/api/v1/preschool/simulations";

    private int _number;

    public ApiHost Api { get; } = api;

    public HttpClient Head { get; } = api.As([PreschoolPermissions.Simulate], name: "head");

    public static async Task<SimulationHost> Start() => new(await ApiHost.Start());

    public HttpClient HeadOf(string territory) => Api.As([PreschoolPermissions.Simulate], new DataScope(false, territory, []));

    public async Task<Guid> Kindergarten(string name, string territory = City)
    {
        var body = new { name = new { kk = name, ru = name }, kind = "kindergarten", ownership = "state", languages = new[] { "kk" }, territoryCode = territory, isBranch = false };
        return (await Api.AsAdministrator().Post("/api/v1/registry/institutions", body).As<JsonElement>()).GetProperty("id").GetGuid();
    }

    public Task<Guid> Group(Guid institution, int open) => Api.Inside(async services =>
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        var group = new Group(institution, 2026, $"g{++_number}", 2023, GroupLanguage.Kk, GroupProfile.General, 25);
        group.Publish(open);
        db.Add(group);
        await db.SaveChangesAsync();
        return group.Id;
    });

    /// <summary>A child born in 2023 applies and then goes through what is told.</summary>
    public Task Applies(string territory = City, Guid? wish = null, Guid? group = null, params QueueEventKind[] then) => Api.Inside(services =>
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        return db.InTransaction(
            async token =>
            {
                var queue = await services.GetRequiredService<QueueLog>().Open(territory, token);
                var born = new DateOnly(2023, 2, 1);
                var application = new QueueApplication(
                    (++_number).ToString("D6", CultureInfo.InvariantCulture), new(territory, 2023, GroupLanguage.Kk, GroupProfile.General), born);
                queue.Append(application, QueueEventKind.Registered, new() { Rank = QueueRank.General, AppliedAt = queue.Now.AddSeconds(_number), BornOn = born, Wishes = wish is { } named ? [named] : [] });
                foreach (var kind in then)
                {
                    queue.Append(application, kind, new() { GroupId = kind == QueueEventKind.Offered ? group : null });
                }

                db.Add(application);
                return await db.SaveChangesAsync(token);
            },
            CancellationToken.None);
    });

    public static object Scenario(int months = 6, int? regime = null, object[]? openings = null, int inflow = 100) => new
    {
        months, seed = 1, inflowPercent = inflow, freedPercent = 100, freedPerMonth = (int?)null, openings = openings ?? [], generalPerPriority = (int?)null,
        groupPlaces = (int?)null, regime = regime is null ? null : "voucher",
    };

    public static object Command(object? scenario = null, string territory = City, string name = "Жаңа балабақша") =>
        new { territoryCode = territory, name, scenario = scenario ?? Scenario() };

    public static object Opening(string from = "2026-11", string? territory = null, int age = 3, int places = 2, string? profile = null) =>
        new { territoryCode = territory, from, places = new[] { new { age, language = "kk", profile, places } } };

    /// <summary>A simulation, played.</summary>
    public async Task<JsonElement> Play(object command)
    {
        using var response = await Head.Post(Base, command);
        Assert.That(response.IsSuccessStatusCode, Is.True, string.Join("\n", Api.Log.TakeLast(3)));
        var created = await response.Content.ReadFromJsonAsync<JsonElement>();
        await Api.RunJobs();
        return await Head.Get<JsonElement>($"{Base}/{created.GetProperty("id").GetGuid()}");
    }

    public ValueTask DisposeAsync() => Api.DisposeAsync();
}
