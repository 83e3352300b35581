using System.Text.Json;
using Education.Preschool.Queue.Engine;
using static Education.Preschool.Tests.Allocation.AllocationHost;

namespace Education.Preschool.Tests.Allocation;

internal sealed partial class OfferTests
{
    [Test]
    public async Task A_family_with_a_voucher_chooses_a_kindergarten_and_fifty_who_choose_the_last_place_get_it_once()
    {
        await _host.Regime(3, City);
        var last = await _host.Group(_garden, 1, 2023);
        var plenty = await _host.Group(await _host.Kindergarten("Ақбота"), 25, 2023);
        var more = await _host.Group(await _host.Kindergarten("Қарлығаш"), 24, 2023);
        var families = new List<Guid>();
        for (var i = 0; i < 50; i++)
        {
            families.Add(await _host.Applies(2023));
        }

        await _host.Publish();
        Assert.That((await _host.GroupNow(last)).Open + (await _host.GroupNow(plenty)).Open + (await _host.GroupNow(more)).Open, Is.EqualTo(50), "a voucher holds no place of a certain group");
        var again = await _host.Draft();
        Assert.That(again.GetProperty("proposed").GetInt32(), Is.Zero, "vouchers without a kindergarten count as places taken");
        var offers = new List<JsonElement>();
        foreach (var family in families)
        {
            await Must(_host.Act(await _host.OfferOf(family), "confirmation"));
            offers.Add(await _host.OfferOf(family));
        }

        await Refused(_host.Act(offers[0], "enrolment"), "preschool.offer-no-kindergarten");
        await Refused(_host.Act(offers[0], "kindergarten", body: new { groupId = (Guid?)null }), "preschool.places-remain");
        var choices = await Task.WhenAll(offers.Select(o => Task.Run(() => _host.Act(o, "kindergarten", body: new { groupId = last }))));
        Assert.That(choices.Count(c => c.IsSuccessStatusCode), Is.EqualTo(1));
        foreach (var refused in choices.Where(c => !c.IsSuccessStatusCode))
        {
            await Refused(Task.FromResult(refused), "preschool.no-free-place");
        }

        Assert.That(((await _host.GroupNow(last)).Open, (await _host.GroupNow(last)).Held), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task A_voucher_without_a_place_anywhere_goes_on_the_waiting_list_and_chooses_when_one_appears()
    {
        await _host.Regime(3, City);
        var group = await _host.Group(_garden, 1, 2023);
        var family = await _host.Applies(2023);
        await _host.Publish();
        await Must(_host.Act(await _host.OfferOf(family), "confirmation"));
        await Open(group, 0);
        await Must(_host.Act(await _host.OfferOf(family), "kindergarten", body: new { groupId = (Guid?)null }));
        Assert.That(((await _host.Application(family)).State, State(await _host.OfferOf(family))), Is.EqualTo((TicketState.Waitlisted, "waitlisted")));
        await _host.Lapse(new(2026, 12, 1));
        Assert.That((await _host.Application(family)).State, Is.EqualTo(TicketState.Waitlisted), "waiting for a place has no term");
        await Open(group, 1);
        await Must(_host.Act(await _host.OfferOf(family), "kindergarten", body: new { groupId = group }));
        var offer = await _host.OfferOf(family);
        Assert.That((State(offer), offer.GetProperty("until").GetString()), Is.EqualTo(("confirmed", "2026-09-10")));
        await Refused(_host.Act(offer, "kindergarten", body: new { groupId = group }), "preschool.offer-chosen");
    }

    [Test]
    public async Task A_refused_voucher_ends_the_application()
    {
        await _host.Regime(3, City);
        await _host.Group(_garden, 1, 2023);
        var family = await _host.Applies(2023);
        await _host.Publish();
        await Must(_host.Act(await _host.OfferOf(family), "refusal"));
        Assert.That((await _host.Application(family)).State, Is.EqualTo(TicketState.Withdrawn));
    }
}
