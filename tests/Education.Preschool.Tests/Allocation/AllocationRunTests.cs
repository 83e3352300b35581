using System.Net;
using System.Text.Json;
using Education.Preschool.Allocation.Offers;
using Education.Preschool.Allocation.Runs;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.Registry.Contracts;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Education.Preschool.Tests.Allocation.AllocationHost;

namespace Education.Preschool.Tests.Allocation;

internal sealed class AllocationRunTests
{
    private AllocationHost _host = null!;
    private Guid _garden;
    private Guid _group;

    [SetUp]
    public async Task Start()
    {
        _host = await AllocationHost.Start();
        _garden = await _host.Kindergarten("Балдәурен");
        _group = await _host.Group(_garden, 1, 2023);
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_run_goes_from_draft_over_approval_to_offers_in_the_log()
    {
        var (first, second) = (await _host.Applies(2023, wishes: [_garden]), await _host.Applies(2023, wishes: [_garden]));
        var run = await _host.Draft();
        Assert.That((State(run), run.GetProperty("waiting").GetInt32(), run.GetProperty("places").GetInt32(), run.GetProperty("proposed").GetInt32()), Is.EqualTo(("draft", 2, 1, 1)));
        Assert.That((await _host.GroupNow(_group)).Open, Is.EqualTo(1), "a draft holds nothing");
        run = await _host.Publish();

        var offer = await _host.OfferOf(first);
        var group = await _host.GroupNow(_group);
        var entry = await _host.Look(db => db.Scoped<QueueEvent>().SingleAsync(e => e.Kind == QueueEventKind.Offered));
        Assert.Multiple(() =>
        {
            Assert.That((group.Open, group.Held), Is.EqualTo((0, 1)));
            Assert.That((State(offer), offer.GetProperty("groupId").GetGuid(), offer.GetProperty("until").GetString()), Is.EqualTo(("offered", _group, "2026-09-07")), "two working days over a weekend");
            Assert.That(offer.GetProperty("number").GetString(), Is.EqualTo($"{City}-3"), "third event of the city's log");
            Assert.That(offer.GetProperty("nextKey").GetString(), Does.EndWith(second.ToString()));
            Assert.That((entry.ApplicationId, entry.Fact.GroupId, entry.Fact.OfferId, entry.Fact.NextKey), Is.EqualTo((first, (Guid?)_group, (Guid?)Id(offer), offer.GetProperty("nextKey").GetString())));
        });
        Assert.That((await _host.Application(first)).State, Is.EqualTo(TicketState.Offered));
        Assert.That((await _host.Application(second)).State, Is.EqualTo(TicketState.Waiting));
    }

    [Test]
    public async Task The_rows_that_a_run_decides_by_equal_the_fold_of_the_log()
    {
        _host.Day(2018, 9, 3);
        var places = await _host.Group(_garden, 6, 2015);
        int[] ranks = [QueueRank.General, QueueRank.Priority, QueueRank.General, QueueRank.General, QueueRank.Priority, QueueRank.Extraordinary, QueueRank.General];
        foreach (var rank in ranks.Concat(ranks))
        {
            await _host.Applies(2015, rank, wishes: [_garden]);
        }

        await _host.Publish();
        await _host.Look(async db => await db.Scoped<Education.Preschool.Groups.Group>().Where(g => g.Id == places).ExecuteUpdateAsync(s => s.SetProperty(g => g.Open, 5)));
        var run = await _host.Draft();
        Assert.That(run.GetProperty("proposed").GetInt32(), Is.EqualTo(5));
        var recheck = await _host.Officer.Get<JsonElement>($"{Root}/runs/{Id(run)}/recheck");
        Assert.That((recheck.GetProperty("matches").GetBoolean(), recheck.GetProperty("compared").GetInt32()), Is.EqualTo((true, 5)), recheck.ToString());
    }

    [Test]
    public async Task A_recheck_finds_a_place_given_past_the_order()
    {
        await _host.Applies(2023, wishes: [_garden]);
        var second = await _host.Applies(2023, wishes: [_garden]);
        var run = await _host.Publish();
        await _host.Look(db => db.Scoped<RunProposal>().ExecuteUpdateAsync(s => s.SetProperty(p => p.ApplicationId, second)));
        var recheck = await _host.Api.As([PreschoolPermissions.Read]).Get<JsonElement>($"{Root}/runs/{Id(run)}/recheck");
        Assert.That((recheck.GetProperty("matches").GetBoolean(), recheck.GetProperty("differences").GetArrayLength()), Is.EqualTo((false, 1)));
    }

    [Test]
    public async Task Whoever_made_a_run_does_not_approve_it_and_nobody_without_the_right()
    {
        await _host.Applies(2023, wishes: [_garden]);
        var run = await _host.Draft(by: _host.Head);
        await _host.Head.Put($"{Root}/runs/{Id(run)}/approval", new { }, Version(run)).MustBeProblem(HttpStatusCode.Conflict, "preschool.run-own-approval");
        await _host.Officer.Put($"{Root}/runs/{Id(run)}/approval", new { }, Version(run)).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        await _host.Officer.Put($"{Root}/runs/{Id(run)}/publication", new { }, Version(run)).MustBeProblem(HttpStatusCode.Conflict, "preschool.run-state");
        await _host.Officer.Put($"{Root}/runs/{Id(run)}/discard", new { }, Version(run) - 1).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Test]
    public async Task A_run_without_places_is_not_approved_and_one_without_a_queue_fails()
    {
        await _host.Applies(2022, wishes: [_garden]);
        var run = await _host.Draft();
        await _host.Head.Put($"{Root}/runs/{Id(run)}/approval", new { }, Version(run)).MustBeProblem(HttpStatusCode.Conflict, "preschool.run-empty");
        Assert.That(State(await _host.Draft(Other)), Is.EqualTo("discarded"));
        await _host.Officer.Post($"{Root}/runs", new { territoryCode = "35" }).MustBeInvalid("territoryCode:preschool.territory-format");
    }

    [Test]
    public async Task A_run_is_stale_when_its_queue_or_its_places_moved_since_the_draft()
    {
        var first = await _host.Applies(2023, wishes: [_garden]);
        await Stale(() => _host.Happens(first, QueueEventKind.WishesChanged));
        await Stale(() => _host.Look(db => db.Scoped<Education.Preschool.Groups.Group>().Where(g => g.Id == _group).ExecuteUpdateAsync(s => s.SetProperty(g => g.Open, 0))));
    }

    [Test]
    public async Task A_kill_in_the_middle_of_a_publication_leaves_nothing_half_done_and_the_next_worker_finishes_it()
    {
        using var killed = new CancellationTokenSource();
        await using var host = await AllocationHost.Start(options: new()
        {
            Services = services =>
            {
                // Terms are asked for after the places are held.
                var inner = services.Last(s => s.ServiceType == typeof(IWorkCalendar));
                services.AddScoped<IWorkCalendar>(provider => new KillingCalendar(
                    (IWorkCalendar)(inner.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)), killed));
            },
        });
        var garden = await host.Kindergarten("Ақбота");
        var group = await host.Group(garden, 1, 2023);
        var family = await host.Applies(2023, wishes: [garden]);
        var run = await host.Approve(await host.Draft());
        await host.Officer.Put($"{Root}/runs/{Id(run)}/publication", new { }, Version(run)).As<JsonElement>();
        await host.Api.RunNextJob(killed.Token);

        Assert.That(killed.IsCancellationRequested);
        Assert.That(((await host.GroupNow(group)).Open, (await host.Application(family)).State, State(await host.RunNow(Id(run)))), Is.EqualTo((1, TicketState.Waiting, "publishing")));
        Assert.That(await host.Look(db => db.Scoped<Offer>().CountAsync()), Is.Zero);
        await host.Api.RunJobs();
        Assert.That((State(await host.RunNow(Id(run))), (await host.GroupNow(group)).Held, await host.Look(db => db.Scoped<Offer>().CountAsync())), Is.EqualTo(("published", 1, 1)));
    }

