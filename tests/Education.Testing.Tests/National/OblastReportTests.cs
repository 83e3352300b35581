using System.Text.Json;
using System.Text.RegularExpressions;
using Education.TestKit;
using Education.Testing.National;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Testing.Tests.National;

/// <summary>The report of an oblast on real records: its rows say what the reports of its cities say, and open down to their schools.</summary>
[TestFixture]
internal sealed partial class OblastReportTests
{
    private const string Reports = "/api/v1/planning/reports";

    private NationalHost _host = null!;
    private Guid _oblast;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await NationalHost.Start();
        var schools = new List<(string Name, string Territory)>
        {
            ("Школа-лицей №1", NationalHost.Karaganda), ("Гимназия №38", NationalHost.Karaganda), ("Школа-лицей №20", NationalHost.Temirtau),
        };
        for (var n = 0; n < 27; n++)
        {
            schools.Add(($"Средняя школа №{100 + n}", n % 2 == 0 ? NationalHost.Karaganda : NationalHost.Temirtau));
            await _host.AddSchool(schools[^1].Name, schools[^1].Territory);
        }

        foreach (var territory in new[] { NationalHost.Karaganda, NationalHost.Temirtau })
        {
            foreach (var year in new[] { 2016, 2017 })
            {
                var rows = schools.Select((school, n) => (school, n)).Where(s => s.school.Territory == territory)
                    .Select(s => $"{s.school.Name};{60 + s.n};{40 + s.n};{60 + (s.n * 2) + (year == 2017 && s.n % 3 == 0 ? 5 : 0)},25;{60 + (s.n * 2)}");
                await _host.Import(
                    _host.Api.AsAdministrator(), "testing.schools",
                    "Школа;Выпускников;Участников ЕНТ;Средний балл;Без творческих\n" + string.Join('\n', rows), new { year = $"{year}", territory });
            }
        }

