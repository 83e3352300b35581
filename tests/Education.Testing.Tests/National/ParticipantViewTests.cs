using System.Net;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.TestKit;

namespace Education.Testing.Tests.National;

/// <summary>List of participants and spread of a school's totals.</summary>
[TestFixture]
internal sealed class ParticipantViewTests
{
    private NationalHost _host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await NationalHost.Start();
        // The first school: totals 10·k+5 for twelve takers of 60–69, six of 70–79 and two of 130–140; the second: three takers.
        var totals = Enumerable.Repeat(65, 12).Concat(Enumerable.Repeat(75, 6)).Concat([130, 140]).ToList();
        var rows = totals.Select((t, i) => Row(i + 1, "Школа-лицей №1", i % 2 == 0 ? "каз" : "рус", t))
            .Concat(Enumerable.Range(40, 3).Select(n => Row(n, "Гимназия №38", "рус", 90)));
        await _host.Participants(_host.Specialist(), new { year = "2017", territory = NationalHost.Oblast }, [.. rows]);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Filters_by_school_language_and_creative_exam_and_sorts_by_points()
    {
        var client = _host.Specialist();
        var page = await client.Get<JsonElement>($"/api/v1/testing/national/participants?year=2017&institution={_host.First}&language=kk&sort=-total&pageSize=3");
        Assert.That(page.GetProperty("total").GetInt32(), Is.EqualTo(10));
        Assert.That(NationalHost.Items(page).Select(i => i.GetProperty("total").GetInt32()), Is.EqualTo(new[] { 130, 75, 75 }));
        var creative = await client.Get<JsonElement>("/api/v1/testing/national/participants?year=2017&creative=true");
        Assert.That(creative.GetProperty("total").GetInt32(), Is.Zero);
        var found = await client.Get<JsonElement>("/api/v1/testing/national/participants?year=2017&q=гимназия");
        Assert.That(found.GetProperty("total").GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public async Task Cannot_be_searched_by_the_number_of_a_person()
    {
        var found = await _host.Specialist().Get<JsonElement>($"/api/v1/testing/national/participants?year=2017&q={NationalHost.Iin(1)}");
        Assert.That(found.GetProperty("total").GetInt32(), Is.Zero);
        await _host.Specialist().GetAsync("/api/v1/testing/national/participants?year=2017&sort=iin").MustBeInvalid("sort:unknown-sort");
    }

    [Test]
    public async Task Needs_a_year_and_the_permission_of_its_own()
    {
        await _host.Specialist().GetAsync("/api/v1/testing/national/participants").MustBeInvalid("year:required");
        await _host.Api.As(["testing.read", "testing.write"]).GetAsync("/api/v1/testing/national/participants?year=2017")
            .MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task Lists_only_the_readers_schools()
    {
        var client = _host.Specialist(new DataScope(false, null, [_host.Second]));
        var page = await client.Get<JsonElement>("/api/v1/testing/national/participants?year=2017");
        Assert.That(page.GetProperty("total").GetInt32(), Is.EqualTo(3));
        var foreign = await client.Get<JsonElement>($"/api/v1/testing/national/participants?year=2017&institution={_host.First}");
        Assert.That(foreign.GetProperty("total").GetInt32(), Is.Zero);
    }

    [Test]
    public async Task Bands_with_few_takers_are_hidden_and_cannot_be_counted_out()
    {
        var spread = await Spread(_host.First, "internal");
        Assert.That(Counts(spread, (60, 69), (70, 79), (130, 140)), Is.EqualTo(new int?[] { 12, 6, 2 }), "140 belongs to the last band");
        Assert.That(spread.GetProperty("bands").GetArrayLength(), Is.EqualTo(14));

        spread = await Spread(_host.First, "publication", _host.Api.As(["testing.read"]));
        Assert.That(spread.GetProperty("participants").ValueKind, Is.EqualTo(JsonValueKind.Null), "hidden in the league table with the small second school");
        Assert.That(Counts(spread, (60, 69), (70, 79), (130, 140)), Is.EqualTo(new int?[] { null, null, null }));
    }

    [Test]
    public async Task Without_a_small_school_beside_only_the_small_bands_are_hidden()
    {
        var rows = Enumerable.Range(1, 12).Select(n => Row(n, "Школа-лицей №20", "каз", n <= 10 ? 65 : 95)).ToArray();
        await _host.Participants(_host.Specialist(), new { year = "2019", territory = NationalHost.Temirtau }, rows);
        var spread = await Spread(_host.InTemirtau, "internal", _host.Api.As(["testing.read"]), 2019);
        Assert.That(spread.GetProperty("participants").GetInt32(), Is.EqualTo(12), "the internal view needs testing.write");
        Assert.That(Counts(spread, (60, 69), (90, 99)), Is.EqualTo(new int?[] { null, null }), "12 − 10 would tell the two");
    }

    [Test]
    public async Task The_spread_of_a_school_out_of_scope_is_not_found()
    {
        var client = _host.Specialist(new DataScope(false, null, [_host.Second]));
        await client.GetAsync($"/api/v1/testing/national/distribution?year=2017&institution={_host.First}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await client.GetAsync("/api/v1/testing/national/distribution").MustBeInvalid("year:required", "institution:required");
    }

    private static int?[] Counts(JsonElement spread, params (int From, int To)[] bands) => [.. bands.Select(b =>
    {
        var band = spread.GetProperty("bands").EnumerateArray().Single(e => e.GetProperty("from").GetInt32() == b.From && e.GetProperty("to").GetInt32() == b.To);
        return band.GetProperty("hidden").GetBoolean() ? (int?)null : band.GetProperty("participants").GetInt32();
    })];

    private static string Row(int n, string school, string language, int total)
    {
        var profile = Math.Min(40, total / 3);
        var rest = total - (2 * profile);
        var (reading, math) = (Math.Min(20, rest), Math.Min(20, Math.Max(0, rest - 20)));
        return $"{NationalHost.Iin(n)};{school};{language};;{reading};{math};{rest - reading - math};Математика;{profile};Физика;{profile};{total}";
    }

    private Task<JsonElement> Spread(Guid school, string view, HttpClient? client = null, int year = 2017) =>
        (client ?? _host.Specialist()).Get<JsonElement>($"/api/v1/testing/national/distribution?year={year}&institution={school}&view={view}");
}
