namespace Education.SharedKernel.Tests;

public sealed class DateFormatTests
{
    private static readonly DateOnly FirstOfMay = new(2026, 5, 1);

    [Test]
    public void Prints_the_short_form_with_four_digits_of_the_year() => Assert.That(DateFormat.Short(FirstOfMay), Is.EqualTo("01.05.2026"));

    [TestCase(Language.Kk, "2026 жылғы 1 мамыр")]
    [TestCase(Language.Ru, "1 мая 2026 года")]
    [TestCase(Language.En, "1 May 2026")]
    public void Prints_the_long_form(Language language, string expected) => Assert.That(DateFormat.Long(FirstOfMay, language), Is.EqualTo(expected));

    [Test]
    public void Knows_the_months_in_all_languages()
    {
        Assert.That(
            Enumerable.Range(1, 12).Select(month => DateFormat.Month(month).Kk),
            Is.EqualTo("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".Split(' ')));
        Assert.That(
            Enumerable.Range(1, 12).Select(month => DateFormat.Month(month).Ru),
            Is.EqualTo("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".Split(' ')));
        Assert.That(
            Enumerable.Range(1, 12).Select(month => DateFormat.Long(new DateOnly(2017, month, 2), Language.Ru).Split(' ')[1]),
            Is.EqualTo("января февраля марта апреля мая июня июля августа сентября октября ноября декабря".Split(' ')));
        Assert.That(
            Enumerable.Range(1, 12).Select(month => DateFormat.Month(month).En),
            Is.EqualTo(System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12]));
    }

    [TestCase(0)]
    [TestCase(13)]
    public void Knows_no_other_month(int month) => Assert.That(() => DateFormat.Month(month), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
