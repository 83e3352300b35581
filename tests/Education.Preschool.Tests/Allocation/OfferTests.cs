using System.Net;
using System.Text.Json;
using Education.Preschool.Groups;
using Education.Preschool.Queue.Engine;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using static Education.Preschool.Tests.Allocation.AllocationHost;

namespace Education.Preschool.Tests.Allocation;

internal sealed partial class OfferTests
{
    private AllocationHost _host = null!;
    private Guid _garden;

    [SetUp]
    public async Task Start()
    {
        _host = await AllocationHost.Start();
        _garden = await _host.Kindergarten("Балдәурен");
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_confirmed_offer_with_documents_in_time_puts_the_child_on_the_list()
    {
        var (group, family, offer) = await Offered();
        await Must(_host.Act(offer, "confirmation"));
        offer = await _host.OfferOf(family);
        Assert.That((State(offer), offer.GetProperty("until").GetString()), Is.EqualTo(("confirmed", "2026-09-10")), "five working days");
        await Must(_host.Act(offer, "enrolment"));
        var now = await _host.GroupNow(group);
        Assert.That((now.Open, now.Held, now.Children, (await _host.Application(family)).State), Is.EqualTo((0, 0, 1, TicketState.Enrolled)));
        await Refused(_host.Act(await _host.OfferOf(family), "enrolment"), "preschool.offer-state");
    }

    [Test]
    public async Task An_answer_after_the_term_is_refused_and_changes_nothing()
    {
        var (_, family, offer) = await Offered();
        _host.Day(2026, 9, 8);
        await Refused(_host.Act(offer, "confirmation"), "preschool.offer-expired");
        Assert.That((await _host.Application(family)).State, Is.EqualTo(TicketState.Offered));
    }

    [Test]
    public async Task An_answer_on_the_last_day_counts_and_a_stale_version_does_not()
    {
        var (_, _, offer) = await Offered();
        await _host.Officer.Put($"{Root}/offers/{Id(offer)}/confirmation", new { }, Version(offer) + 1).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        _host.Day(2026, 9, 7);
        await Must(_host.Act(offer, "confirmation"));
    }

    [Test]
    public async Task Fifty_answers_to_one_offer_at_once_count_once()
    {
        var (_, _, offer) = await Offered();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => _host.Act(offer, "confirmation"))));
        Assert.That(answers.Count(a => a.IsSuccessStatusCode), Is.EqualTo(1));
        Assert.That(answers.Where(a => !a.IsSuccessStatusCode).Select(a => a.StatusCode).Distinct(), Is.EqualTo(new[] { HttpStatusCode.PreconditionFailed }));
    }

    [Test]
    public async Task The_term_for_documents_is_prolonged_once()
    {
        var (_, family, offer) = await Offered();
        await Refused(_host.Act(offer, "extension"), "preschool.offer-state");
        await Must(_host.Act(offer, "confirmation"));
        await Must(_host.Act(await _host.OfferOf(family), "extension"));
        offer = await _host.OfferOf(family);
        Assert.That(offer.GetProperty("until").GetString(), Is.EqualTo("2026-10-03"), "thirty calendar days");
        await Refused(_host.Act(offer, "extension"), "preschool.offer-extended");
    }

    [Test]
    public async Task A_refused_place_is_open_again_and_in_the_unified_base_the_family_waits_on()
    {
        var (group, family, offer) = await Offered();
        await Must(_host.Act(offer, "refusal"));
        var now = await _host.GroupNow(group);
        Assert.That((now.Open, now.Held, (await _host.Application(family)).State), Is.EqualTo((1, 0, TicketState.Waiting)));
        await Refused(_host.Act(await _host.OfferOf(family), "refusal"), "preschool.offer-state");
    }

    [Test]
    public async Task In_the_unified_base_an_offer_without_answer_makes_the_application_inactive_for_28_days()
    {
        var (group, family, _) = await Offered();
        await _host.Lapse(new(2026, 9, 7));
        Assert.That((await _host.Application(family)).State, Is.EqualTo(TicketState.Offered), "the last day is still in time");
        await _host.Lapse(new(2026, 9, 8));
        await _host.Lapse(new(2026, 9, 8));
        var (application, now) = (await _host.Application(family), await _host.GroupNow(group));
        Assert.That((application.State, application.StateUntil, now.Open, now.Held, now.OpenToAll), Is.EqualTo((TicketState.Inactive, (DateOnly?)new DateOnly(2026, 10, 6), 1, 0, 0)));
        Assert.That(State(await _host.OfferOf(family)), Is.EqualTo("lapsed"));
    }

    [Test]
    public async Task In_the_bulletin_an_unanswered_place_is_open_to_everybody_and_fifty_who_claim_it_get_it_once()
    {
        _host.Day(2018, 9, 3);
        var (group, family, _) = await Offered(2015);
        var others = new List<Guid>();
        for (var i = 0; i < 50; i++)
        {
            others.Add(await _host.Applies(2015));
        }

        await Refused(_host.Officer.Post($"{Root}/claims", new { applicationId = others[0], groupId = group }), "preschool.no-free-place");
        await _host.Lapse(new(2018, 9, 7));
        var open = await _host.GroupNow(group);
        Assert.That((open.Open, open.OpenToAll, (await _host.Application(family)).State), Is.EqualTo((1, 1, TicketState.Waiting)));

        // The last in the line has the same right as the first.
        var claims = await Task.WhenAll(others.Select(id => Task.Run(() => _host.Officer.Post($"{Root}/claims", new { applicationId = id, groupId = group }))));
        Assert.That(claims.Count(c => c.IsSuccessStatusCode), Is.EqualTo(1));
        foreach (var refused in claims.Where(c => !c.IsSuccessStatusCode))
        {
            await Refused(Task.FromResult(refused), "preschool.no-free-place");
        }

        var now = await _host.GroupNow(group);
        var confirmed = await _host.Look(db => db.Scoped<Preschool.Queue.QueueApplication>().CountAsync(a => a.State == TicketState.Confirmed));
        Assert.That((now.Open, now.OpenToAll, now.Held, confirmed), Is.EqualTo((0, 0, 1, 1)));
    }

    [Test]
    public async Task In_the_bulletin_documents_not_brought_put_the_family_on_the_stop_list_for_ten_days()
    {
        _host.Day(2018, 9, 3);
        var (group, family, offer) = await Offered(2015);
        await Must(_host.Act(offer, "confirmation"));
        await _host.Lapse(new(2018, 9, 11));
        var (application, now) = (await _host.Application(family), await _host.GroupNow(group));
        Assert.That((application.State, application.StateUntil, now.Open, now.OpenToAll), Is.EqualTo((TicketState.StopListed, (DateOnly?)new DateOnly(2018, 9, 21), 1, 0)));
        Assert.That(State(await _host.OfferOf(family)), Is.EqualTo("annulled"));
    }

    [Test]
    public async Task A_place_is_claimed_in_the_bulletin_regime_only()
    {
        var group = await _host.Group(_garden, 1, 2023);
        var family = await _host.Applies(2023);
        await Refused(_host.Officer.Post($"{Root}/claims", new { applicationId = family, groupId = group }), "preschool.claim-not-in-regime");
    }

    [Test]
    public async Task The_place_of_a_family_that_left_the_queue_is_open_again()
    {
        var (group, family, _) = await Offered();
        await _host.Happens(family, QueueEventKind.Withdrawn);
        await _host.Lapse(new(2026, 9, 3));
        var now = await _host.GroupNow(group);
        Assert.That((now.Open, now.Held, State(await _host.OfferOf(family))), Is.EqualTo((1, 0, "withdrawn")));
    }

    [Test]
    public async Task Offers_are_for_those_of_the_territory_who_may_see_the_queue()
    {
        var (_, _, offer) = await Offered();
        var stranger = _host.OfficerOf(Other);
        await stranger.GetAsync($"{Root}/offers/{Id(offer)}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await _host.Act(offer, "confirmation", stranger).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That((await stranger.Get<JsonElement>($"{Root}/offers")).GetProperty("total").GetInt32(), Is.Zero);
        await _host.Api.As([PreschoolPermissions.Read]).GetAsync($"{Root}/offers").MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        Assert.That((await _host.Officer.Get<JsonElement>($"{Root}/offers?due=2026-09-07&state=offered")).GetProperty("total").GetInt32(), Is.EqualTo(1));
        Assert.That((await _host.Officer.Get<JsonElement>($"{Root}/offers?due=2026-09-06")).GetProperty("total").GetInt32(), Is.Zero);
    }

    private static Task<JsonElement> Must(Task<HttpResponseMessage> sent) => sent.As<JsonElement>();

    private static Task<JsonElement> Refused(Task<HttpResponseMessage> sent, string code) => sent.MustBeProblem(HttpStatusCode.Conflict, code);

    /// <summary>One family with an offer of the one place.</summary>
    private async Task<(Guid Group, Guid Family, JsonElement Offer)> Offered(int birthYear = 2023)
    {
        var group = await _host.Group(_garden, 1, birthYear);
        var family = await _host.Applies(birthYear, wishes: [_garden]);
        await _host.Publish();
        return (group, family, await _host.OfferOf(family));
    }

    private Task<int> Open(Guid group, int count) =>
        _host.Look(db => db.Scoped<Group>().Where(g => g.Id == group).ExecuteUpdateAsync(s => s.SetProperty(g => g.Open, count)));
}
