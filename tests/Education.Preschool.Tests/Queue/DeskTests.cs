using System.Net;
using System.Text.Json;
using Education.BuildingBlocks.Persistence;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Tests.Queue;

internal sealed class DeskTests
{
    private ApiHost _host = null!;
    private HttpClient _officer = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        _officer = _host.Officer();
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_benefit_gives_its_rank_only_once_it_is_verified_and_takes_it_back_when_it_ends()
    {
        var first = await _officer.Register();
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await _officer.Register();
        var claimed = await _officer.Act(second.Id, "benefits", QueueApi.Evidence()).As<JsonElement>();
        Assert.That(claimed.GetProperty("validTo").GetString(), Is.EqualTo("2026-09-25"), "one month from the issue");
        Assert.That((await _officer.Position(second.Id)).Place(), Is.EqualTo(2));
        var benefit = claimed.GetProperty("benefitId").GetGuid();
        await _officer.Act(second.Id, $"benefits/{benefit}/verification", new { channel = "manual", accepted = true }).As<JsonElement>();
        Assert.That((await _officer.Position(second.Id)).Place(), Is.EqualTo(1));
        await _officer.Act(second.Id, $"benefits/{benefit}/verification", new { channel = "manual", accepted = true })
            .MustBeProblem(HttpStatusCode.Conflict, "preschool.benefit-not-claimed");
        await _officer.Delete($"{QueueApi.Applications}/{second.Id}/benefits/{benefit}", await _officer.VersionOf(second.Id)).As<JsonElement>();
        Assert.That((await _officer.Position(second.Id)).Place(), Is.EqualTo(2));
        Assert.That((await _officer.Position(first.Id)).Place(), Is.EqualTo(1));
    }

    [Test]
    public async Task Expired_evidence_unknown_benefits_and_stale_versions_are_refused()
    {
        var registered = await _officer.Register();
        await _officer.Act(registered.Id, "benefits", QueueApi.Evidence(issuedOn: "2026-07-31")).MustBeProblem(HttpStatusCode.Conflict, "preschool.evidence-expired");
        await _officer.Act(registered.Id, "benefits", QueueApi.Evidence(issuedOn: "2026-09-02")).MustBeProblem(HttpStatusCode.Conflict, "preschool.evidence-not-issued");
        await _officer.Act(registered.Id, "benefits", QueueApi.Evidence("astronaut")).MustBeInvalid("benefit:preschool.benefit-unknown");
        await _officer.Act(registered.Id, "benefits", QueueApi.Evidence()).As<JsonElement>();
        await _officer.Act(registered.Id, "withdrawal", version: registered.Version).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Test]
    public async Task Another_language_is_another_line_with_the_old_date()
    {
        var moved = await _officer.Register();
        _host.Clock.Advance(TimeSpan.FromHours(1));
        var ru = QueueApi.Child();
        ru["language"] = "ru";
        var later = await _officer.Register(ru);
        var body = new { bornOn = "2023-05-17", territoryCode = QueueApi.City, language = "ru", profile = "general", wishes = Array.Empty<Guid>() };
        await _officer.Put($"{QueueApi.Applications}/{moved.Id}", body, moved.Version).As<JsonElement>();
        Assert.That((await _officer.Position(moved.Id)).Place(), Is.EqualTo(1), "it applied first");
        var told = await _officer.Position(later.Id);
        Assert.That(told.Place(), Is.EqualTo(2));
        Assert.That(told.GetProperty("causes").EnumerateArray().Select(c => $"{c.GetProperty("code")} {c.GetProperty("change")}"), Is.EqualTo(new[] { "moved-in 1" }));
        await _officer.Put($"{QueueApi.Applications}/{moved.Id}", body, moved.Version).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Test]
    public async Task Another_city_is_another_log_and_both_tell_of_it()
    {
        var moved = await _officer.Register();
        var body = new { bornOn = "2023-05-17", territoryCode = QueueApi.OtherCity, language = "kk", profile = "general", wishes = Array.Empty<Guid>() };
        await _officer.Put($"{QueueApi.Applications}/{moved.Id}", body, moved.Version).As<JsonElement>();
        var history = await _officer.Get<JsonElement>($"{QueueApi.Applications}/{moved.Id}/history");
        Assert.That(
            history.EnumerateArray().Select(e => $"{e.GetProperty("territoryCode")} {e.GetProperty("kind")}"),
            Is.EqualTo(new[] { "351000000 registered", "351000000 left", "351600000 entered" }));
        foreach (var city in new[] { QueueApi.City, QueueApi.OtherCity })
        {
            Assert.That((await _officer.Get<JsonElement>($"{QueueApi.Root}/verification/{city}")).GetProperty("holds").GetBoolean(), Is.True);
        }
    }

    [Test]
    public async Task The_end_of_an_application_has_a_reason_and_nothing_follows_it()
    {
        var registered = await _officer.Register();
        await _officer.Act(registered.Id, "removal", new { note = "x" }).MustBeInvalid("reason:required");
        await _officer.Act(registered.Id, "removal", new { reason = "other" }).MustBeInvalid("note:required");
        await _officer.Act(registered.Id, "removal", new { reason = "movedAway" }).As<JsonElement>();
        await _officer.Act(registered.Id, "withdrawal").MustBeProblem(HttpStatusCode.Conflict, "preschool.application-state");
        await _officer.Act(registered.Id, "restoration").MustBeProblem(HttpStatusCode.Conflict, "preschool.application-state");
        await _officer.Act(registered.Id, "benefits", QueueApi.Evidence()).MustBeProblem(HttpStatusCode.Conflict, "preschool.application-state");
    }

