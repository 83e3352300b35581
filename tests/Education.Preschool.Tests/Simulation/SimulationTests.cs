using System.Net;
using System.Text.Json;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Education.Preschool.Tests.Simulation.SimulationHost;

namespace Education.Preschool.Tests.Simulation;

internal sealed class SimulationTests
{
    private SimulationHost _host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await SimulationHost.Start();
        var garden = await _host.Kindergarten("Балбөбек");
        var group = await _host.Group(garden, open: 1);
        for (var i = 0; i < 4; i++)
        {
            await _host.Applies(City, garden);
        }

        // Its place comes free again a year later, and a child like it applies again.
        await _host.Applies(City, garden, group, QueueEventKind.Offered, QueueEventKind.Confirmed, QueueEventKind.Enrolled);
        await _host.Applies(Temirtau);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_new_kindergarten_is_played_on_a_copy_and_compared_with_the_queue_as_it_goes()
    {
        var before = await Events();

        var card = await _host.Play(Command(Scenario(openings: [Opening()])));

        var all = Groups(card, "all").Single();
        Assert.That(await Events(), Is.EqualTo(before), "a simulation wrote into the queue");
        Assert.Multiple(() =>
        {
            // One place is open in October, two more are opened in November; four children wait.
            Assert.That(Tally(all, "baseline"), Is.EqualTo((4, 1, 3, 0)));
            Assert.That(Tally(all, "scenario"), Is.EqualTo((4, 3, 1, 0)));
            Assert.That((all.GetProperty("gained").GetInt32(), all.GetProperty("lost").GetInt32()), Is.EqualTo((2, 0)));
            Assert.That(Waiting(card, "scenario"), Is.EqualTo(new[] { 3, 1, 1, 1, 1, 1 }));
            Assert.That(card.GetProperty("territories").GetProperty(City).GetProperty("kk").GetString(), Is.Not.Empty);
        });
    }

