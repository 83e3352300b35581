using System.Text.Json;
using Education.TestKit;
using static Education.Preschool.Tests.Network.PreschoolHost;

namespace Education.Preschool.Tests.Network;

/// <summary>The published lists of Karaganda 2017, imported as a department would: totals are sums of the lists.</summary>
internal sealed class DemoNetworkTests
{
    private ApiHost _host = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        await _host.SeedDemo();
        _client = _host.As(["preschool.read"]);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Nineteen_openings_sum_to_1840_places()
    {
        var totals = await Totals("opening");
        var list = await List("opening");
        Assert.Multiple(() =>
        {
            Assert.That(Int(totals, "actual"), Is.EqualTo(19));
            Assert.That(Int(totals, "actualPlaces"), Is.EqualTo(1840));
            Assert.That(list.Sum(r => r.GetProperty("actual").GetProperty("places").GetInt32()), Is.EqualTo(1840));
            Assert.That(totals.GetProperty("months").EnumerateArray().Sum(m => Int(m, "actualPlaces")), Is.EqualTo(1840));
            Assert.That(Month(totals, 9), Is.EqualTo((2, 610)), "September: Одарешка 360 and Дарынды бала-3 250");
        });
    }

    [Test]
    public async Task Nine_expansions_sum_to_640_places_though_460_was_printed()
    {
        var totals = await Totals("expansion");
        Assert.Multiple(() =>
        {
            Assert.That(Int(totals, "actual"), Is.EqualTo(9));
            Assert.That(Int(totals, "actualPlaces"), Is.EqualTo(640));
            Assert.That(Month(totals, null), Is.EqualTo((9, 640)), "the list names no months");
        });
    }

    [Test]
    public async Task An_opening_is_linked_to_the_kindergarten_of_its_name()
    {
        var linked = (await List("opening")).Where(r => r.GetProperty("institutionId").ValueKind != JsonValueKind.Null).ToList();
        Assert.That(linked, Has.Count.GreaterThan(10));
        var card = await _client.Get<JsonElement>($"{PreschoolHost.Path}/kindergartens/{linked.Single(r => r.GetProperty("name").GetString() == "Одарешка").GetProperty("institutionId").GetGuid()}");
        Assert.That(card.GetProperty("name").GetProperty("ru").GetString(), Does.Contain("Одарешка"));
    }

    [Test]
    public async Task The_network_s_totals_are_the_sum_of_its_list()
    {
        var rows = Items(await _client.Get<JsonElement>($"{PreschoolHost.Path}/kindergartens?pageSize=200"));
        var all = (await _client.Get<JsonElement>($"{PreschoolHost.Path}/kindergarten-totals")).GetProperty("all");
        Assert.Multiple(() =>
        {
            foreach (var sum in new[] { "groups", "places", "children", "designCapacity" })
            {
                Assert.That(Int(all, sum), Is.EqualTo(rows.Sum(r => Int(r, sum))).And.GreaterThan(0), sum);
            }

            Assert.That(Int(all, "institutions"), Is.EqualTo(rows.Count));
        });
    }

    [Test]
    public async Task Baiterek_has_the_sixteen_groups_of_the_rating()
    {
        var row = Items(await _client.Get<JsonElement>($"{PreschoolHost.Path}/kindergartens?q=Бәйтерек&ownership=state")).Single();
        Assert.That(Int(row, "groups"), Is.EqualTo(16));
    }

    [Test]
    public async Task Loading_the_demo_again_changes_nothing()
    {
        var before = (await _client.Get<JsonElement>($"{PreschoolHost.Path}/kindergarten-totals")).ToString();
        await _host.SeedDemo();
        Assert.That((await _client.Get<JsonElement>($"{PreschoolHost.Path}/kindergarten-totals")).ToString(), Is.EqualTo(before));
        Assert.That(Int(await Totals("opening"), "actual"), Is.EqualTo(19));
    }

    private static (int, int) Month(JsonElement totals, int? month)
    {
        var found = totals.GetProperty("months").EnumerateArray()
            .Single(m => m.GetProperty("month").ValueKind == JsonValueKind.Null ? month is null : m.GetProperty("month").GetInt32() == month);
        return (Int(found, "actual"), Int(found, "actualPlaces"));
    }

    private Task<JsonElement> Totals(string kind) => _client.Get<JsonElement>($"{PreschoolHost.Path}/network-change-totals?year=2017&kind={kind}&territory=351000000");

    private async Task<IReadOnlyList<JsonElement>> List(string kind) =>
        Items(await _client.Get<JsonElement>($"{PreschoolHost.Path}/network-changes?year=2017&kind={kind}&territory=351000000&pageSize=200"));
}
