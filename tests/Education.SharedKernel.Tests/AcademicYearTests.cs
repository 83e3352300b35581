namespace Education.SharedKernel.Tests;

public sealed class AcademicYearTests
{
    [Test]
    public void Runs_from_the_first_of_September_to_the_end_of_August() => Assert.Multiple(() =>
    {
        var year = new AcademicYear(2017);
        Assert.That(year.ToString(), Is.EqualTo("2017/2018"));
        Assert.That(year.Start, Is.EqualTo(new DateOnly(2017, 9, 1)));
        Assert.That(year.End, Is.EqualTo(new DateOnly(2018, 8, 31)));
        Assert.That(year.Contains(new DateOnly(2017, 8, 31)), Is.False);
        Assert.That(year.Contains(new DateOnly(2017, 9, 1)), Is.True);
        Assert.That(year.Contains(new DateOnly(2018, 8, 31)), Is.True);
        Assert.That(year.Contains(new DateOnly(2018, 9, 1)), Is.False);
    });

    [Test]
    public void Has_a_name_in_all_languages() => Assert.That(
        new AcademicYear(2017).Name, Is.EqualTo(new LocalizedText("2017/2018 оқу жылы", "2017/2018 учебный год", "academic year 2017/2018")));

    [TestCase("2017/2018", 2017)]
    [TestCase("2017-2018", 2017)]
    [TestCase("2017/18", 2017)]
    [TestCase(" 2017 – 2018 ", 2017)]
    [TestCase("1999/00", 1999)]
    [TestCase("1999/2000", 1999)]
    public void Reads(string text, int startYear) => Assert.That(AcademicYear.Parse(text), Is.EqualTo(new AcademicYear(startYear)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("2017")]
    [TestCase("2017/2019")]
    [TestCase("2018/2017")]
    [TestCase("2017/17")]
    [TestCase("17/18")]
    [TestCase("20172018")]
    [TestCase("1899/1900")]
    [TestCase("2200/2201")]
    public void Refuses(string? text)
    {
        Assert.That(AcademicYear.TryParse(text, out _), Is.False);
        Assert.That(() => AcademicYear.Parse(text), Throws.TypeOf<FormatException>());
    }

    [TestCase(1899)]
    [TestCase(2200)]
    public void Lies_in_1900_to_2199(int startYear) =>
        Assert.That(() => new AcademicYear(startYear), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [FsCheck.NUnit.Property]
    public bool Every_day_lies_in_exactly_its_own_year(FsCheck.NonNegativeInt days)
    {
        DateOnly date = new DateOnly(1902, 1, 1).AddDays(days.Get % 100_000);
        AcademicYear year = AcademicYear.Of(date);
        return year.Contains(date) && !year.Next.Contains(date) && !year.Previous.Contains(date)
            && year.End.AddDays(1) == year.Next.Start && AcademicYear.Parse(year.ToString()) == year && year.CompareTo(year.Next) < 0;
    }
}
