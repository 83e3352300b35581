using System.Net;
using System.Text.Json;
using Education.TestKit;

namespace Education.Preschool.Tests.StateOrder;

/// <summary>Contracts and tariffs of the state order.</summary>
[TestFixture]
internal sealed class OrderContractTests
{
    private const string Contracts = OrderHost.Root + "/state-order/contracts";
    private const string Tariffs = OrderHost.Root + "/state-order/tariffs";

    private OrderHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await OrderHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Two_contracts_at_a_time_must_fit_into_the_groups()
    {
        var kindergarten = await _host.Kindergarten();
        await _host.Group(kindergarten, places: 40);
        await _host.Contract(kindergarten, 25);
        await Create(kindergarten, 20).MustBeProblem(HttpStatusCode.Conflict, "preschool.order-over-capacity");
        await Create(kindergarten, null).MustBeProblem(HttpStatusCode.Conflict, "preschool.order-overlap");
        Assert.That((await Create(kindergarten, 15).As<JsonElement>()).GetProperty("places").GetInt32(), Is.EqualTo(15));
        Assert.That((await Create(kindergarten, 40, "2025-09-01", "2025-12-31").As<JsonElement>()).GetProperty("places").GetInt32(), Is.EqualTo(40), "a time before");
    }

    [Test]
    public async Task Two_contracts_at_a_time_are_refused_while_nobody_knows_the_places()
    {
        var kindergarten = await _host.Kindergarten();
        await _host.Contract(kindergarten, 25);
        await Create(kindergarten, 1).MustBeProblem(HttpStatusCode.Conflict, "preschool.order-overlap");
    }

    [Test]
    public async Task A_contract_is_changed_and_ended_by_the_version_that_was_seen()
    {
        var contract = await _host.Contract(await _host.Kindergarten(), 10);
        var path = $"{Contracts}/{contract.GetProperty("id")}";
        var body = new { startsOn = "2026-01-01", endsOn = "2026-12-31", places = 12 };
        await _host.Department().Put(path, body, 7).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.That((await _host.Department().Put(path, body, 1).As<JsonElement>()).GetProperty("places").GetInt32(), Is.EqualTo(12));
        await _host.Department().Put($"{path}/termination", new { lastDay = "2027-01-01", reason = "x" }, 2).MustBeProblem(HttpStatusCode.Conflict, "preschool.order-termination-day");
        var ended = await _host.Department().Put($"{path}/termination", new { lastDay = "2026-06-15", reason = "Лицензия отозвана" }, 2).As<JsonElement>();
        Assert.Multiple(() =>
        {
            Assert.That(ended.GetProperty("status").GetString(), Is.EqualTo("terminated"));
            Assert.That(ended.GetProperty("lastDay").GetString(), Is.EqualTo("2026-06-15"));
            Assert.That(ended.GetProperty("endsOn").GetString(), Is.EqualTo("2026-12-31"));
        });
        await _host.Department().Put(path, body, 3).MustBeProblem(HttpStatusCode.Conflict, "preschool.order-terminated");
    }

    [Test]
    public async Task Refuses_wrong_fields_all_at_once()
    {
        await _host.Department().Post(Contracts, new { places = 0, profile = "none" })
            .MustBeInvalid("institutionId:required", "startsOn:required", "endsOn:required", "places:out-of-range", "profile:preschool.profile-unknown");
        await _host.Department().Post(Contracts, new { institutionId = await _host.Kindergarten(), startsOn = "2026-02-01", endsOn = "2026-01-01" })
            .MustBeInvalid("endsOn:preschool.order-ends-before-start");
        await _host.Department().Post(Contracts, new { institutionId = Guid.CreateVersion7(), startsOn = "2026-01-01", endsOn = "2026-02-01" })
            .MustBeInvalid("institutionId:preschool.order-institution-unknown");
    }

    [Test]
    public async Task Staff_of_a_kindergarten_sees_its_own_contract_only_and_changes_none()
    {
        var (mine, other) = (await _host.Kindergarten(), await _host.Kindergarten());
        await _host.Contract(mine);
        var foreign = await _host.Contract(other);
        var staff = _host.Staff(mine);
        var listed = OrderHost.Items(await staff.Get<JsonElement>(Contracts));
        Assert.That(listed.Select(c => c.GetProperty("institutionId").GetGuid()), Is.EqualTo(new[] { mine }));
        await staff.GetAsync($"{Contracts}/{foreign.GetProperty("id")}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await staff.Post(Contracts, new { }).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task Places_ordered_are_unknown_while_one_contract_does_not_say()
    {
        await using var host = await OrderHost.Start();
        await host.Contract(await host.Kindergarten(), 100);
        var known = await host.Department().Get<JsonElement>($"{OrderHost.Root}/state-order/summary");
        await host.Contract(await host.Kindergarten());
        var unknown = await host.Department().Get<JsonElement>($"{OrderHost.Root}/state-order/summary");
        Assert.Multiple(() =>
        {
            Assert.That(known.GetProperty("places").GetInt32(), Is.EqualTo(100));
            Assert.That(unknown.GetProperty("places").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(unknown.GetProperty("placesKnown").GetInt32(), Is.EqualTo(100));
            Assert.That(unknown.GetProperty("contractsWithoutPlaces").GetInt32(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_tariff_of_the_same_conditions_does_not_overlap_and_is_for_those_who_answer_for_the_territory()
    {
        var first = await _host.Tariff(17_000, "2015-01-01", "2017-05-31");
        await _host.Tariff(26_000, "2017-06-01", "2020-12-31");
        await _host.Department().Post(Tariffs, Body("2017-05-31", null)).MustBeProblem(HttpStatusCode.Conflict, "preschool.tariff-overlap");
        Assert.That(await OnDay("2017-05-31"), Is.EqualTo(17_000m));
        Assert.That(await OnDay("2017-06-01"), Is.EqualTo(26_000m));
        var elsewhere = _host.Api.As(["preschool.read", "preschool.state-order.write"], new(false, "352400000", []));
        await elsewhere.Post(Tariffs, Body("2010-01-01", "2010-02-01")).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await elsewhere.Put($"{Tariffs}/{first.GetProperty("id")}", Body("2010-01-01", "2010-02-01"), 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    private static object Body(string from, string? to) => new { territoryCode = OrderHost.City, monthly = 1, validFrom = from, validTo = to, legalAct = "x" };

    private async Task<decimal> OnDay(string day) =>
        OrderHost.Items(await _host.Department().Get<JsonElement>($"{Tariffs}?territory={OrderHost.City}&on={day}")).Single().GetProperty("monthly").GetDecimal();

    private Task<HttpResponseMessage> Create(Guid kindergarten, int? places, string from = "2026-01-01", string to = "2026-12-31") =>
        _host.Department().Post(Contracts, new { institutionId = kindergarten, startsOn = from, endsOn = to, places });
}
