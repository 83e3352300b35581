using System.Globalization;
using FsCheck.Fluent;

namespace Education.SharedKernel.Tests;

public sealed class HumanNumberTests
{
    [TestCase("0", "0")]
    [TestCase("96,6", "96.6")]
    [TestCase("96.6", "96.6")]
    [TestCase("9 801 653, 4", "9801653.4", TestName = "A slip of the typist after the comma")]
    [TestCase("9 801 653 ,4", "9801653.4", TestName = "A slip of the typist before the comma")]
    [TestCase("9\u00A0801\u00A0653,4", "9801653.4", TestName = "Non-breaking spaces")]
    [TestCase("9\u202F801\u2009653,4", "9801653.4", TestName = "Narrow and thin spaces")]
    [TestCase("9 801\n653,4", "9801653.4", TestName = "A line break in the cell")]
    [TestCase("9'801'653.4", "9801653.4")]
    [TestCase("9’801’653", "9801653")]
    [TestCase("1,234", "1.234", TestName = "A single comma is the decimal sign")]
    [TestCase("1.234", "1.234", TestName = "A single dot is the decimal sign")]
    [TestCase("1.234.567", "1234567")]
    [TestCase("1,234,567", "1234567")]
    [TestCase("1.234,5", "1234.5")]
    [TestCase("1,234.5", "1234.5")]
    [TestCase("1 234.567", "1234.567")]
    [TestCase(",5", "0.5")]
    [TestCase("007", "7")]
    [TestCase("+3,1", "3.1")]
    [TestCase("-3,1", "-3.1")]
    [TestCase("–3,1", "-3.1", TestName = "A dash of the word processor as a minus")]
    [TestCase("− 12 500", "-12500")]
    public void Reads_a_number(string text, string expected) =>
        Assert.That(HumanNumber.Parse(text), Is.EqualTo(new HumanNumber(HumanNumberKind.Value, Number(expected))));

    [TestCase("12 млрд.932 млн.", "12932000000")]
    [TestCase("20 млрд. 381 млн.572 тыс.", "20381572000")]
    [TestCase("2,3 млрд.", "2300000000")]
    [TestCase("1 миллиард 200 миллион 5,5 мың", "1200005500")]
    [TestCase("5 тысяч", "5000")]
    [TestCase("5 ТЫC.", "5000", TestName = "Capitals, and a Latin C in them")]
    [TestCase("21  млн. 960  тыс", "21960000")]
    [TestCase("-2,3 млн", "-2300000")]
    public void Multiplies_units_out_and_adds_them_up(string text, string expected) =>
        Assert.That(HumanNumber.Parse(text), Is.EqualTo(new HumanNumber(HumanNumberKind.Value, Number(expected), IsScaled: true)));

    [TestCase("15 298 948,6 мың теңге", "15298948600", true)]
    [TestCase("9 801 653, 4 мың теңге", "9801653400", true)]
    [TestCase("3,5 млн. тг.", "3500000", true)]
    [TestCase("3,5 млн.тенге", "3500000", true)]
    [TestCase("2 млн 500 тенге", "2000500", true)]
    [TestCase("9 801 653,40 ₸", "9801653.4", false)]
    [TestCase("150 тг", "150", false)]
    public void Notices_the_currency(string text, string expected, bool scaled) => Assert.That(
        HumanNumber.Parse(text), Is.EqualTo(new HumanNumber(HumanNumberKind.Value, Number(expected), IsTenge: true, IsScaled: scaled)));

    [TestCase("90,5 %")]
    [TestCase("90,5%")]
    [TestCase("90.5\u00A0%")]
    [TestCase("90,5 пайыз")]
    [TestCase("90,5 процента")]
    public void Notices_a_percent_and_does_not_divide_it(string text) =>
        Assert.That(HumanNumber.Parse(text), Is.EqualTo(new HumanNumber(HumanNumberKind.Value, 90.5m, IsPercent: true)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" \u00A0\t")]
    [TestCase("-")]
    [TestCase("–")]
    [TestCase(" — ")]
    [TestCase("---")]
    [TestCase("н/д")]
    [TestCase("Жоқ")]
    [TestCase("нет")]
    [TestCase("…")]
    public void Tells_missing_from_zero_and_from_invalid(string? text) =>
        Assert.That(HumanNumber.Parse(text), Is.EqualTo(new HumanNumber(HumanNumberKind.Missing)));

    [TestCase("абв")]
    [TestCase("12 34")]
    [TestCase("1234 567")]
    [TestCase("0 123")]
    [TestCase("1.23,4")]
    [TestCase("1.234.56")]
    [TestCase("1.234,567.8")]
    [TestCase("9, 801", TestName = "Two numbers, or one with a slip: not guessed")]
    [TestCase("5,")]
    [TestCase("--5")]
    [TestCase("+")]
    [TestCase("(5)")]
    [TestCase("9,8E+06")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("∞")]
    [TestCase("5 % 6")]
    [TestCase("5 мың %")]
    [TestCase("1401 адам")]
    [TestCase("млн. тг.")]
    [TestCase("12 млн. 3 млрд.", TestName = "From small to large")]
    [TestCase("12 млрд. 1932 млн.", TestName = "A part as large as the unit before it")]
    [TestCase("2,3 млрд. 5 млн.", TestName = "A fraction before the last part")]
    [TestCase("2 млн 500", TestName = "A bare part after a unit")]
    [TestCase("=1+1")]
    [TestCase("٣٤")]
    [TestCase("79228162514264337593543950336", TestName = "One more than a decimal holds")]
    [TestCase("79228162514264337593543950335 млрд", TestName = "Too large once multiplied out")]
    public void Refuses(string text) => Assert.That(HumanNumber.Parse(text), Is.EqualTo(default(HumanNumber)));

    [Test]
    public void Refuses_a_text_that_is_too_long_but_not_the_space_around_a_number() => Assert.Multiple(() =>
    {
        Assert.That(HumanNumber.Parse(new string('1', 1_000_000)).Kind, Is.EqualTo(HumanNumberKind.Invalid));
        Assert.That(HumanNumber.Parse(new string('-', 1_000_000)).Kind, Is.EqualTo(HumanNumberKind.Invalid));
        Assert.That(HumanNumber.Parse(new string(' ', 1_000_000) + "7").Value, Is.EqualTo(7));
    });

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public FsCheck.Property Never_throws_and_has_a_value_only_when_it_says_so() => Prop.ForAll(
        Gen.Elements([.. "0123456789 .,-–%'₸\u00A0", .. "мыңтлрднжоқ/е(\uD83D"]).ArrayOf().Select(text => new string(text)).ToArbitrary(),
        text =>
        {
            HumanNumber number = HumanNumber.Parse(text);
            return number.Kind == HumanNumberKind.Value || number == new HumanNumber(number.Kind);
        });

    [FsCheck.NUnit.Property]
    public bool Takes_any_text_without_an_exception(string? text) => Enum.IsDefined(HumanNumber.Parse(text).Kind);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
