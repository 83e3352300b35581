using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.SharedKernel;

namespace Education.Planning.Tests.Indicators;

public sealed class FormulaTests
{
    [TestCase("a + b * 2", 50)]
    [TestCase("(a + b) * 2", 60)]
    [TestCase("a - b - 1", -11)]
    [TestCase("b / 4 / 5", 1)]
    [TestCase("2.5 * a", 25)]
    [TestCase("diff(a, b)", -10)]
    public void Computes_with_the_usual_precedence(string text, decimal expected) =>
        Assert.That(Value(text, ("a", 0, 10), ("b", 0, 20)).Value, Is.EqualTo(expected));

    [Test]
    public void A_code_may_hold_dashes_and_dots() =>
        Assert.That(Value("unt.mean-without-creative - unt.mean", ("unt.mean-without-creative", 0, 79.3m), ("unt.mean", 0, 76.6m)).Value, Is.EqualTo(2.7m));

    [Test]
    public void A_share_keeps_numerator_and_denominator()
    {
        var share = Value("takers / graduates * 100", ("takers", 0, 1401), ("graduates", 0, 1761));

        Assert.Multiple(() =>
        {
            Assert.That(share.Numerator, Is.EqualTo(1401));
            Assert.That(share.Denominator, Is.EqualTo(1761));
            Assert.That(Math.Round(share.Value!.Value, 2), Is.EqualTo(79.56m));
        });
    }

    [Test]
    public void Division_by_zero_is_missing_and_not_zero()
    {
        var share = Value("a / b * 100", ("a", 0, 5), ("b", 0, 0));

        Assert.That(share, Is.EqualTo(new Computed(5, 0, null, MissingReasons.DivisionByZero)));
        Assert.That(Value("1 + a / b", ("a", 0, 5), ("b", 0, 0)).Missing, Is.EqualTo(MissingReasons.DivisionByZero));
    }

    [Test]
    public void A_missing_part_makes_the_whole_missing() =>
        Assert.That(Value("a + b", ("a", 0, 5)), Is.EqualTo(Computed.Absent(MissingReasons.NoData)));

    [Test]
    public void A_difference_is_that_of_the_published_figures() =>
        // 76,64 and 83,36 are printed as 76,6 and 83,4: the reader gets 6,8 and not 6,72.
        Assert.That(Value("diff(a, prev)", ("a", 0, 76.64m), ("a", -1, 83.36m)).Value, Is.EqualTo(-6.8m));

    [Test]
    public void Reads_the_period_before() =>
        Assert.That(Value("a / prev(a) * 100", ("a", 0, 69), ("a", -1, 123)).Denominator, Is.EqualTo(123));

    [Test]
    public void Numbers_out_of_range_are_missing() =>
        Assert.That(Value("a * a * a", ("a", 0, 1e15m)).Missing, Is.EqualTo(MissingReasons.Overflow));

    [TestCase("", 1)]
    [TestCase("a +", 4)]
    [TestCase("(a + b", 7)]
    [TestCase("a b", 3)]
    [TestCase("exec(a)", 1)]
    [TestCase("a- b", 1)]
    [TestCase("prev", 1)]
    [TestCase("diff(a)", 7)]
    [TestCase("1.2.3", 1)]
    [TestCase("a; b", 2)]
    [TestCase("A", 1)]
    public void Says_where_a_formula_is_wrong(string text, int position)
    {
        var error = Assert.Throws<RuleViolation>(() => Formula.Parse(text))!;

        Assert.That((error.Code, error.Args[1]), Is.EqualTo(("planning.formula-syntax", (object)position)));
    }

    [Test]
    public void Refuses_deep_nesting_and_long_text()
    {
        Assert.Throws<RuleViolation>(() => Formula.Parse(new string('(', 400) + "a" + new string(')', 400)));
        Assert.Throws<RuleViolation>(() => Formula.Parse("a" + string.Concat(Enumerable.Repeat(" + a", 300))));
    }

    [TestCase("a / b * 100", "«A» ÷ «B» × 100")]
    [TestCase("a - (b - c)", "«A» − («B» − «C»)")]
    [TestCase("a - b - c", "«A» − «B» − «C»")]
    [TestCase("(a + b) * c", "(«A» + «B») × «C»")]
    [TestCase("a / (b * c)", "«A» ÷ («B» × «C»)")]
    [TestCase("diff(a, prev) * 0.5", "(«A» − «A» (өткен)) × 0,5")]
    [TestCase("diff(a, b)", "«A» − «B»")]
    [TestCase("prev(a)", "«A» (өткен)")]
    public void Is_told_in_words_that_compute_the_same(string formula, string words) =>
        Assert.That(FormulaWords.Write(Formula.Parse(formula), code => code.ToUpperInvariant(), "өткен"), Is.EqualTo(words));

    [Test]
    public void A_catalogue_names_every_unknown_code()
    {
        var error = Assert.Throws<RuleViolation>(() => new IndicatorCatalogue([Of("a", null), Of("b", "a + c + prev(d)")]))!;

        Assert.That((error.Code, error.Args[1]), Is.EqualTo(("planning.formula-unknown-code", (object)"c, d")));
    }

    [Test]
    public void A_catalogue_shows_the_cycle()
    {
        var error = Assert.Throws<RuleViolation>(() => new IndicatorCatalogue([Of("x", "a"), Of("a", "b + 1"), Of("b", "diff(a, prev)")]))!;

        Assert.That((error.Code, error.Args[0]), Is.EqualTo(("planning.formula-cycle", (object)"a → b → a")));
    }

    [Test]
    public void A_catalogue_refuses_a_code_given_twice() =>
        Assert.That(Assert.Throws<RuleViolation>(() => new IndicatorCatalogue([Of("a", null), Of("a", null)]))!.Code, Is.EqualTo("planning.indicator-duplicate"));

    private static Computed Value(string text, params (string Code, int Offset, decimal Value)[] values) => Formula.Parse(text).Evaluate(new Known(values));

    private static IndicatorDescriptor Of(string code, string? formula) =>
        new(code, new LocalizedText(code, code), "x", IndicatorKind.Count, 0) { Formula = formula };

    private sealed class Known((string Code, int Offset, decimal Value)[] values) : IFormulaValues
    {
        public Computed Value(string code, int periodOffset) =>
            values.Where(value => value.Code == code && value.Offset == periodOffset).Select(value => Computed.Of(value.Value))
                .DefaultIfEmpty(Computed.Absent(MissingReasons.NoData)).First();

        public int Rounding(string code) => 1;
    }
}
