using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Education.SharedKernel.Tests;

public sealed class ReportingPeriodTests
{
    [TestCase("2017", ReportingPeriodKind.Year, "2017-01-01", "2017-12-31")]
    [TestCase("2017-H1", ReportingPeriodKind.HalfYear, "2017-01-01", "2017-06-30")]
    [TestCase("2017-H2", ReportingPeriodKind.HalfYear, "2017-07-01", "2017-12-31")]
    [TestCase("2017-Q3", ReportingPeriodKind.Quarter, "2017-07-01", "2017-09-30")]
    [TestCase("2017-09", ReportingPeriodKind.Month, "2017-09-01", "2017-09-30")]
    [TestCase("2016-02", ReportingPeriodKind.Month, "2016-02-01", "2016-02-29")]
    [TestCase("2016-M10C", ReportingPeriodKind.MonthsFromStart, "2016-01-01", "2016-10-31")]
    [TestCase("2017AY", ReportingPeriodKind.AcademicYear, "2017-09-01", "2018-08-31")]
    public void Reads_a_code_and_knows_its_days(string code, ReportingPeriodKind kind, string start, string end)
    {
        ReportingPeriod period = ReportingPeriod.Parse($" {code} ");

        Assert.Multiple(() =>
        {
            Assert.That(period.Kind, Is.EqualTo(kind));
            Assert.That(period.Start, Is.EqualTo(Date(start)));
            Assert.That(period.End, Is.EqualTo(Date(end)));
            Assert.That(period.Contains(Date(start)) && period.Contains(Date(end)), Is.True);
            Assert.That(period.Contains(Date(start).AddDays(-1)) || period.Contains(Date(end).AddDays(1)), Is.False);
            Assert.That(period.Code, Is.EqualTo(code));
            Assert.That(period.ToString(), Is.EqualTo(code));
        });
    }

    [TestCase("2017", "2017 жыл", "2017 год", "2017")]
    [TestCase("2017-H1", "2017 жылғы 1-жартыжылдық", "1-е полугодие 2017 года", "H1 2017")]
    [TestCase("2017-Q3", "2017 жылғы 3-тоқсан", "3-й квартал 2017 года", "Q3 2017")]
    [TestCase("2017-09", "2017 жылғы қыркүйек", "сентябрь 2017 года", "September 2017")]
    [TestCase("2016-M01C", "2016 жылдың 1 айы", "1 месяц 2016 года", "1 month of 2016")]
    [TestCase("2016-M03C", "2016 жылдың 3 айы", "3 месяца 2016 года", "3 months of 2016")]
    [TestCase("2016-M10C", "2016 жылдың 10 айы", "10 месяцев 2016 года", "10 months of 2016")]
    [TestCase("2017AY", "2017/2018 оқу жылы", "2017/2018 учебный год", "academic year 2017/2018")]
    public void Has_a_name_in_all_languages(string code, string kk, string ru, string en) =>
        Assert.That(ReportingPeriod.Parse(code).Name, Is.EqualTo(new LocalizedText(kk, ru, en)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("17")]
    [TestCase("2017-H3")]
    [TestCase("2017-Q0")]
    [TestCase("2017-Q5")]
    [TestCase("2017-00")]
    [TestCase("2017-13")]
    [TestCase("2017-9")]
    [TestCase("2017-M13C")]
    [TestCase("2017-M10")]
    [TestCase("2017ay")]
    [TestCase("0000")]
    [TestCase("1899")]
    [TestCase("2200")]
    public void Refuses(string? code)
    {
        Assert.That(ReportingPeriod.TryParse(code, out _), Is.False);
        Assert.That(() => ReportingPeriod.Parse(code), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void Refuses_numbers_out_of_range() => Assert.Multiple(() =>
    {
        Assert.That(() => ReportingPeriod.Year(1899), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => ReportingPeriod.HalfYear(2017, 3), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => ReportingPeriod.Quarter(2017, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => ReportingPeriod.Month(2017, 13), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => ReportingPeriod.MonthsFromStart(2017, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => ReportingPeriod.AcademicYear(default), Throws.InstanceOf<ArgumentOutOfRangeException>());
    });

    [Test]
    public void Orders_by_first_day_then_last_day()
    {
        string[] expected = ["2016", "2017-01", "2017-Q1", "2017-H1", "2017-M10C", "2017", "2017-02", "2017-H2", "2017AY", "2018"];

        Assert.That(expected.Reverse().Select(ReportingPeriod.Parse).Order().Select(period => period.Code), Is.EqualTo(expected));
        Assert.That(default(ReportingPeriod), Is.LessThan(ReportingPeriod.Year(1900)));
    }

    [Test]
    public void The_half_year_and_the_six_months_are_two_periods_of_the_same_days()
    {
        (ReportingPeriod half, ReportingPeriod months) = (ReportingPeriod.HalfYear(2016, 1), ReportingPeriod.MonthsFromStart(2016, 6));

        Assert.That(half, Is.Not.EqualTo(months));
        Assert.That((half.Start, half.End), Is.EqualTo((months.Start, months.End)));
    }

    [FsCheck.NUnit.Property]
    public Property Code_reads_back() => Prop.ForAll(Periods(), period => ReportingPeriod.Parse(period.Code) == period && period.Code.Length <= 9);

    [FsCheck.NUnit.Property]
    public Property The_same_period_of_the_year_before_starts_a_year_earlier() => Prop.ForAll(Periods(), period =>
        period.PreviousYear is var before && before.Kind == period.Kind && before.Number == period.Number
        && before.Start.AddYears(1) == period.Start && before.CompareTo(period) < 0);

    [FsCheck.NUnit.Property]
    public Property Only_equal_periods_compare_as_equal() => Prop.ForAll(Periods(), Periods(), (first, second) =>
        (first.CompareTo(second) == 0) == (first == second) && Math.Sign(first.CompareTo(second)) == -Math.Sign(second.CompareTo(first)));

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static Arbitrary<ReportingPeriod> Periods()
    {
        Gen<ReportingPeriod> ofYear(int year) => Gen.Elements(
        [
            ReportingPeriod.Year(year),
            ReportingPeriod.AcademicYear(new AcademicYear(year)),
            .. Enumerable.Range(1, 2).Select(number => ReportingPeriod.HalfYear(year, number)),
            .. Enumerable.Range(1, 4).Select(number => ReportingPeriod.Quarter(year, number)),
            .. Enumerable.Range(1, 12).Select(number => ReportingPeriod.Month(year, number)),
            .. Enumerable.Range(1, 12).Select(number => ReportingPeriod.MonthsFromStart(year, number)),
        ]);
        return Gen.Choose(2015, 2018).SelectMany(ofYear).ToArbitrary();
    }
}