    [Test]
    public async Task A_place_serves_the_nearest_queue_above_and_a_run_of_the_oblast_takes_every_queue()
    {
        var elsewhere = await _host.Kindergarten("Қарлығаш", Other);
        await _host.Group(elsewhere, 2, 2023);
        var city = await _host.Applies(2023, wishes: [elsewhere, _garden]);
        var (first, second) = (await _host.Applies(2023, territory: Oblast, wishes: [_garden, elsewhere]), await _host.Applies(2023, territory: Oblast, wishes: [_garden]));
        var run = await _host.Publish(Oblast);
        Assert.That(run.GetProperty("proposed").GetInt32(), Is.EqualTo(2));
        Assert.That((await _host.OfferOf(city)).GetProperty("institutionId").GetGuid(), Is.EqualTo(_garden), "the city's own place; the other is for the oblast's queue");
        Assert.That((await _host.OfferOf(first)).GetProperty("institutionId").GetGuid(), Is.EqualTo(elsewhere), "no queue stands nearer above it");
        Assert.That((await _host.Application(second)).State, Is.EqualTo(TicketState.Waiting));
    }

    [Test]
    public async Task The_preview_counts_by_pool_and_the_protocol_names_keys_only()
    {
        var first = await _host.Applies(2023, wishes: [_garden]);
        await _host.Applies(2023, wishes: [_garden]);
        var run = await _host.Draft();
        var reader = _host.Api.As([PreschoolPermissions.Read], language: "ru");
        var pool = (await reader.Get<JsonElement>($"{Root}/pools?run={Id(run)}")).GetProperty("items").EnumerateArray().Single();
        Assert.That(
            (pool.GetProperty("waiting").GetInt32(), pool.GetProperty("eligible").GetInt32(), pool.GetProperty("proposed").GetInt32(), pool.GetProperty("left").GetInt32()),
            Is.EqualTo((2, 2, 1, 1)));
        var line = (await reader.Get<JsonElement>($"{Root}/proposals?run={Id(run)}")).GetProperty("items").EnumerateArray().Single();
        Assert.That(line.GetProperty("winnerKey").GetString(), Does.EndWith(first.ToString()));
        Assert.That(line.GetProperty("rules").GetString(), Does.StartWith("r2-"));
        foreach (var row in new[] { pool, line })
        {
            Assert.That(row.GetProperty("territoryName").GetProperty("ru").GetString(), Does.Contain("Караганда"));
        }

        using var sheet = await reader.GetAsync($"{Root}/runs/{Id(run)}/protocol");
        await sheet.MustBe(HttpStatusCode.OK);
        using var zip = new System.IO.Compression.ZipArchive(await sheet.Content.ReadAsStreamAsync());
        using var text = new StreamReader(zip.Entries.Single(e => e.FullName.Contains("/worksheets/", StringComparison.Ordinal)).Open());
        Assert.That(await text.ReadToEndAsync(), Does.Contain(first.ToString()).And.Contain("Балдәурен").And.Contain(pool.GetProperty("territoryName").GetProperty("ru").GetString()!));
    }