        _oblast = await Begin(NationalHost.Oblast);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase(NationalHost.Karaganda)]
    [TestCase(NationalHost.Temirtau)]
    public async Task A_row_says_what_the_report_of_the_city_says(string city)
    {
        var (oblast, own) = (await Figures(_oblast), await Figures(await Begin(city)));

        foreach (var code in new[] { "unt.schools", "unt.participants", "unt.participation", "unt.mean" })
        {
            Assert.That(oblast[$"{code}[{city}]"], Is.EqualTo(own[code]), code);
        }

        Assert.That(oblast[$"unt.mean@-1[{city}]"], Is.EqualTo(own["unt.mean-previous"]));
    }

    [Test]
    public async Task The_best_and_lowest_are_named_and_nobody_else()
    {
        var figures = await Figures(_oblast);

        Assert.That(figures.Keys.Count(key => key.StartsWith("unt.school-mean[", StringComparison.Ordinal)), Is.EqualTo(20), "ten and ten of thirty");
        Assert.That((figures["best.rows"], figures["lowest.rows"]), Is.EqualTo(("10", "10")));
        Assert.That(figures.Keys, Has.None.StartsWith("unt.graduates["), "the list of all schools is not told");
    }

    [TestCase("unt.mean", 30)]
    [TestCase("unt.mean[351000000]", 16)]
    [TestCase("unt.participation[352400000]", 14)]
    public async Task A_figure_opens_down_to_its_schools(string key, int schools)
    {
        var figure = await Figure(_oblast, key);

        var rows = figure.GetProperty("rows").GetProperty("items").EnumerateArray().ToList();
        Assert.That(rows, Has.Count.EqualTo(schools));
        Assert.That(rows.Sum(row => row.GetProperty("numerator").GetDecimal()), Is.EqualTo(figure.GetProperty("numerator").GetDecimal()));
        Assert.That(rows.Sum(row => row.GetProperty("denominator").GetDecimal()), Is.EqualTo(figure.GetProperty("denominator").GetDecimal()));
        Assert.That(figure.GetProperty("sources").GetArrayLength(), Is.EqualTo(key.Contains('[', StringComparison.Ordinal) ? 1 : 2), "files of exactly its rows");
    }

    [Test]
    public async Task The_change_of_a_part_is_computed_from_the_figures_of_that_part()
    {
        var change = await Figure(_oblast, $"unt.mean-change[{NationalHost.Karaganda}]");

        Assert.That(
            change.GetProperty("operands").EnumerateArray().Select(o => o.GetProperty("key").GetString()),
            Is.EquivalentTo(new[] { $"unt.mean[{NationalHost.Karaganda}]", $"unt.mean@-1[{NationalHost.Karaganda}]" }));
    }

    [Test]
    public async Task A_kept_figure_says_when_the_records_of_its_part_have_changed()
    {
        var id = await Begin(NationalHost.Oblast, "2016");
        var card = await _host.Api.AsAdministrator().Get<JsonElement>($"{Reports}/{id}");
        await _host.Api.AsAdministrator().Put($"{Reports}/{id}/check", new { }, card.GetProperty("version").GetInt64()).As<JsonElement>();
        await _host.Api.RunJobs();
        var (before, other) = (await Changed("351000000"), await Changed("352400000"));

        await _host.Api.Sql("UPDATE testing_SchoolResults SET Participants = Participants + 1, TotalHundredths = MeanHundredths * (Participants + 1) "
            + $"WHERE Year = 2016 AND InstitutionId = '{_host.First.ToString().ToUpperInvariant()}'");

        Assert.That((before, other), Is.EqualTo((false, false)));
        Assert.That((await Changed("351000000"), await Changed("352400000")), Is.EqualTo((true, false)));

        async Task<bool> Changed(string part) => (await Figure(id, $"unt.participants[{part}]")).GetProperty("changed").GetBoolean();
    }

    [Test]
    public async Task The_reports_of_an_oblast_and_its_cities_together_do_not_tell_a_small_group()
    {
        const int Year = 2021;
        const string Rayon = "354800000";
        var village = await _host.AddSchool("Сельская школа", Rayon);
        await _host.Api.Inside(async services =>
        {
            var db = services.GetRequiredService<TestingDbContext>();
            foreach (var (school, participants) in new[] { (village, 3), (_host.InTemirtau, 40), (_host.First, 60), (_host.Second, 70) })
            {
                var row = new SchoolResult(school, Year);
                row.Take(new SchoolFigures(100, participants, 7000 + participants, null, null), Guid.NewGuid(), 2);
                db.Add(row);
            }

            db.Add(Subject(NationalHost.Temirtau));
            db.Add(Subject(NationalHost.Karaganda));
            await db.SaveChangesAsync();
        });

        var (oblast, temirtau, karaganda) =
            (await Figures(await Begin(NationalHost.Oblast, "2021")), await Figures(await Begin(NationalHost.Temirtau, "2021")), await Figures(await Begin(NationalHost.Karaganda, "2021")));

        // Karaganda's mean and the oblast's leave 43 people: those of Temirtau must be told neither in the oblast's report nor in their own.
        const string Hidden = "не публикуется";
        Assert.That((oblast[$"unt.mean[{Rayon}]"], oblast[$"unt.mean[{NationalHost.Temirtau}]"], temirtau["unt.mean"]), Is.EqualTo((Hidden, Hidden, Hidden)));
        Assert.That(temirtau["unt.subject-mean[subject=reading]"], Is.EqualTo(Hidden), "all subjects together are the mean");
        Assert.That(oblast[$"unt.mean[{NationalHost.Karaganda}]"], Is.EqualTo(karaganda["unt.mean"]).And.Not.EqualTo(Hidden));
        Assert.That(karaganda["unt.subject-mean[subject=reading]"], Is.Not.EqualTo(Hidden));

        var reader = _host.Api.As(["testing.read"], null, "ru", "reader");
        Assert.That((await Reading(reader, NationalHost.Temirtau)).GetProperty("hidden").GetBoolean(), Is.True);
        Assert.That((await Reading(reader, NationalHost.Karaganda)).GetProperty("hidden").GetBoolean(), Is.False);
        Assert.That((await Reading(_host.Specialist(), NationalHost.Temirtau)).GetProperty("hidden").GetBoolean(), Is.False, "the department itself sees it");

        static SubjectResult Subject(string territory)
        {
            var row = new SubjectResult(territory, Year, "reading", TakerGroup.All);
            row.Take(40, 1700, Guid.NewGuid(), 2);
            return row;
        }

        static async Task<JsonElement> Reading(HttpClient client, string territory) =>
            (await client.Get<JsonElement>($"/api/v1/testing/national/subjects?year={Year}&territory={territory}")).EnumerateArray().Single();
    }

    private async Task<Guid> Begin(string territory, string period = "2017") =>
        (await _host.Api.AsAdministrator().Post(Reports, new { chapter = "unt", period, territoryCode = territory }).As<JsonElement>()).GetProperty("id").GetGuid();

    private Task<JsonElement> Figure(Guid report, string key) =>
        _host.Api.AsAdministrator().Get<JsonElement>($"{Reports}/{report}/figure?pageSize=200&key={Uri.EscapeDataString(key)}");

    /// <summary>Key → text of every figure printed.</summary>
    private async Task<Dictionary<string, string>> Figures(Guid report)
    {
        var html = (await _host.Api.AsAdministrator().Get<JsonElement>($"{Reports}/{report}/text?language=ru")).GetProperty("html").GetString()!;
        return Anchor().Matches(html).GroupBy(m => m.Groups["key"].Value).ToDictionary(g => g.Key, g => g.First().Groups["text"].Value);
    }

    [GeneratedRegex("data-figure=\"(?<key>[^\"]*)\"[^>]*>(?<text>[^<]*)<")]
    private static partial Regex Anchor();
}
