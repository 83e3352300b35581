using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.Planning.Reports;
using Education.Planning.Reports.Engine;
using Education.Planning.Reports.Templates;
using Education.SharedKernel;

namespace Education.Planning.Tests.Indicators;

/// <summary>The report of an oblast tells its cities and rayons; their schools stand in it only as the best and lowest.</summary>
public sealed class ByPartsTests
{
    private const string Oblast = "350000000";
    private const string City = Karaganda.City;
    private const string Rayon = "355200000";
    private const string Village = "355230100";
    private const string Small = "356000000";

    private static readonly Guid Own = new("00000000-0000-0000-0000-0000000000ab");

    private static readonly FigureScope Scope = new(ReportingPeriod.Year(2017), Oblast, _ => true)
    {
        ByParts = true,
        Above = new Dictionary<string, string> { [City] = Oblast, [Rayon] = Oblast, [Village] = Rayon, [Small] = Oblast },
    };

    [Test]
    public void Every_part_has_a_row_and_so_has_an_institution_that_lies_in_none()
    {
        var set = Build(Facts());

        var rows = set.Table("parts")!.Rows;
        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(row => row.Key), Is.EqualTo(new[] { Own.ToString("N"), City, Rayon, Small }), "by their means");
            Assert.That(Shown(set, "unt.participants", City, Rayon, Small), Is.EqualTo(new decimal?[] { 1000, 60, 20 }));
            Assert.That(Shown(set, "unt.mean", City, Rayon, Small), Is.EqualTo(new decimal?[] { 80, 70, 60 }));
            Assert.That(Shown(set, "unt.mean@-1", City, Rayon, Small), Is.EqualTo(new decimal?[] { 78, 71, null }));
            Assert.That(Shown(set, "unt.mean-change", City, Rayon, Small), Is.EqualTo(new decimal?[] { 2, -1, null }));
            Assert.That(set.Find($"unt.participants[{Own:N}]")!.Value, Is.EqualTo(30));
            Assert.That(set.Find($"unt.mean[{Rayon}]"), Has.Property("Territory").EqualTo(Rayon).And.Property("InstitutionId").Null);
        });
    }

    [Test]
    public void The_whole_is_the_sum_of_the_parts_and_not_what_was_published_of_them()
    {
        var set = Build([.. Facts(), Fact("unt.participants", City, 1), Fact("unt.participants", Oblast, 2)]);

        Assert.That(set.Find("unt.participants")!.Value, Is.EqualTo(1000 + 60 + 20 + 30));
        Assert.That(set.Find("unt.mean")!.Published(), Is.EqualTo(Rounding.HalfUp(((1000 * 80m) + (60 * 70) + (20 * 60) + (30 * 90)) / 1110, 1)));
        Assert.That(set.Find($"unt.participants[{City}]")!.Value, Is.EqualTo(1000));
    }

    [Test]
    public void Only_the_listed_institutions_are_among_the_best_and_nobody_is_listed_one_by_one()
    {
        var best = Guid.Parse("00000000-0000-0000-0000-0000000000cd");

        var set = Build(Facts(), [Fact("unt.school-mean", City, 4000, 40) with { InstitutionId = best }]);

        Assert.That(set.Table("best")!.Rows.Select(row => row.Key), Is.EqualTo(new[] { best.ToString("N") }));
        Assert.That(set.Table("schools")!.Rows, Is.Empty);
        Assert.That(set.Find("schools.rows")!.Value, Is.Zero);
    }

    [Test]
    public void A_city_has_no_table_of_parts()
    {
        Assert.That(Karaganda.Figures().Table("parts")!.Rows, Is.Empty);
        Assert.That(Karaganda.Figures().Find("parts.rows")!.Value, Is.Zero);
    }

    [Test]
    public void Last_years_figures_of_the_parts_are_last_years_approved_ones()
    {
        var earlier = Build([.. Facts().Where(fact => fact.Period == "2017").Select(fact => fact with { Period = "2016" })], scope: Scope with { Period = ReportingPeriod.Year(2016) });

        var set = Build(Facts(), previous: earlier);

        Assert.That(Shown(set, "unt.mean@-1", City, Rayon, Small), Is.EqualTo(new decimal?[] { 80, 70, 60 }), "not 78, 71 and nothing");
    }

    [Test]
    public void A_part_too_small_hides_with_the_next_smallest()
    {
        var set = Build([.. Of(City, 1000, 80), .. Of(Rayon, 60, 70), .. Of(Small, 3, 60)]);

        Assert.That(Shown(set, "unt.mean", City, Rayon, Small), Is.EqualTo(new decimal?[] { 80, null, null }));
        Assert.That(Shown(set, "unt.participants", City, Rayon, Small), Is.EqualTo(new decimal?[] { 1000, 60, 3 }), "how many took part is no secret");
        Assert.That(set.Find("parts.hidden")!.Value, Is.EqualTo(2));
    }

    [Test]
    public void A_place_that_the_source_keeps_back_is_hidden_in_its_row_and_in_its_own_report()
    {
        var unpublished = new Dictionary<string, IReadOnlySet<string>> { ["2017"] = new HashSet<string> { Rayon } };

        var (oblast, rayon) = (Build(Facts(), scope: Scope with { Unpublished = unpublished }), Build(Facts(), scope: Scope with { Territory = Rayon, Unpublished = unpublished }));

        Assert.That(Shown(oblast, "unt.mean", City, Rayon), Is.EqualTo(new decimal?[] { 80, null }));
        Assert.That(oblast.Find($"unt.mean-change[{Rayon}]")!.Missing, Is.EqualTo(MissingReasons.Hidden), "the change and last year's mean would tell it");
        Assert.That(oblast.Find("unt.mean")!.Missing, Is.Null);
        Assert.That((rayon.Find("unt.mean")!.Missing, rayon.Find("unt.mean-change")!.Missing), Is.EqualTo((MissingReasons.Hidden, MissingReasons.Hidden)));
        Assert.That(rayon.Find("unt.participants")!.Missing, Is.Null);
    }

    [Test]
    public void A_place_far_below_belongs_to_the_part_above_it()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Scope.PartOf(Village), Is.EqualTo(Rayon));
            Assert.That(Scope.PartOf(Rayon), Is.EqualTo(Rayon));
            Assert.That(Scope.PartOf(Oblast), Is.Null);
            Assert.That(Scope.PartOf("110000000"), Is.Null, "another oblast");
        });
    }

    [TestCase(Language.Kk, "Аумақтар бойынша нәтижелер", "Облыстың орташа балы", "Барлық мектептердің нәтижелері")]
    [TestCase(Language.Ru, "Результаты по территориям", "Средний балл области", "Результаты всех школ")]
    public void The_text_of_an_oblast_tells_its_parts_and_does_not_compare_it_with_itself(Language language, string parts, string oblast, string schools)
    {
        var (mine, city) = (Html(Build(Facts()), language), Html(Karaganda.Figures(), language));

        Assert.That(mine, Does.Contain(parts).And.Contain($"data-figure=\"unt.mean[{Rayon}]\"").And.Not.Contain(oblast).And.Not.Contain(schools));
        Assert.That(city, Does.Not.Contain(parts).And.Contain(oblast).And.Contain(schools));
    }

    [TestCase(Language.Kk)]
    [TestCase(Language.Ru)]
    public void A_set_kept_before_there_were_parts_is_still_written(Language language)
    {
        var now = Karaganda.Figures();
        var kept = new FigureSet(
            now.Report, now.Period, now.Territory, [.. now.Figures.Where(f => !f.Key.StartsWith("parts.", StringComparison.Ordinal))],
            [.. now.Tables.Where(t => t.Name != "parts")], now.Texts);
        Assert.Throws<RuleViolation>(() => Html(kept, language));

        Assert.That(Html(ReportPress.AsShown(kept), language), Is.EqualTo(Html(now, language)));
        Assert.That(ReportPress.AsShown(now), Is.SameAs(now), "nothing to complete");
    }

    [Test]
    public void A_figure_that_a_kept_set_lacks_has_no_data()
    {
        var now = Karaganda.Figures();
        var kept = new FigureSet(now.Report, now.Period, now.Territory, [.. now.Figures.Where(f => f.Key != "unt.mean-republic")], now.Tables, now.Texts);

        var figure = ReportPress.AsShown(kept).Find("unt.mean-republic")!;

        Assert.That((figure.IndicatorCode, figure.Value, figure.Missing), Is.EqualTo(("unt.mean-republic", (decimal?)null, MissingReasons.NoData)));
    }

    private static FigureSet Build(
        IEnumerable<IndicatorFact> facts, IEnumerable<IndicatorFact>? listed = null, FigureSet? previous = null, FigureScope? scope = null) =>
        new FigureSetBuilder(Karaganda.Catalogue, key => new LocalizedText(key, key)).Build(
            UntChapter.Definition, scope ?? Scope, facts, [new FigureText("territory", new LocalizedText("Қарағанды облысы", "Карагандинская область"))], previous, listed ?? []);

    /// <summary>City, rayon (its village lies in it already) and a small place summed up, and a school of the oblast itself.</summary>
    private static IEnumerable<IndicatorFact> Facts() =>
    [
        .. Of(City, 1000, 80), .. Of(Rayon, 60, 70), .. Of(Small, 20, 60),
        Summed("unt.mean", City, 900 * 78, 900) with { Period = "2016" }, Summed("unt.mean", Rayon, 50 * 71, 50) with { Period = "2016" },
        .. Of(Oblast, 30, 90).Select(fact => fact with { InstitutionId = Own, Summed = false }),
    ];

    private static IEnumerable<IndicatorFact> Of(string part, decimal participants, decimal mean) =>
        [Summed("unt.participants", part, participants, null), Summed("unt.schools", part, 1, null), Summed("unt.mean", part, participants * mean, participants)];

    private static IndicatorFact Summed(string code, string part, decimal numerator, decimal? denominator) => Fact(code, part, numerator, denominator) with { Summed = true };

    private static IndicatorFact Fact(string code, string territory, decimal numerator, decimal? denominator = null) =>
        new(code, null, territory, "2017", Dimensions.None, numerator, denominator, "x");

    private static IEnumerable<decimal?> Shown(FigureSet set, string code, params string[] parts) => parts.Select(part => set.Find($"{code}[{part}]")!.Published());

    private static string Html(FigureSet set, Language language) =>
        new ReportRenderer(PlanningTexts.Of).Render(ShippedTemplates.Read("unt", language), set, UntChapter.Definition.Title).ToHtml();
}
