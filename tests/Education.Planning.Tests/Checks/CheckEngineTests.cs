using Education.Planning.Checks;
using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Planning.Tests.Checks;

public sealed class CheckEngineTests
{
    private static readonly CheckEngine Engine = new(PlanningTexts.Of);

    [Test]
    public void Finds_that_14_6_and_17_are_not_31_7()
    {
        var finding = Engine.Run(CheckInput.Of(new SumStatement(At("л. 604"), Printed("31,7"), [Printed("14,6"), Printed("17")]))).Single();

        Assert.Multiple(() =>
        {
            Assert.That(finding.Rule, Is.EqualTo("sum-of-parts"));
            Assert.That((finding.Printed, finding.Recomputed), Is.EqualTo(("31,7", "31,6")));
            Assert.That(finding.Severity, Is.EqualTo(Severity.Warning), "rounding of 14,6 and 31,7 explains 0,1");
            Assert.That(finding.Why.Ru, Does.Contain("14,6 + 17 = 31,6").And.Contain("31,7"));
            Assert.That(finding.Why.Kk, Does.Contain("14,6 + 17 = 31,6").And.Contain("деп басылған"));
        });
    }

    [TestCase("1401", "604", "797")]
    [TestCase("99", "43", "56")]
    [TestCase("18,0", "12,34", "5,67")]
    [TestCase("9 801 653,4", "9 801 000", "653,4")]
    public void Is_silent_on_sums_that_hold(string whole, string first, string second) =>
        Assert.That(Engine.Run(CheckInput.Of(new SumStatement(At("x"), Printed(whole), [Printed(first), Printed(second)]))), Is.Empty);

    [Test]
    public void Whole_numbers_have_no_rounding_to_hide_behind()
    {
        // 84 schools printed, 6 private + 79 state = 85.
        var finding = Engine.Run(CheckInput.Of(new SumStatement(At("л. 36"), Printed("84"), [Printed("6"), Printed("79")]))).Single();

        Assert.That((finding.Severity, finding.Recomputed), Is.EqualTo((Severity.Error, "85")));
    }

    [Test]
    public void Sums_in_thousands_are_held_against_sums_in_tenge()
    {
        var whole = Printed("1,5") with { Scale = 1000 };

        Assert.That(Engine.Run(CheckInput.Of(new SumStatement(At("x"), whole, [Printed("1000"), Printed("480")]))), Is.Empty);
        Assert.That(Engine.Run(CheckInput.Of(new SumStatement(At("x"), whole, [Printed("1000"), Printed("380")]))).Single().Recomputed, Is.EqualTo("1,4"));
    }

    [Test]
    public void All_56_printed_participation_percents_are_recomputed_equal()
    {
        var statements = Karaganda.Schools
            .Select(school => new ShareStatement(At(school.Name), Printed(school.PrintedParticipation), new Share(school.Participants, school.Graduates)))
            .Append(new ShareStatement(At("л. 570"), Printed("79,6"), new Share(1401, 1761)))
            .ToArray();

        Assert.That(statements, Has.Length.EqualTo(57));
        Assert.That(Engine.Run(CheckInput.Of(statements)), Is.Empty);
    }

    [Test]
    public void A_percent_that_was_cut_off_is_a_warning()
    {
        // 6 568 of 10 000 is 65,68 %.
        var finding = Engine.Run(CheckInput.Of(new ShareStatement(At("x"), Printed("65,6"), new Share(6568, 10000)))).Single();

        Assert.Multiple(() =>
        {
            Assert.That((finding.Severity, finding.Printed, finding.Recomputed), Is.EqualTo((Severity.Warning, "65,6", "65,7")));
            Assert.That(finding.Why.Ru, Does.Contain("отброшены"));
        });
    }

    [Test]
    public void A_wrong_percent_is_an_error()
    {
        // 22 347 of 65 689 pupils are 34,0 %, printed 36,6 %.
        var finding = Engine.Run(CheckInput.Of(new ShareStatement(At("л. 46"), Printed("36,6"), new Share(22347, 65689)))).Single();

        Assert.That((finding.Severity, finding.Recomputed), Is.EqualTo((Severity.Error, "34,0")));
        Assert.That(finding.Why.Ru, Does.Contain("22\u00A0347").And.Contain("65\u00A0689"));
    }

