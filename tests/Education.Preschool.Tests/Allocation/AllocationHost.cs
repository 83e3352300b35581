using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Tests.Allocation;

/// <summary>The application with kindergartens, groups with open places and a queue, and the steps of an allocation.</summary>
internal sealed class AllocationHost(ApiHost api) : IAsyncDisposable
{
    public const string Oblast = "350000000";
    public const string City = "351000000";
    public const string Other = "352400000";
    public const string Root = "/api/v1/preschool/allocation";

    private static readonly string[] Rights =
        [PreschoolPermissions.Read, PreschoolPermissions.ReadQueue, PreschoolPermissions.WriteQueue, PreschoolPermissions.WriteAllocation];

    private int _number;

    public ApiHost Api { get; } = api;

    public HttpClient Officer { get; } = api.As(Rights, name: "officer");

    public HttpClient Head { get; } = api.As([.. Rights, PreschoolPermissions.ApproveAllocation], name: "head");

    public static PoolKey Pool(int year, string territory = City) => new(territory, year, GroupLanguage.Kk, GroupProfile.General);

    /// <summary>At the start of a working day, nine in the morning in Almaty; the regime follows from the year.</summary>
    public static async Task<AllocationHost> Start(int year = 2026, ApiHostOptions? options = null)
    {
        var host = new AllocationHost(await ApiHost.Start(options));
        host.Day(year, 9, 3);
        return host;
    }

    public void Day(int year, int month, int day) => Api.Clock.Set(new(year, month, day, 3, 0, 0, TimeSpan.Zero));

    public HttpClient OfficerOf(string territory) => Api.As([.. Rights, PreschoolPermissions.ApproveAllocation], new DataScope(false, territory, []));

    public async Task<Guid> Kindergarten(string name, string territory = City)
    {
        var body = new { name = new { kk = name, ru = name }, kind = "kindergarten", ownership = "state", languages = new[] { "kk" }, territoryCode = territory, isBranch = false };
        return (await Api.AsAdministrator().Post("/api/v1/registry/institutions", body).As<JsonElement>()).GetProperty("id").GetGuid();
    }

    public Task<Guid> Group(Guid institution, int open, int birthYear) => Api.Inside(async services =>
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        var group = new Group(institution, 2026, $"g{++_number}", birthYear, GroupLanguage.Kk, GroupProfile.General, 25);
        group.Publish(open);
        db.Add(group);
        await db.SaveChangesAsync();
        return group.Id;
    });

    /// <summary>A family applies; later calls are later in time.</summary>
    public Task<Guid> Applies(int birthYear, int rank = QueueRank.General, string territory = City, DateOnly? bornOn = null, params Guid[] wishes) => Api.Inside(services =>
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        return db.InTransaction(
            async token =>
            {
                var queue = await services.GetRequiredService<QueueLog>().Open(territory, token);
                var born = bornOn ?? new DateOnly(birthYear, 2, 1);
                var number = (++_number).ToString("D6", CultureInfo.InvariantCulture);
                var application = new QueueApplication(number, Pool(birthYear, territory), born);
                var fact = new QueueFact { Rank = rank, AppliedAt = queue.Now.AddSeconds(_number), BornOn = born, Wishes = wishes };
                queue.Append(application, QueueEventKind.Registered, fact);
                db.Add(application);
                await db.SaveChangesAsync(token);
                return application.Id;
            },
            CancellationToken.None);
    });

    /// <summary>Something happens to an application outside of the allocation.</summary>
    public Task Happens(Guid applicationId, QueueEventKind kind) => Api.Inside(services =>
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        return db.InTransaction(
            async token =>
            {
                var territory = await db.Scoped<QueueApplication>().Where(a => a.Id == applicationId).Select(a => a.TerritoryCode).SingleAsync(token);
                var queue = await services.GetRequiredService<QueueLog>().Open(territory, token);
                queue.Append(await db.Scoped<QueueApplication>().Include(a => a.Wishes).SingleAsync(a => a.Id == applicationId, token), kind, new());
                return await db.SaveChangesAsync(token);
            },
            CancellationToken.None);
    });

    public Task<T> Look<T>(Func<PreschoolDbContext, Task<T>> look) => Api.Inside(services => look(services.GetRequiredService<PreschoolDbContext>()));

    public Task<Group> GroupNow(Guid id) => Look(db => db.Scoped<Group>().AsNoTracking().SingleAsync(g => g.Id == id));

    public Task<QueueApplication> Application(Guid id) => Look(db => db.Scoped<QueueApplication>().AsNoTracking().SingleAsync(a => a.Id == id));

    /// <summary>A run as drafted.</summary>
    public async Task<JsonElement> Draft(string territory = City, HttpClient? by = null)
    {
        var started = await (by ?? Officer).Post($"{Root}/runs", new { territoryCode = territory }).As<JsonElement>();
        await Api.RunJobs();
        return await RunNow(started.GetProperty("id").GetGuid());
    }

    public Task<JsonElement> RunNow(Guid id) => Officer.Get<JsonElement>($"{Root}/runs/{id}");

    public async Task<JsonElement> Approve(JsonElement run) =>
        await Head.Put($"{Root}/runs/{Id(run)}/approval", new { }, Version(run)).As<JsonElement>();

    /// <summary>A run from draft to publication.</summary>
    public async Task<JsonElement> Publish(string territory = City)
    {
        var run = await Approve(await Draft(territory));
        await Officer.Put($"{Root}/runs/{Id(run)}/publication", new { }, Version(run)).As<JsonElement>();
        await Api.RunJobs();
        run = await RunNow(Id(run));
        Assert.That(run.GetProperty("state").GetString(), Is.EqualTo("published"));
        return run;
    }

    public async Task<JsonElement> OfferOf(Guid application) =>
        (await Officer.Get<JsonElement>($"{Root}/offers?application={application}&sort=-createdAt")).GetProperty("items").EnumerateArray().First();

    public async Task<HttpResponseMessage> Act(JsonElement offer, string action, HttpClient? by = null, object? body = null) =>
        await (by ?? Officer).Put($"{Root}/offers/{Id(offer)}/{action}", body ?? new { }, Version(offer));

    /// <summary>The day passes: everything whose term ended lapses.</summary>
    public Task Lapse(DateOnly today) => Api.Inside(async services =>
    {
        foreach (var duty in services.GetServices<IQueueDuty>())
        {
            await duty.Run(today, CancellationToken.None);
        }
    });

    /// <summary>A regime for one territory from 2025 on.</summary>
    public async Task Regime(int regime, string territory)
    {
        var admin = Api.AsAdministrator();
        const string Path = "/api/v1/registry/parameters/" + QueueParameters.Regime;
        using var request = new HttpRequestMessage(HttpMethod.Post, Path + "/values")
        {
            Content = JsonContent.Create(new { value = regime, validFrom = "2025-01-01", legalAct = "сынақ", territoryCode = territory }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{Version(await admin.Get<JsonElement>(Path))}\"");
        using var response = await admin.SendAsync(request);
        Assert.That(response.IsSuccessStatusCode, Is.True, await response.Content.ReadAsStringAsync());
    }

    public static Guid Id(JsonElement row) => row.GetProperty("id").GetGuid();

    public static long Version(JsonElement row) => row.GetProperty("version").GetInt64();

    public static string State(JsonElement row) => row.GetProperty("state").GetString()!;

    public ValueTask DisposeAsync() => Api.DisposeAsync();
}
