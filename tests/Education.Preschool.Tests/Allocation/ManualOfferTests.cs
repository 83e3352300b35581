using System.Net;
using System.Text.Json;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using static Education.Preschool.Tests.Allocation.AllocationHost;

namespace Education.Preschool.Tests.Allocation;

internal sealed class ManualOfferTests
{
    private AllocationHost _host = null!;
    private Guid _garden;
    private Guid _group;
    private Guid _family;

    [SetUp]
    public async Task Start()
    {
        _host = await AllocationHost.Start();
        _garden = await _host.Kindergarten("Балдәурен");
        _group = await _host.Group(_garden, 1, 2023);
        _family = await _host.Applies(2023);
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_place_outside_the_order_needs_a_reason_and_a_second_person_and_stays_marked()
    {
        await Request(_host.Head).As<JsonElement>();
        var offer = await _host.OfferOf(_family);
        Assert.That((State(offer), offer.GetProperty("way").GetString(), (await _host.GroupNow(_group)).Held), Is.EqualTo(("awaitingSignature", "manual", 1)));
        Assert.That((await _host.Application(_family)).State, Is.EqualTo(TicketState.Waiting));
        await _host.Act(offer, "signature", _host.Head).MustBeProblem(HttpStatusCode.Conflict, "preschool.offer-own-signature");
        await _host.Act(offer, "signature").MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        var second = _host.Api.As([PreschoolPermissions.ApproveAllocation, PreschoolPermissions.ReadQueue], name: "second");
        await _host.Act(offer, "signature", second).As<JsonElement>();
        offer = await _host.OfferOf(_family);
        var entry = await _host.Look(db => db.Scoped<QueueEvent>().SingleAsync(e => e.Kind == QueueEventKind.OfferedManually));
        Assert.That((State(offer), entry.Fact.Reason, entry.Fact.GroupId, (await _host.Application(_family)).State), Is.EqualTo(("offered", "court", (Guid?)_group, TicketState.Offered)));
        Assert.That((await _host.Head.Get<JsonElement>($"{Root}/offers/{Id(offer)}")).GetProperty("reasonText").GetString(), Does.StartWith("Решение суда"));
    }

    [Test]
    public async Task Two_officers_who_offer_the_same_place_at_once_get_one_place_and_one_clear_answer()
    {
        var other = await _host.Applies(2023);
        var answers = await Task.WhenAll(new[] { _family, other }.Select(id => Task.Run(() => Request(_host.Officer, id))));
        Assert.That(answers.Select(a => a.StatusCode), Is.EquivalentTo(new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        await Task.FromResult(answers.Single(a => a.StatusCode == HttpStatusCode.Conflict)).MustBeProblem(HttpStatusCode.Conflict, "preschool.no-free-place");
        var now = await _host.GroupNow(_group);
        Assert.That((now.Open, now.Held, await _host.Look(db => db.Scoped<Preschool.Allocation.Offers.Offer>().CountAsync())), Is.EqualTo((0, 1, 1)));
    }

    [Test]
    public async Task Without_the_signature_the_place_is_open_again()
    {
        await Request(_host.Officer).As<JsonElement>();
        await Request(_host.Officer).MustBeProblem(HttpStatusCode.Conflict, "preschool.offer-exists");
        await _host.Act(await _host.OfferOf(_family), "rejection", _host.Head).As<JsonElement>();
        var now = await _host.GroupNow(_group);
        Assert.That((now.Open, now.Held, State(await _host.OfferOf(_family))), Is.EqualTo((1, 0, "rejected")));
    }

    [Test]
    public async Task A_place_of_another_queue_a_child_of_another_age_and_one_who_does_not_wait_are_refused()
    {
        var elsewhere = await _host.Group(await _host.Kindergarten("Ақбота", Other), 1, 2023);
        await Request(_host.Officer, group: elsewhere).MustBeProblem(HttpStatusCode.Conflict, "preschool.place-of-another-queue");
        await Request(_host.Officer, group: await _host.Group(_garden, 1, 2022)).MustBeProblem(HttpStatusCode.Conflict, "preschool.place-of-another-queue");
        var old = await _host.Applies(2020, bornOn: new(2020, 9, 3));
        await Request(_host.Officer, old).MustBeProblem(HttpStatusCode.Conflict, "preschool.age-unfit");
        await _host.Happens(_family, QueueEventKind.Withdrawn);
        await Request(_host.Officer).MustBeProblem(HttpStatusCode.Conflict, "preschool.application-state");
        await _host.Officer.Post($"{Root}/manual-offers", new { applicationId = _family, groupId = _group, reason = "court", text = "сот" }).MustBeInvalid("text:too-short");
        await Request(_host.OfficerOf(Other)).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task The_places_an_application_may_get_are_found_by_its_number()
    {
        await _host.Group(_garden, 0, 2023);
        await _host.Group(_garden, 3, 2022);
        await _host.Group(await _host.Kindergarten("Ақбота", Other), 4, 2023);
        var number = (await _host.Application(_family)).Number;
        var found = await _host.Officer.Get<JsonElement>($"{Root}/places?number={number}");
        Assert.That(found.GetProperty("places").EnumerateArray().Select(p => p.GetProperty("groupId").GetGuid()), Is.EqualTo(new[] { _group }));
        Assert.That((found.GetProperty("applicationId").GetGuid(), found.GetProperty("mayClaim").GetBoolean()), Is.EqualTo((_family, false)));
        await _host.OfficerOf(Other).GetAsync($"{Root}/places?number={number}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await _host.Officer.GetAsync($"{Root}/places").MustBeInvalid("number:required");
    }

    private Task<HttpResponseMessage> Request(HttpClient by, Guid? application = null, Guid? group = null) => by.Post(
        $"{Root}/manual-offers", new { applicationId = application ?? _family, groupId = group ?? _group, reason = "court", text = "Решение суда от 01.09.2026 № 12" });
}
