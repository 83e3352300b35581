using System.Globalization;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.Planning.Contracts;
using Education.Preschool.Groups;
using Education.Preschool.Indicators;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.Preschool.Tests.Network;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Tests.Indicators;

/// <summary>The demo department: what Planning adds up, and what a figure opens down to.</summary>
[TestFixture]
internal sealed class FigureTests
{
    private const string City = "351000000";
    private ApiHost _host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start(new()
        {
            Settings = new Dictionary<string, string> { ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "Information" },
        });
        await _host.SeedDemo();
        await _host.Inside(async services =>
        {
            var db = services.GetRequiredService<PreschoolDbContext>();
            var gardens = await db.Scoped<Group>().Where(g => g.AcademicYear == 2026).Select(g => g.InstitutionId).Distinct().OrderBy(id => id).ToListAsync();
            foreach (var (n, garden) in gardens.Index())
            {
                var readiness = new Readiness(garden, 2026);
                readiness.Take((10 + n, 8, 2), Guid.NewGuid(), n + 1);
                db.Add(readiness);
            }

            await db.SaveChangesAsync();
        });
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("preschool.openings", 19)]
    [TestCase("preschool.opened-places", 1840)]
    [TestCase("preschool.expansions", 9)]
    [TestCase("preschool.expanded-places", 640)]
    [TestCase("preschool.state-order-institutions", 39)]
    [TestCase("preschool.state-order-places", 5447)]
    [TestCase("preschool.state-order-tariff", 26_000)]
    [TestCase("preschool.parent-fee", 11_000)]
    public async Task The_lists_of_2017_sum_up(string code, int expected) => Assert.That((await Sum(code, 2017)).Numerator, Is.EqualTo(expected));

    [TestCase("preschool.coverage-1-6", "88")]
    [TestCase("preschool.coverage-3-6", "96.7")]
    public async Task A_published_coverage_stands_only_while_there_is_no_population(string code, string expected) =>
        Assert.That((await Sum(code, 2017)).Numerator, Is.EqualTo(decimal.Parse(expected, CultureInfo.InvariantCulture)));

    [TestCase(2017)]
    [TestCase(2026)]
    public async Task Every_figure_opens_down_to_rows_that_add_up_to_it(int year)
    {
        var opened = 0;
        foreach (var code in PreschoolIndicators.All.Select(i => i.Code))
        {
            var (sum, cuts) = await Sums(code, year);
            foreach (var (dimensions, figure) in cuts.Prepend((Dimensions.None, sum)))
            {
                var rows = await Rows(code, year, dimensions);
                Assert.That(rows.Sum(r => r.Numerator), Is.EqualTo(figure.Numerator), $"{code} {dimensions}");
                Assert.That(rows.Sum(r => r.Denominator ?? 0), Is.EqualTo(figure.Denominator ?? 0), $"{code} {dimensions}");
                opened += rows.Count;
            }
        }

        Assert.That(opened, Is.GreaterThan(100), "nothing was opened");
    }

    [Test]
    public async Task Pages_put_together_are_the_whole_and_a_restricted_reader_gets_his_rows_and_the_number_of_the_others()
    {
        var garden = await _host.Inside(services => services.GetRequiredService<PreschoolDbContext>().Scoped<Group>()
            .Where(g => g.AcademicYear == 2026).OrderBy(g => g.Id).Select(g => g.InstitutionId).FirstAsync());
        var restricted = 0;
        foreach (var code in PreschoolIndicators.All.Select(i => i.Code))
        {
            var whole = await Page(new(code, "2026", City, Dimensions.None, PageSize: 10_000));
            var size = Math.Max(1, (whole.Total + 2) / 3);
            var pages = await Task.WhenAll(Enumerable.Range(1, 3).Select(page => Page(new(code, "2026", City, Dimensions.None, Page: page, PageSize: size))));
            Assert.That(pages.SelectMany(p => p.Rows).Select(Text), Is.EqualTo(whole.Rows.Select(Text)), code);
            Assert.That(pages.Select(p => (p.Total, p.Hidden)), Is.All.EqualTo((whole.Rows.Count, 0)), code);
            var mine = await Page(new(code, "2026", City, Dimensions.None, PageSize: 10_000), new(false, null, [garden]));
            Assert.That(mine.Total + mine.Hidden, Is.EqualTo(whole.Total), code);
            Assert.That(mine.Rows.Select(Text), Is.SubsetOf(whole.Rows.Select(Text)), code);
            restricted += mine.Total > 0 && mine.Hidden > 0 ? 1 : 0;
        }

        Assert.That(restricted, Is.GreaterThan(5));
        static string Text(TraceRow row) => $"{row.Label.Kk} {row.Numerator} {row.Denominator} {row.RowNumber} {string.Join(' ', row.Cells)}";
    }

    [TestCase("preschool.places", "Groups", "", 2026)]
    [TestCase("preschool.covered-3-6", "Groups", "", 2026)]
    [TestCase("preschool.full-day-share", "Groups", "language=kk", 2026)]
    [TestCase("preschool.children", "Groups", "age=4", 2026)]
    [TestCase("preschool.state-order-institutions", "OrderContracts", "", 2017)]
    [TestCase("preschool.readiness-high", "Readiness", "", 2026)]
    public async Task A_page_of_a_figure_reads_no_more_rows_than_it_shows(string code, string table, string cut, int year)
    {
        var known = _host.Log.Count;
        Assert.That(Dimensions.TryParse(cut, out var dimensions), Is.True);
        var page = await Page(new(code, $"{year}", City, dimensions!, PageSize: 2));
        Assert.That(page.Rows, Has.Count.EqualTo(2));
        Assert.That(page.Total, Is.GreaterThan(2));
        var reads = _host.Log.Skip(known).Where(line => line.Contains($"FROM \"preschool_{table}\"", StringComparison.Ordinal)).ToList();
        Assert.That(reads, Has.Count.EqualTo(2), string.Join('\n', reads));
        Assert.That(reads[0], Does.Contain("COUNT(*)"));
        Assert.That(reads[1], Does.Contain("LIMIT"));
    }

    [Test]
    public async Task The_queue_of_the_year_is_the_log_at_its_end()
    {
        var waiting = await _host.Inside(async services =>
        {
            var db = services.GetRequiredService<PreschoolDbContext>();
            return await db.Scoped<QueueApplication>().CountAsync(a => a.TerritoryCode == City && a.State == TicketState.Waiting);
        });
        Assert.That(waiting, Is.Positive);
        Assert.That((await Sum(PreschoolIndicators.Queue, 2026)).Numerator, Is.EqualTo(waiting));
        Assert.That(await Facts(PreschoolIndicators.Queue, 2017), Is.Empty, "no event by then: nothing, not a zero");
        var before = await _host.Inside(async services =>
            await services.GetRequiredService<PreschoolDbContext>().Scoped<QueueApplication>().CountAsync(a => a.AppliedAt < new DateTime(2025, 12, 31, 19, 0, 0, DateTimeKind.Utc)));
        Assert.That((await Sum(PreschoolIndicators.Queue, 2025)).Numerator, Is.InRange(1, before), "those who came before the year's end and had not left by then");
    }

    [Test]
    public async Task A_computed_coverage_takes_the_place_of_the_published_one()
    {
        await using var host = new PreschoolHost(await ApiHost.Start());
        await host.Api.SeedDemo();
        var import = await host.Import(
            "preschool.population", "Возраст;Численность;Источник\n1;9000;БНС\n2;9100;БНС\n3;9200;БНС\n4;9300;БНС\n5;9400;БНС", new { year = "2017", territory = City });
        Assert.That(import.GetProperty("status").GetString(), Is.EqualTo("applied"), import.ToString());
        var facts = await Facts(host.Api, "preschool.coverage-1-6", 2017);
        Assert.That(facts, Is.Empty, "the published share gives way");
        Assert.That((await Facts(host.Api, "preschool.population-1-6", 2017)).Where(f => f.Dimensions.Equals(Dimensions.None)).Sum(f => f.Numerator), Is.EqualTo(46_000));
        var report = (await host.Api.AsAdministrator().Get<JsonElement>("/api/v1/planning/reports")).GetProperty("items").EnumerateArray()
            .Single(r => r.GetProperty("chapter").GetString() == "preschool").GetProperty("id").GetGuid();
        var figure = await host.Api.AsAdministrator("ru").Get<JsonElement>($"/api/v1/planning/reports/{report}/figure?key=preschool.coverage-1-6");
        var covered = (await Facts(host.Api, "preschool.covered-1-6", 2017)).Where(f => f.Dimensions.Equals(Dimensions.None)).Sum(f => f.Numerator);
        var expected = Math.Round(covered * 100 / 46_000, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.GetCultureInfo("ru-RU"));
        Assert.That(figure.GetProperty("shown").GetString()!.Replace('\u00A0', ' '), Is.EqualTo(expected + " %"));
    }

    private async Task<(decimal Numerator, decimal? Denominator)> Sum(string code, int year) => (await Sums(code, year)).Whole;

    private async Task<((decimal Numerator, decimal? Denominator) Whole, List<(Dimensions Dimensions, (decimal Numerator, decimal? Denominator) Figure)> Cuts)> Sums(string code, int year)
    {
        var facts = await Facts(code, year);
        var groups = facts.GroupBy(f => f.Dimensions).Select(g => (g.Key, Of([.. g]))).ToList();
        return (groups.Find(g => g.Key.Equals(Dimensions.None)).Item2, groups.FindAll(g => !g.Key.Equals(Dimensions.None)));
    }

    /// <summary>As Planning adds up: facts of institutions win over one of the territory.</summary>
    private static (decimal Numerator, decimal? Denominator) Of(List<IndicatorFact> facts)
    {
        var ofInstitutions = facts.FindAll(f => f.InstitutionId is not null);
        var counted = ofInstitutions.Count > 0 ? ofInstitutions : facts;
        return (counted.Sum(f => f.Numerator), counted.Exists(f => f.Denominator is not null) ? counted.Sum(f => f.Denominator ?? 0) : null);
    }

    private Task<List<IndicatorFact>> Facts(string code, int year) => Facts(_host, code, year);

    private static Task<List<IndicatorFact>> Facts(ApiHost host, string code, int year) => host.Inside(async services =>
    {
        var source = services.GetServices<IIndicatorSource>().Single(s => s.Indicators.Any(i => i.Code == code));
        return await source.FactsAsync(new($"{year}", [code], City), CancellationToken.None).ToListAsync();
    });

    private async Task<IReadOnlyList<TraceRow>> Rows(string code, int year, Dimensions dimensions) =>
        (await Page(new(code, $"{year}", City, dimensions, PageSize: 10_000))).Rows;

    private Task<IndicatorTracePage> Page(TraceRequest request, DataScope? scope = null) => _host.Inside(services =>
    {
        services.GetRequiredService<CurrentUser>().Become(UserContext.System with { Scope = scope ?? DataScope.All });
        return services.GetServices<IIndicatorTrace>().Single(t => t.Owns(request.Code)).RowsAsync(request, CancellationToken.None);
    });
}