    [Test]
    public async Task The_last_year_comes_again_within_the_horizon()
    {
        var card = await _host.Play(Command(Scenario(months: 13)));

        // In September 2027 five applications like those of September 2026 come, in the year of birth 2024; the place of the enrolled child too.
        var years = Groups(card, "birthYear");
        Assert.That(years.Select(y => (y.GetProperty("key").GetString(), Tally(y, "baseline"))), Is.EqualTo(new[] { ("2023", (4, 1, 3, 0)), ("2024", (5, 1, 4, 0)) }));
        Assert.That(card.GetProperty("result").GetProperty("baseline").GetProperty("placesOffered").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task An_oblast_is_played_with_all_its_queues()
    {
        var card = await _host.Play(Command(territory: Oblast));

        Assert.That(
            Groups(card, "territory").Select(g => (g.GetProperty("key").GetString(), Tally(g, "baseline").Children)), Is.EqualTo(new[] { (City, 4), (Temirtau, 1) }));
    }

    [Test]
    public async Task Another_regime_brings_its_own_numbers()
    {
        // Born in February 2023, the children fit both regimes; the voucher binds nobody to a kindergarten, and nobody has named one.
        await using var host = await SimulationHost.Start();
        await host.Group(await host.Kindergarten("Айгөлек"), open: 1);
        await host.Applies();

        var all = Groups(await host.Play(Command(Scenario(regime: 3))), "all").Single();

        Assert.That((Tally(all, "baseline").Placed, Tally(all, "scenario").Placed), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task The_same_scenario_gives_the_same_result()
    {
        var scenario = Scenario(months: 24, openings: [Opening()], inflow: 170);
        var (first, second) = (await _host.Play(Command(scenario)), await _host.Play(Command(scenario)));

        Assert.That(first.GetProperty("result").GetRawText(), Is.EqualTo(second.GetProperty("result").GetRawText()));
    }

    [Test]
    public async Task The_basis_says_what_a_simulation_starts_from()
    {
        var basis = await _host.Head.Get<JsonElement>($"{Base}/basis?territory={City}");

        Assert.Multiple(() =>
        {
            Assert.That(basis.GetProperty("start").GetString(), Is.EqualTo("2026-10-01"));
            Assert.That((basis.GetProperty("waiting").GetInt32(), basis.GetProperty("openPlaces").GetInt32()), Is.EqualTo((4, 1)));
            Assert.That((basis.GetProperty("arrivedLastYear").GetInt32(), basis.GetProperty("freedLastYear").GetInt32()), Is.EqualTo((5, 1)));
            Assert.That((basis.GetProperty("regime").GetString(), basis.GetProperty("generalPerPriority").GetInt32()), Is.EqualTo(("direct", 0)));
        });
        await _host.Head.GetAsync($"{Base}/basis?territory=Karaganda").MustBeInvalid("territory:preschool.territory-format");
    }

    [Test]
    public async Task The_list_shows_what_came_out_and_a_simulation_is_deleted_by_its_version()
    {
        var card = await _host.Play(Command(name: "Өшірілетін"));
        var (id, version) = (card.GetProperty("id").GetGuid(), card.GetProperty("version").GetInt64());
        var row = (await _host.Head.Get<JsonElement>($"{Base}?q=Өшірілетін&territory={Oblast}&sort=-createdAt")).GetProperty("items")[0];
        Assert.That((row.GetProperty("id").GetGuid(), row.GetProperty("children").GetInt32()), Is.EqualTo((id, 4)));

        await _host.Head.Delete($"{Base}/{id}", version - 1).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await (await _host.Head.Delete($"{Base}/{id}", version)).MustBe(HttpStatusCode.NoContent);
        await _host.Head.GetAsync($"{Base}/{id}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task Every_number_of_a_scenario_has_its_limits()
    {
        var scenario = new
        {
            months = 37, seed = 1, inflowPercent = 301, freedPercent = -1, freedPerMonth = -1, generalPerPriority = 21, groupPlaces = 0,
            openings = new[] { new { from = "2026", territoryCode = "1", places = new[] { new { age = 8, language = "kk", profile = "none", places = 0 } } } },
        };
        await _host.Head.Post(Base, new { territoryCode = "1", name = "", scenario }).MustBeInvalid(
            "territoryCode:preschool.territory-format", "name:required", "scenario.months:out-of-range", "scenario.inflowPercent:out-of-range",
            "scenario.freedPercent:out-of-range", "scenario.freedPerMonth:out-of-range", "scenario.generalPerPriority:out-of-range",
            "scenario.groupPlaces:out-of-range", "scenario.openings[0].from:preschool.month-format",
            "scenario.openings[0].territoryCode:preschool.territory-format", "scenario.openings[0].places[0].age:out-of-range",
            "scenario.openings[0].places[0].places:out-of-range", "scenario.openings[0].places[0].profile:unknown-value");
        var eleven = Enumerable.Repeat(Opening(), 11).ToArray();
        await _host.Head.Post(Base, Command(Scenario(openings: eleven))).MustBeInvalid("scenario.openings:preschool.simulation-openings");
    }

    [Test]
    public async Task A_new_kindergarten_needs_a_queue_and_a_month_of_the_horizon()
    {
        await _host.Head.Post(Base, Command(Scenario(openings: [Opening(territory: Temirtau)])))
            .MustBeInvalid("scenario.openings[0].territoryCode:preschool.simulation-opening-queue");
        foreach (var month in new[] { "2026-09", "2027-04" })
        {
            await _host.Head.Post(Base, Command(Scenario(months: 6, openings: [Opening(month)])))
                .MustBeInvalid("scenario.openings[0].from:preschool.simulation-opening-month");
        }
    }

    [Test]
    public async Task Outside_the_scope_there_is_no_queue_and_no_simulation()
    {
        var id = (await _host.Play(Command())).GetProperty("id").GetGuid();
        var other = _host.HeadOf(Temirtau);

        await other.Post(Base, Command()).MustBeProblem(HttpStatusCode.Conflict, "preschool.simulation-no-queue");
        await other.GetAsync($"{Base}/{id}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await other.Delete($"{Base}/{id}", 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That((await other.Get<JsonElement>(Base)).GetProperty("total").GetInt32(), Is.Zero);
        await _host.Api.As([PreschoolPermissions.Read]).Post(Base, Command()).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    private static IReadOnlyList<JsonElement> Groups(JsonElement card, string dimension) =>
        [.. card.GetProperty("result").GetProperty("groups").EnumerateArray().Where(g => g.GetProperty("dimension").GetString() == dimension)];

    private static (int Children, int Placed, int Waiting, int Left) Tally(JsonElement group, string course)
    {
        var tally = group.GetProperty(course);
        return (tally.GetProperty("children").GetInt32(), tally.GetProperty("placed").GetInt32(), tally.GetProperty("waiting").GetInt32(), tally.GetProperty("left").GetInt32());
    }

    private static IEnumerable<int> Waiting(JsonElement card, string course) =>
        card.GetProperty("result").GetProperty(course).GetProperty("waitingByMonth").EnumerateArray().Select(n => n.GetInt32());

    private Task<long> Events() => _host.Api.Inside(services => services.GetRequiredService<PreschoolDbContext>().Set<QueueEvent>().LongCountAsync());
}
