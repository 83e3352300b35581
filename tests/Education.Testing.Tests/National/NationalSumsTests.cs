using Education.Planning.Contracts;
using Education.SharedKernel;
using Education.TestKit;
using Education.Testing.National;
using Education.Testing.National.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Testing.Tests.National;

/// <summary>An oblast told by its parts says the same as its schools one by one.</summary>
[TestFixture]
internal sealed class NationalSumsTests
{
    private const string Rayon = "354800000";

    private readonly Dictionary<Guid, string> _schools = [];
    private NationalHost _host = null!;
    private int _year = 2030;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await NationalHost.Start();
        foreach (var (territory, count) in new[] { (NationalHost.Karaganda, 6), (NationalHost.Temirtau, 4), (Rayon, 3), (NationalHost.Oblast, 2) })
        {
            for (var n = 0; n < count; n++)
            {
                _schools.Add(await _host.AddSchool($"Сумма №{territory}-{n}", territory), territory);
            }
        }
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase(1, false)]
    [TestCase(2, false)]
    [TestCase(3, false)]
    [TestCase(4, true)]
    [TestCase(5, true)]
    public async Task Sums_over_the_parts_are_those_of_the_schools(int seed, bool fromParticipants)
    {
        var year = await Write(seed, fromParticipants);
        var alone = await Facts(new(Period(year), Codes, NationalHost.Oblast));
        var summed = await Facts(new(Period(year), Codes, NationalHost.Oblast) { ByParts = true });

        var ofSchools = alone.Where(f => f.InstitutionId is not null && f.Code != NationalIndicators.SchoolMean).ToList();
        var expected = ofSchools.Where(f => f.TerritoryCode != NationalHost.Oblast).GroupBy(f => (f.Code, f.TerritoryCode))
            .Select(g => (g.Key.Code, g.Key.TerritoryCode, Numerator: g.Sum(f => f.Numerator), Denominator: g.Sum(f => f.Denominator), Rows: g.Count()));
        var told = summed.Where(f => f.Summed).Select(f => (f.Code, f.TerritoryCode, f.Numerator, Denominator: f.Denominator ?? 0, f.Rows));
        Assert.That(told, Is.EquivalentTo(expected));
        Assert.That(ofSchools.Select(f => f.Code).Distinct(), Has.Exactly(fromParticipants ? 7 : 8).Items, "every sum was tried");

        // Schools of the oblast itself lie in none of its parts, and facts of territories stay what they are.
        Assert.That(
            summed.Where(f => f.InstitutionId is not null).Select(Text), Is.EquivalentTo(alone.Where(f => f.InstitutionId is not null && f.TerritoryCode == NationalHost.Oblast).Select(Text)));
        Assert.That(
            summed.Where(f => f is { InstitutionId: null, Summed: false }).Select(Text), Is.EquivalentTo(alone.Where(f => f.InstitutionId is null).Select(Text)));
    }

    [Test]
    public async Task Only_the_institutions_asked_for_are_told()
    {
        var year = await Write(6, false);
        Guid[] some = [.. _schools.Keys.Where((_, i) => i % 3 == 0)];
        var alone = await Facts(new(Period(year), Codes, NationalHost.Oblast));

        var told = await Facts(new(Period(year), Codes, NationalHost.Oblast) { Institutions = some });

        Assert.That(told, Is.Not.Empty);
        Assert.That(told.Select(Text), Is.EquivalentTo(alone.Where(f => f.InstitutionId is { } id && some.Contains(id)).Select(Text)));
    }

    [Test]
    public async Task The_best_and_lowest_are_those_whose_mean_may_be_published()
    {
        var year = _year += 2;
        var takers = new Dictionary<Guid, (int Participants, int Mean)>();
        foreach (var (school, n) in _schools.Keys.Select((school, n) => (school, n)))
        {
            // The highest mean has three takers, and hides with the smallest other school of its city.
            takers.Add(school, n switch { 0 => (3, 9900), 1 => (7, 9800), _ => (40 + n, 5000 + (n * 10)) });
        }

        await Save(takers.Select(t => Row(t.Key, year, new SchoolFigures(60, t.Value.Participants, t.Value.Mean, t.Value.Mean, null))));

        var published = takers.Where(t => t.Value.Participants >= 40).OrderBy(t => t.Value.Mean).Select(t => t.Key).ToList();
        Assert.That(await Extremes(year, highest: 4), Is.EqualTo(published.AsEnumerable().Reverse().Take(4)));
        Assert.That(await Extremes(year, lowest: 3), Is.EqualTo(published.Take(3)));
    }

    private static IReadOnlyCollection<string> Codes { get; } = [.. NationalIndicators.All.Select(i => i.Code)];

    private static string Period(int year) => ReportingPeriod.Year(year).Code;

    private static string Text(IndicatorFact fact) =>
        $"{fact.Code}|{fact.InstitutionId}|{fact.TerritoryCode}|{fact.Dimensions}|{fact.Numerator}|{fact.Denominator}|{fact.Rows}|{string.Join(',', fact.Sources)}";

    /// <summary>Two years of results with everything that happens: no graduates known, nobody took part, only a mean, no year before.</summary>
    private async Task<int> Write(int seed, bool fromParticipants)
    {
        var (year, random) = (_year += 2, new Random(seed));
        var rows = new List<SchoolResult>();
        foreach (var school in _schools.Keys)
        {
            foreach (var at in new[] { year - 1, year })
            {
                if (random.Next(6) == 0)
                {
                    continue;
                }

                rows.Add(fromParticipants ? FromParticipants(school, at, random) : FromTable(school, at, random));
            }
        }

        await Save(rows);
        return year;
    }

    private static SchoolResult FromTable(Guid school, int year, Random random)
    {
        int? participants = random.Next(7) switch { 0 => null, 1 => 0, _ => random.Next(1, 90) };
        long? mean = participants == 0 ? null : random.Next(3000, 12_000);
        int? graduates = participants is null || random.Next(5) == 0 ? null : participants + random.Next(20);
        return Row(school, year, new SchoolFigures(graduates, participants, mean, random.Next(2) == 0 ? mean : mean + 10, null));
    }

    private static SchoolResult FromParticipants(Guid school, int year, Random random)
    {
        var row = new SchoolResult(school, year);
        var (participants, without) = (random.Next(1, 90), random.Next(0, 2));
        var points = participants * random.Next(40, 120);
        row.Compute(new ComputedSchool(school, participants, points, participants - without, points - (without * 30), random.Next(participants)), Guid.NewGuid());
        return row;
    }

    private static SchoolResult Row(Guid school, int year, SchoolFigures figures)
    {
        var row = new SchoolResult(school, year);
        row.Take(figures, Guid.NewGuid(), 2);
        return row;
    }

    private Task Save(IEnumerable<SchoolResult> rows) => _host.Api.Inside(async services =>
    {
        var db = services.GetRequiredService<TestingDbContext>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    });

    private Task<List<IndicatorFact>> Facts(IndicatorRequest request) => _host.Api.Inside(async services =>
    {
        var facts = new List<IndicatorFact>();
        await foreach (var fact in services.GetServices<IIndicatorSource>().Single(s => s is NationalFacts).FactsAsync(request, CancellationToken.None))
        {
            facts.Add(fact);
        }

        return facts;
    });

    private Task<IReadOnlyCollection<Guid>?> Extremes(int year, int highest = 0, int lowest = 0) => _host.Api.Inside(services =>
        services.GetServices<IIndicatorSource>().Single(s => s is NationalFacts).ExtremesAsync(
            new(Period(year), NationalIndicators.SchoolMean, NationalHost.Oblast, highest, lowest), CancellationToken.None));
}