    [Test]
    public void A_percent_of_nothing_is_an_error() =>
        Assert.That(Engine.Run(CheckInput.Of(new ShareStatement(At("x"), Printed("0"), new Share(5, 0)))).Single().Why.Ru, Does.Contain("знаменатель равен нулю"));

    [Test]
    public void Finds_36_schools_printed_where_the_list_has_34()
    {
        var listed = Karaganda.Schools.Count(school => school.Mean != school.MeanWithoutCreative);

        var finding = Engine.Run(CheckInput.Of(new CountStatement(At("л. 604"), Printed("36"), At("ҰБТ кестесі"), listed))).Single();

        Assert.That((finding.Rule, finding.Printed, finding.Recomputed), Is.EqualTo(("list-against-count", "36", "34")));
        Assert.That(finding.Why.Kk, Does.Contain("36").And.Contain("34").And.Contain("ҰБТ кестесі"));
        Assert.That(Engine.Run(CheckInput.Of(new CountStatement(At("x"), Printed("34"), At("y"), listed))), Is.Empty);
    }

    [Test]
    public void Finds_the_same_36_against_the_records()
    {
        var printed = Printed("36") with { Code = "unt.creative-schools" };
        var right = Printed("79,6") with { Code = "unt.participation" };

        var finding = Engine.Run(new CheckInput([printed, right], [], Karaganda.Figures())).Single();

        Assert.That((finding.Rule, finding.Recomputed, finding.Severity), Is.EqualTo(("recomputed-figure", "34", Severity.Error)));
    }

    [Test]
    public void Finds_one_indicator_with_two_values()
    {
        // Mini-centres: 19 in the text, 23 rows in the rating, 19 in the table of 2017.
        PrintedFigure Centres(string text, string place) => Printed(text, place) with { Code = "preschool.mini-centres", Period = "2017", Territory = Karaganda.City };

        var finding = Engine.Run(new CheckInput([Centres("19", "л. 27"), Centres("23", "л. 912"), Centres("19", "л. 2730")], [])).Single();

        Assert.That((finding.Rule, finding.Where.Ru, finding.Printed, finding.Recomputed), Is.EqualTo(("one-value", "л. 912", "23", "19")));
        Assert.That(finding.Why.Ru, Does.Contain("л. 27"));
    }

    [Test]
    public void The_same_value_printed_with_fewer_digits_is_one_value()
    {
        PrintedFigure Mean(string text, Dimensions? dimensions = null, string period = "2017") =>
            Printed(text) with { Code = "unt.mean", Period = period, Dimensions = dimensions ?? Dimensions.None };

        Assert.That(Engine.Run(new CheckInput([Mean("77"), Mean("76,60"), Mean("76,6")], [])), Is.Empty);
        Assert.That(Engine.Run(new CheckInput([Mean("76,6"), Mean("83,4", period: "2016"), Mean("70,1", Dimensions.Of(("language", "kk")))], [])), Is.Empty);
        Assert.That(Engine.Run(new CheckInput([Mean("76"), Mean("76,6")], [])), Has.Count.EqualTo(1));
    }

    [Test]
    public void Every_text_stands_in_every_language()
    {
        var codes = PlanningTexts.All.Codes(Language.Kk).ToList();
        foreach (var language in Languages.All)
        {
            Assert.That(PlanningTexts.All.Codes(language), Is.EquivalentTo(codes));
            foreach (var code in codes)
            {
                Assert.That(Places(PlanningTexts.All.Get(code, language)), Is.EqualTo(Places(PlanningTexts.All.Get(code, Language.Kk))), $"{code} {language}");
            }
        }

        static string Places(string text) => string.Concat(Enumerable.Range(0, 6).Where(i => text.Contains($"{{{i}}}", StringComparison.Ordinal)));
    }

    [FsCheck.NUnit.Property]
    public bool A_rounded_percent_is_never_a_finding(FsCheck.NonNegativeInt part, FsCheck.PositiveInt whole)
    {
        var share = new Share(part.Get, whole.Get);
        var printed = Printed(PrintedNumber.Write(share.Rounded(1)!.Value, 1));
        return Engine.Run(CheckInput.Of(new ShareStatement(At("x"), printed, share))).Count == 0;
    }

    private static LocalizedText At(string place) => new(place, place);

    private static PrintedFigure Printed(string text, string place = "x") => new(At(place), PrintedNumber.TryParse(text)!);
}
