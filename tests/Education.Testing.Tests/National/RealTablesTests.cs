using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.TestKit;

namespace Education.Testing.Tests.National;

/// <summary>The published tables of Karaganda 2017, imported as a department would, against the figures its own report prints.</summary>
internal sealed class RealTablesTests
{
    private const string City = "351000000";
    private ApiHost _host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        await _host.SeedDemo();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task The_city_s_totals_are_those_of_the_report()
    {
        var summary = await Summary();
        Assert.Multiple(() =>
        {
            Assert.That(Int(summary, "schools"), Is.EqualTo(56));
            Assert.That(Int(summary, "graduates"), Is.EqualTo(1761));
            Assert.That(Int(summary, "participants"), Is.EqualTo(1401));
            Assert.That(Rounded(summary.GetProperty("participation").GetProperty("percent"), 1), Is.EqualTo(79.6m));
            Assert.That(Int(summary, "schoolsBothYears"), Is.EqualTo(53));
            Assert.That(Int(summary, "schoolsRisen"), Is.EqualTo(11));
        });
    }

    [Test]
    public async Task The_mean_is_the_same_from_the_schools_and_from_the_subjects()
    {
        var summary = await Summary();
        Assert.Multiple(() =>
        {
            Assert.That(Rounded(summary.GetProperty("mean").GetProperty("value"), 1), Is.EqualTo(76.6m));
            Assert.That(Rounded(summary.GetProperty("meanFromSubjects").GetProperty("value"), 1), Is.EqualTo(76.6m));
        });
    }

    [Test]
    public async Task Without_creative_takers_it_is_79_3_over_1322()
    {
        var without = (await Summary()).GetProperty("meanWithoutCreative");
        Assert.Multiple(() =>
        {
            Assert.That(Rounded(without.GetProperty("value"), 1), Is.EqualTo(79.3m));
            Assert.That(Int(without, "participants"), Is.EqualTo(1322));
        });
    }

    [Test]
    public async Task Creative_takers_are_in_34_schools_of_the_rows() =>
        Assert.That(Int(await Summary(), "creativeSchools"), Is.EqualTo(34));

    [Test]
    public async Task All_56_printed_participations_recompute_equal()
    {
        var page = await Schools("pageSize=200&view=internal");
        var verdicts = page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("printedParticipation").GetString()).ToList();
        Assert.That(verdicts, Has.Count.EqualTo(56).And.All.EqualTo("equal"));
    }

    [Test]
    public async Task The_best_school_leads_and_the_lowest_ends_the_table()
    {
        var best = await Schools("pageSize=1&view=internal");
        var lowest = await Schools("pageSize=1&sort=mean&view=internal");
        Assert.Multiple(() =>
        {
            Assert.That(best.GetProperty("items")[0].GetProperty("mean").GetDecimal(), Is.EqualTo(107.78m));
            Assert.That(Int(best.GetProperty("items")[0], "rank"), Is.EqualTo(1));
            Assert.That(lowest.GetProperty("items")[0].GetProperty("mean").GetDecimal(), Is.EqualTo(28.00m));
            Assert.That(Int(lowest.GetProperty("items")[0], "rank"), Is.EqualTo(56));
        });
    }

    [Test]
    public async Task The_published_view_hides_groups_under_five_and_never_a_single_one()
    {
        var rows = (await Schools("pageSize=200&view=publication")).GetProperty("items").EnumerateArray().ToList();
        var hidden = rows.Where(r => r.GetProperty("hidden").GetBoolean()).ToList();
        var shown = rows.Where(r => !r.GetProperty("hidden").GetBoolean()).ToList();
        Assert.Multiple(() =>
        {
            // Schools with 1, 1, 1, 3 and 3 participants in the printed table.
            Assert.That(hidden, Has.Count.EqualTo(5));
            Assert.That(hidden.Select(r => r.GetProperty("mean").ValueKind), Is.All.EqualTo(JsonValueKind.Null));
            Assert.That(shown.Select(r => Int(r, "participants")), Is.All.GreaterThanOrEqualTo(5));
        });
    }

    [Test]
    public async Task A_reader_without_the_right_to_write_gets_the_published_view_even_if_he_asks_for_the_other()
    {
        var client = _host.As([TestingPermissions.Read]);
        var page = await client.Get<JsonElement>($"/api/v1/testing/national/schools?year=2017&territory={City}&view=internal&pageSize=200");
        Assert.That(page.GetProperty("items").EnumerateArray().Count(r => r.GetProperty("hidden").GetBoolean()), Is.EqualTo(5));
    }

    [Test]
    public async Task A_school_s_reader_sees_his_school_only()
    {
        var all = await Schools("pageSize=1&view=internal");
        var school = all.GetProperty("items")[0].GetProperty("institutionId").GetGuid();
        var client = _host.As([TestingPermissions.Read], new DataScope(false, null, [school]));
        var page = await client.Get<JsonElement>($"/api/v1/testing/national/schools?year=2017&territory={City}");
        Assert.That(Int(page, "total"), Is.EqualTo(1));
    }

    [Test]
    public async Task Subjects_stand_beside_the_oblast_and_small_ones_are_hidden()
    {
        var subjects = await _host.AsAdministrator().Get<JsonElement>($"/api/v1/testing/national/subjects?year=2017&territory={City}");
        var byCode = subjects.EnumerateArray().ToDictionary(s => s.GetProperty("code").GetString()!);
        Assert.Multiple(() =>
        {
            Assert.That(byCode, Has.Count.EqualTo(14));
            Assert.That(byCode["chemistry"].GetProperty("mean").GetDecimal(), Is.EqualTo(15.6m));
            Assert.That(byCode["chemistry"].GetProperty("oblastMean").GetDecimal(), Is.EqualTo(15.8m));
            Assert.That(byCode["german"].GetProperty("hidden").GetBoolean(), Is.True, "four took German");
            Assert.That(byCode["kazakh"].GetProperty("hidden").GetBoolean(), Is.True, "else German follows from the total");
        });
    }

    [Test]
    public async Task Missing_and_unknown_parameters_are_all_named() =>
        await _host.AsAdministrator().GetAsync("/api/v1/testing/national/schools?sort=mean&colour=red")
            .MustBeInvalid("colour:unknown-parameter");

    private Task<JsonElement> Summary() => _host.AsAdministrator().Get<JsonElement>($"/api/v1/testing/national/summary?year=2017&territory={City}");

    private Task<JsonElement> Schools(string query) =>
        _host.AsAdministrator().Get<JsonElement>($"/api/v1/testing/national/schools?year=2017&territory={City}&{query}");

    private static int Int(JsonElement element, string property) => element.GetProperty(property).GetInt32();

    private static decimal Rounded(JsonElement number, int digits) => Math.Round(number.GetDecimal(), digits, MidpointRounding.AwayFromZero);
}