    [Test]
    public async Task An_inactive_application_is_restored_once_within_28_days_to_its_old_place()
    {
        var first = await _officer.Register();
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await _officer.Register();
        await Inactivate(first.Id);
        Assert.That((await _officer.Position(second.Id)).Place(), Is.EqualTo(1));
        _host.Clock.Advance(TimeSpan.FromDays(28));
        await _officer.Act(first.Id, "restoration").As<JsonElement>();
        Assert.That((await _officer.Position(first.Id)).Place(), Is.EqualTo(1));
        await Inactivate(first.Id);
        await _officer.Act(first.Id, "restoration").MustBeProblem(HttpStatusCode.Conflict, "preschool.restored-already");
        await Inactivate(second.Id);
        _host.Clock.Advance(TimeSpan.FromDays(29));
        await _officer.Act(second.Id, "restoration").MustBeProblem(HttpStatusCode.Conflict, "preschool.restore-term-passed");
    }

    [Test]
    public async Task The_day_ends_what_ran_out_and_running_it_again_changes_nothing()
    {
        var old = await _officer.Register(QueueApi.Child(bornOn: "2020-09-20"));
        var inactive = await _officer.Register();
        var favoured = await _officer.Register();
        await _officer.Favour(favoured.Id);
        await Inactivate(inactive.Id);
        _host.Clock.Advance(TimeSpan.FromDays(30));
        await Day();
        Assert.That((await _officer.Card(old.Id)).GetProperty("state").GetString(), Is.EqualTo("removed"));
        Assert.That((await _officer.Card(inactive.Id)).GetProperty("state").GetString(), Is.EqualTo("withdrawn"));
        var card = await _officer.Card(favoured.Id);
        Assert.That(card.GetProperty("rank").GetInt32(), Is.EqualTo(QueueRank.General));
        Assert.That(card.GetProperty("benefits")[0].GetProperty("status").GetString(), Is.EqualTo("ended"));
        var end = (await _officer.Position(favoured.Id)).GetProperty("sequence").GetInt64();
        await Day();
        Assert.That((await _officer.Position(favoured.Id)).GetProperty("sequence").GetInt64(), Is.EqualTo(end));
        Assert.That((await _officer.Get<JsonElement>($"{QueueApi.Root}/verification/{QueueApi.City}")).GetProperty("holds").GetBoolean(), Is.True);
    }

    [Test]
    public async Task Duties_of_other_processes_run_before_the_terms()
    {
        await using var host = await ApiHost.Start(new ApiHostOptions { Services = services => services.AddScoped<IQueueDuty, Restoring>() });
        var officer = host.Officer();
        var registered = await officer.Register();
        await Inactivate(registered.Id, host);
        host.Clock.Advance(TimeSpan.FromDays(30));
        await host.Services.GetRequiredService<QueueClock>().Run(CancellationToken.None);
        Assert.That((await officer.Card(registered.Id)).GetProperty("state").GetString(), Is.EqualTo("waiting"), "the duty came first");
    }

    [Test]
    public async Task A_child_is_found_by_iin_in_the_body()
    {
        var child = QueueApi.Child();
        var registered = await _officer.Register(child);
        var found = await _officer.Post(QueueApi.Applications + "/search", new { iin = child["iin"] }).As<JsonElement>();
        Assert.That(found.EnumerateArray().Select(a => a.GetProperty("id").GetGuid()), Is.EqualTo(new[] { registered.Id }));
        await _officer.Post(QueueApi.Applications + "/search", new { iin = "1" }).MustBeInvalid("iin:iin.length");
    }

    [Test]
    public async Task Valid_evidence_follows_the_child_to_its_next_application_only()
    {
        var child = QueueApi.Child();
        var first = await _officer.Register(child);
        await _officer.Favour(first.Id);
        await _officer.Act(first.Id, "withdrawal").As<JsonElement>();
        var (second, stranger) = (await _officer.Register(child), await _officer.Register());
        await _officer.Act(stranger.Id, "evidence-transfer", new { fromId = first.Id }).MustBeProblem(HttpStatusCode.Conflict, "preschool.other-child");
        var result = await _officer.Act(second.Id, "evidence-transfer", new { fromId = first.Id }).As<JsonElement>();
        Assert.That(result.GetProperty("rank").GetInt32(), Is.EqualTo(QueueRank.Extraordinary));
    }

    private Task Day() => _host.Services.GetRequiredService<QueueClock>().Run(CancellationToken.None);

    private Task Inactivate(Guid id, ApiHost? host = null) => (host ?? _host).Inside(async services =>
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        await db.InTransaction(
            async token =>
            {
                var queue = await services.GetRequiredService<QueueLog>().Open(QueueApi.City, token);
                var application = await db.Scoped<QueueApplication>().SingleAsync(a => a.Id == id, token);
                queue.Append(application, QueueEventKind.Inactivated, new() { Until = queue.Today.AddDays(queue.Rules.RestoreDays) });
                return await db.SaveChangesAsync(token);
            },
            CancellationToken.None);
    });

    private sealed class Restoring(PreschoolDbContext db, QueueLog log) : IQueueDuty
    {
        public Task Run(DateOnly today, CancellationToken cancellationToken) => db.InTransaction(
            async token =>
            {
                var queue = await log.Open(QueueApi.City, token);
                foreach (var application in await db.WithState(TicketState.Inactive).ToListAsync(token))
                {
                    queue.Append(application, QueueEventKind.Restored, new());
                }

                return await db.SaveChangesAsync(token);
            },
            cancellationToken);
    }
}
