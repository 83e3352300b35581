using System.Net;
using System.Text.Json;
using Education.Preschool.Groups;
using Education.Preschool.Tests.Network;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;
using static Education.Preschool.Tests.Network.PreschoolHost;

namespace Education.Preschool.Tests.Groups;

/// <summary>August: children between groups, whole groups into the next academic year.</summary>
internal sealed class TransferTests
{
    private PreschoolHost _host = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await PreschoolHost.Start();
        _client = _host.Specialist();
        Day(8, 15);
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase(7, 31, false)]
    [TestCase(8, 1, true)]
    [TestCase(8, 31, true)]
    [TestCase(9, 1, false)]
    public async Task Children_change_groups_in_August_only(int month, int day, bool allowed)
    {
        var (from, to) = (await Filled("А", 2023, 20), await Filled("Б", 2022, 10));
        Day(month, day);
        var sent = Transfer(from, to, 3);
        if (!allowed)
        {
            await sent.MustBeProblem(HttpStatusCode.Conflict, "preschool.transfer-window");
            return;
        }

        await sent.As<JsonElement>();
        Assert.That((await Children(from), await Children(to)), Is.EqualTo((17, 13)));
    }

    [Test]
    public async Task A_transfer_neither_overfills_nor_empties_beyond_nothing_nor_leaves_the_kindergarten()
    {
        var (from, full) = (await Filled("А", 2023, 20), await Filled("Б", 2022, 24));
        var foreign = await _host.AddGroup(_host.Baiterek, "А", 2022, academicYear: 2025);
        await Transfer(from, full, 2).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-overfilled");
        await Transfer(from, full, 21).MustBeProblem(HttpStatusCode.Conflict, "preschool.transfer-too-many");
        await Transfer(from, foreign, 1).MustBeProblem(HttpStatusCode.Conflict, "preschool.transfer-other-kindergarten");
        await Transfer(from, from, 1).MustBeInvalid("toGroupId:preschool.transfer-same-group");
        await PostAt(_client, $"{PreschoolHost.Path}/groups/{from}/transfers", new { toGroupId = full, children = 1 }, 1)
            .MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.That((await Children(from), await Children(full)), Is.EqualTo((20, 24)), "nothing half-done");
    }

    [Test]
    public async Task Whole_groups_move_up_with_their_children_and_the_oldest_leave_for_school()
    {
        await Filled("Кіші", 2023, 18);
        await Filled("Мектепалды", 2020, 25);
        var before = 18 + 25;
        var result = await Open();
        Assert.That(
            (Int(result, "academicYear"), Int(result, "groups"), Int(result, "children"), Int(result, "finished"), Int(result, "left")), Is.EqualTo((2026, 1, 18, 1, 25)));
        Assert.That(Int(result, "children") + Int(result, "left"), Is.EqualTo(before), "children in = moved up + left");
        var living = Items(await _client.Get<JsonElement>($"{PreschoolHost.Path}/groups")).Single();
        Assert.That(
            (Int(living, "academicYear"), living.GetProperty("ageGroup").GetString(), Int(living, "children"), Int(living, "places")),
            Is.EqualTo((2026, "middle", 18, 20)));
        var past = Items(await _client.Get<JsonElement>($"{PreschoolHost.Path}/groups?academicYear=2025"));
        Assert.That(past.Sum(g => Int(g, "children")), Is.EqualTo(before), "the past year keeps its list");
        Assert.That(Int(await Open(), "groups"), Is.Zero, "again it finds nothing to do");
    }

    [Test]
    public async Task A_child_leaves_the_living_row_of_the_group_it_once_entered()
    {
        var entered = await Filled("Кіші", 2023, 18);
        await Open();
        await _host.Api.Inside(services => services.GetRequiredService<PlaceLedger>().Leave(entered, CancellationToken.None));
        Assert.That(Int(Items(await _client.Get<JsonElement>($"{PreschoolHost.Path}/groups")).Single(), "children"), Is.EqualTo(17));
        Assert.That(await Children(entered), Is.EqualTo(18));
        await _client.Put($"{PreschoolHost.Path}/groups/{entered}/free-places", new { count = 1 }, 3).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-of-past-year");
    }

    [Test]
    public async Task Nothing_moves_up_while_a_place_is_held_or_outside_August()
    {
        var id = await Filled("Кіші", 2023, 18);
        await _client.Put($"{PreschoolHost.Path}/groups/{id}/free-places", new { count = 1 }, 2).As<JsonElement>();
        await _host.Api.Inside(services => services.GetRequiredService<PlaceLedger>().Hold(id, CancellationToken.None));
        await _client.Post($"{PreschoolHost.Path}/groups/next-year", new { }).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-has-held-places");
        Day(9, 1);
        await _client.Post($"{PreschoolHost.Path}/groups/next-year", new { }).MustBeProblem(HttpStatusCode.Conflict, "preschool.transfer-window");
        Assert.That(await Children(id), Is.EqualTo(18));
    }

    [Test]
    public async Task Staff_move_up_their_own_kindergarten_only()
    {
        await Filled("А", 2023, 5);
        await _host.AddGroup(_host.Baiterek, "А", 2023, 20, 2025);
        var staff = _host.StaffOf(_host.Baiterek);
        await staff.Post($"{PreschoolHost.Path}/groups/next-year", new { institutionId = _host.Aigul }).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That(Int(await staff.Post($"{PreschoolHost.Path}/groups/next-year", new { }).As<JsonElement>(), "groups"), Is.EqualTo(1));
        Assert.That(Items(await _client.Get<JsonElement>($"{PreschoolHost.Path}/groups?institution={_host.Aigul}")).Single().GetProperty("academicYear").GetInt32(), Is.EqualTo(2025));
    }

    private async Task<Guid> Filled(string name, int birthYear, int children)
    {
        var id = await _host.AddGroup(_host.Aigul, name, birthYear, birthYear >= 2023 ? 20 : 25, 2025);
        await _client.Put($"{PreschoolHost.Path}/groups/{id}/children", new { children, reason = "initial" }, 1).As<JsonElement>();
        return id;
    }

    private Task<HttpResponseMessage> Transfer(Guid from, Guid to, int children) =>
        PostAt(_client, $"{PreschoolHost.Path}/groups/{from}/transfers", new { toGroupId = to, children }, 2);

    private Task<JsonElement> Open() => _client.Post($"{PreschoolHost.Path}/groups/next-year", new { }).As<JsonElement>();

    private async Task<int> Children(Guid id) => Int(await _client.Get<JsonElement>($"{PreschoolHost.Path}/groups/{id}"), "children");

    /// <summary>Noon in Almaty.</summary>
    private void Day(int month, int day) => _host.Api.Clock.Set(new DateTimeOffset(2026, month, day, 7, 0, 0, TimeSpan.Zero));
}
