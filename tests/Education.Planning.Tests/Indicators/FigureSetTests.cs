using System.Text;
using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.SharedKernel;

namespace Education.Planning.Tests.Indicators;

public sealed class FigureSetTests
{
    [TestCase("unt.schools", 56)]
    [TestCase("unt.graduates", 1761)]
    [TestCase("unt.participants", 1401)]
    [TestCase("unt.participation", "79.6")]
    [TestCase("unt.mean", "76.6")]
    [TestCase("unt.mean-previous", "83.4")]
    [TestCase("unt.mean-change", "-6.8")]
    [TestCase("unt.mean-without-creative", "79.3")]
    [TestCase("unt.creative-takers", 79)]
    [TestCase("unt.creative-schools", 34)]
    [TestCase("unt.schools-both-years", 53)]
    [TestCase("unt.schools-risen", 11)]
    [TestCase("unt.schools-not-risen", 42)]
    [TestCase("unt.gap-oblast", "-1.7")]
    [TestCase("unt.gap-republic", "-3.7")]
    [TestCase("unt.below-threshold-share", "4.9")]
    [TestCase("unt.below-threshold-change", -54)]
    public void Computes_the_figures_of_the_city_from_the_rows(string key, decimal published) =>
        Assert.That(Karaganda.Figures().Find(key)!.Published(), Is.EqualTo(published));

    [Test]
    public void A_figure_knows_its_parts_and_its_files()
    {
        var mean = Karaganda.Figures().Find("unt.participation")!;

        Assert.Multiple(() =>
        {
            Assert.That((mean.Numerator, mean.Denominator), Is.EqualTo(((decimal?)1401, (decimal?)1761)));
            Assert.That(mean.Origin.Facts, Is.EqualTo(56));
            Assert.That(mean.Origin.Sources, Is.EqualTo(new[] { Karaganda.File }));
        });
    }

    [Test]
    public void Ranks_the_schools_and_takes_the_best_and_the_lowest()
    {
        var set = Karaganda.Figures();

        Assert.Multiple(() =>
        {
            Assert.That(set.Table("best")!.Rows.Take(3).Select(row => row.Label.Ru), Is.EqualTo(new[] { "Лицей№2", "СШ№76", "Гимназия№38" }));
            Assert.That(set.Table("best")!.Rows, Has.Count.EqualTo(10));
            Assert.That(set.Table("lowest")!.Rows.Take(2).Select(row => row.Label.Ru), Is.EqualTo(new[] { "Лицей МБА", "СШ№83" }));
            Assert.That(set.Table("schools")!.Rows, Has.Count.EqualTo(56));
            Assert.That(Row(set, "СШ№54").Rank, Is.EqualTo(Row(set, "СШ№5").Rank), "both have 74,64");
        });
    }

    [Test]
    public void Hides_groups_under_five_people()
    {
        var set = Karaganda.Figures();

        var hidden = set.Table("schools")!.Rows.Where(row => set.Find(row.Cells[0])!.Missing == MissingReasons.Hidden).Select(row => row.Label.Ru);

        Assert.That(hidden, Is.EquivalentTo(new[] { "Абдразакова", "«Альтер", "СШ№60(вечерние классы)", "СШ№100(вечерние классы)", "«Школа Будущего «Әділет»" }));
        Assert.That(set.Find("schools.hidden")!.Value, Is.EqualTo(5));
        Assert.That(set.Find("schools.threshold")!.Value, Is.EqualTo(5));
        var key = $"unt.school-mean[{Karaganda.Key("Абдразакова")}]";
        Assert.That(set.Find(key), Has.Property("Numerator").Null.And.Property("Denominator").Null.And.Property("Value").Null);
        Assert.That(set.Find($"unt.school-mean-change[{Karaganda.Key("Абдразакова")}]")!.Missing, Is.EqualTo(MissingReasons.Hidden));
    }

    [Test]
    public void Hides_the_next_smallest_subject_too_so_that_the_total_does_not_tell_the_hidden_one()
    {
        var set = Karaganda.Figures();

        var hidden = set.Table("subjects")!.Rows.Where(row => set.Find(row.Cells[0])!.Missing == MissingReasons.Hidden).Select(row => row.Label.Ru);

        Assert.That(hidden, Is.EquivalentTo(new[] { "Немецкий язык", "Казахский язык и литература" }));
    }

    [Test]
    public void Change_of_one_row_changes_exactly_the_figures_that_depend_on_it()
    {
        var corrected = Karaganda.Schools.Select(school => school.Name == "СШ№83" ? school with { Mean = 66.37m } : school).ToList();

        var before = Karaganda.Figures();
        var after = Karaganda.Figures(Karaganda.Facts(corrected));

        var key = Karaganda.Key("СШ№83");
        Assert.That(Changed(before, after), Is.EquivalentTo(new[]
        {
            "unt.mean", "unt.mean-change", "unt.gap-oblast", "unt.gap-republic", "unt.schools-risen", "unt.schools-not-risen",
            $"unt.school-mean[{key}]", $"unt.school-mean-change[{key}]",
        }));
    }

    [Test]
    public void A_published_total_is_not_added_to_its_rows()
    {
        var facts = Karaganda.Facts();
        facts.Add(facts.First(fact => fact.Code == "unt.graduates") with { InstitutionId = null, Numerator = 1761 });

        Assert.That(Karaganda.Figures(facts).Find("unt.graduates")!.Value, Is.EqualTo(1761));
    }