    [Test]
    public async Task Runs_outside_of_the_readers_territory_do_not_exist_for_him()
    {
        await _host.Applies(2023, wishes: [_garden]);
        var run = await _host.Draft();
        var stranger = _host.OfficerOf(Other);
        await stranger.GetAsync($"{Root}/runs/{Id(run)}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That((await stranger.Get<JsonElement>($"{Root}/runs")).GetProperty("total").GetInt32(), Is.Zero);
        Assert.That((await stranger.Get<JsonElement>($"{Root}/proposals?run={Id(run)}")).GetProperty("total").GetInt32(), Is.Zero);
        await stranger.Post($"{Root}/runs", new { territoryCode = City }).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    private async Task Stale(Func<Task> meanwhile)
    {
        var run = await _host.Approve(await _host.Draft());
        await meanwhile();
        var started = await _host.Officer.Put($"{Root}/runs/{Id(run)}/publication", new { }, Version(run)).As<JsonElement>();
        await _host.Api.RunJobs();
        var job = await _host.Officer.Get<JsonElement>($"/api/v1/jobs/{started.GetProperty("jobId").GetGuid()}");
        Assert.That(job.GetProperty("error").GetProperty("code").GetString(), Is.EqualTo("preschool.run-stale"));
        Assert.That(State(await _host.RunNow(Id(run))), Is.EqualTo("stale"));
        Assert.That(await _host.Look(db => db.Scoped<Offer>().CountAsync()), Is.Zero);
    }

    private sealed class KillingCalendar(IWorkCalendar inner, CancellationTokenSource kill) : IWorkCalendar
    {
        public Task<bool> IsWorkingDay(DateOnly date, CancellationToken cancellationToken) => inner.IsWorkingDay(date, cancellationToken);

        public async Task<DateOnly> AddWorkingDays(DateOnly from, int count, CancellationToken cancellationToken)
        {
            var day = await inner.AddWorkingDays(from, count, cancellationToken);
            await kill.CancelAsync();
            return day;
        }

        public Task<int> WorkingDaysBetween(DateOnly from, DateOnly to, CancellationToken cancellationToken) => inner.WorkingDaysBetween(from, to, cancellationToken);
    }
}