    [Test]
    public void A_total_of_the_territory_itself_is_not_added_to_those_of_its_parts()
    {
        const string Oblast = "350000000";
        var (own, city, rayon) = (Fact(Oblast, 100), Fact(Karaganda.City, 60), Fact("355200000", 30));

        Assert.Multiple(() =>
        {
            Assert.That(Value(city, own, rayon), Is.EqualTo(100));
            Assert.That(Value(city, rayon), Is.EqualTo(90));
        });

        static IndicatorFact Fact(string territory, decimal takers) =>
            new("unt.subject-participants", null, territory, "2017", Dimensions.None, takers, null, "person");
        static decimal? Value(params IndicatorFact[] facts) =>
            new FigureCalculator(Karaganda.Catalogue, new FigureScope(ReportingPeriod.Year(2017), Oblast, _ => true), facts)
                .Figure("x", new FigureAddress("unt.subject-participants", 0, null, Dimensions.None)).Value;
    }

    [Test]
    public void Facts_outside_the_territory_do_not_count()
    {
        var facts = Karaganda.Facts();
        facts.Add(facts.First(fact => fact.Code == "unt.graduates") with { InstitutionId = Guid.Empty, TerritoryCode = "352410000" });

        Assert.That(Karaganda.Figures(facts).Find("unt.graduates")!.Value, Is.EqualTo(1761));
    }

    [Test]
    public void Scores_as_published_do_not_add_up()
    {
        var facts = Karaganda.Facts();
        facts.Add(facts.First(fact => fact.Code == "unt.mean-oblast") with { TerritoryCode = Karaganda.City, Numerator = 1 });

        Assert.That(Karaganda.Figures(facts).Find("unt.mean-oblast")!.Missing, Is.EqualTo(MissingReasons.NotAdditive));
    }

    [FsCheck.NUnit.Property(MaxTest = 20)]
    public bool The_same_facts_in_any_order_give_the_same_bytes(int seed)
    {
        var shuffled = Karaganda.Facts().ToArray();
        new System.Random(seed).Shuffle(shuffled);

        return FigureSetJson.Write(Karaganda.Figures(shuffled)).AsSpan().SequenceEqual(FigureSetJson.Write(Karaganda.Figures()));
    }

    [FsCheck.NUnit.Property]
    public bool A_number_has_one_text(decimal value) =>
        FigureSetJson.Canonical(value) == FigureSetJson.Canonical(value + 0.000m)
        && decimal.Parse(FigureSetJson.Canonical(value), System.Globalization.CultureInfo.InvariantCulture) == value;

    [Test]
    public void Canonical_bytes_survive_reading_and_have_a_hash()
    {
        var bytes = FigureSetJson.Write(Karaganda.Figures());

        Assert.That(FigureSetJson.Write(FigureSetJson.Read(bytes)), Is.EqualTo(bytes));
        Assert.That(FigureSetJson.Hash(bytes), Has.Length.EqualTo(64).And.Not.EqualTo(FigureSetJson.Hash(bytes.AsSpan(1))));
        Assert.That(FigureSetJson.Canonical(-0.00m), Is.EqualTo("0"));
        Assert.That(FigureSetJson.Canonical(1200.50m), Is.EqualTo("1200.5"));
        Assert.That(FigureSetJson.Canonical(1200m), Is.EqualTo("1200"));
    }

    [Test]
    public void Dimensions_do_not_depend_on_the_order_given()
    {
        var one = Dimensions.Of(("subject", "history"), ("language", "kk"));

        Assert.That(one, Is.EqualTo(Dimensions.Of(("language", "kk"), ("subject", "history"))));
        Assert.That(one.ToString(), Is.EqualTo("language=kk,subject=history"));
        Assert.That(Dimensions.TryParse("subject=history, language=kk", out var parsed) && parsed.Equals(one), Is.True);
        Assert.That(Dimensions.TryParse("subject=history,subject=maths", out _), Is.False);
        Assert.That(Dimensions.TryParse("subject=Иванов", out _), Is.False);
    }

    [Test]
    public void Ten_thousand_schools_take_no_quadratic_time()
    {
        var schools = Enumerable.Range(0, 10_000)
            .Select(i => new SchoolRow($"№{i}", 50, 40, "80", 70 + (i % 30), 60 + (i % 50), 60)).ToList();
        var facts = Karaganda.Facts(schools);

        // Time of the processor, not of the clock: other work on the machine does not count.
        static TimeSpan Spent() => System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime;
        var before = Spent();
        var set = Karaganda.Figures(facts, key => new LocalizedText(key, key));
        var spent = Spent() - before;

        Assert.That(set.Table("schools")!.Rows, Has.Count.EqualTo(10_000));
        Assert.That(spent, Is.LessThan(TimeSpan.FromSeconds(10)), "about one second here; pairs of schools would take minutes");
        TestContext.Out.WriteLine(spent);
    }

    private static FigureRow Row(FigureSet set, string school) => set.Table("schools")!.Rows.Single(row => row.Label.Ru == school);

    private static IEnumerable<string> Changed(FigureSet before, FigureSet after)
    {
        var keys = before.Figures.Select(figure => figure.Key).Union(after.Figures.Select(figure => figure.Key));
        return keys.Where(key => Json(before.Find(key)) != Json(after.Find(key)));

        static string Json(Figure? figure) => figure is null ? "-" : Encoding.UTF8.GetString(FigureSetJson.Write(new FigureSet("x", "x", "x", [figure], [], [])));
    }
}
