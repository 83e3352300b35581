using System.Globalization;

namespace Education.SharedKernel.Tests;

/// <summary>In the expected texts <c>_</c> stands for the no-break space U+00A0.</summary>
public sealed class NumberFormatTests
{
    [TestCase("9801653.4", 1, Language.Kk, "9_801_653,4")]
    [TestCase("9801653.4", 1, Language.Ru, "9_801_653,4")]
    [TestCase("9801653.4", 1, Language.En, "9_801_653.4")]
    [TestCase("1234", 0, Language.Kk, "1_234", TestName = "Four digits are grouped")]
    [TestCase("999", 0, Language.Kk, "999")]
    [TestCase("0", 2, Language.Ru, "0,00")]
    [TestCase("0.25", 1, Language.Ru, "0,3", TestName = "Half up")]
    [TestCase("-0.25", 1, Language.Ru, "-0,3", TestName = "Half away from zero")]
    [TestCase("-0.04", 1, Language.Ru, "0,0", TestName = "No minus before a rounded zero")]
    [TestCase("999.95", 1, Language.Kk, "1_000,0")]
    [TestCase("-100000", 0, Language.Kk, "-100_000")]
    public void Prints_a_number(string value, int decimals, Language language, string expected) =>
        Assert.That(NumberFormat.Format(Number(value), decimals, language), Is.EqualTo(expected.Replace('_', '\u00A0')));

    [TestCase(Language.Kk, "90,5%")]
    [TestCase(Language.Ru, "90,5_%")]
    [TestCase(Language.En, "90.5%")]
    public void Prints_a_percent(Language language, string expected) =>
        Assert.That(NumberFormat.Percent(90.45m, 1, language), Is.EqualTo(expected.Replace('_', '\u00A0')));

    [TestCase(Language.Kk, "9_801_653,4_мың теңге")]
    [TestCase(Language.Ru, "9_801_653,4_тыс. тенге")]
    [TestCase(Language.En, "9_801_653.4_thousand tenge")]
    public void Prints_money_in_thousands(Language language, string expected)
    {
        Assert.That(NumberFormat.ThousandTenge(9_801_653_350m, language), Is.EqualTo(expected.Replace('_', '\u00A0')));
        Assert.That(expected.Replace('_', '\u00A0'), Does.StartWith(NumberFormat.Thousands(9_801_653_350m, language)));
    }

    [Test]
    public void Does_not_depend_on_the_culture_of_the_thread()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-CH");

            Assert.That(NumberFormat.Format(-1234.5m, 1, Language.En), Is.EqualTo("-1\u00A0234.5"));
            Assert.That(HumanNumber.Parse("-1 234,5").Value, Is.EqualTo(-1234.5m));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool What_is_printed_can_be_read_back(decimal value, byte digits, byte languageIndex)
    {
        int decimals = digits % 7;
        Language language = Languages.All[languageIndex % 3];
        decimal rounded = Rounding.HalfUp(value, decimals);

        return HumanNumber.Parse(NumberFormat.Format(value, decimals, language)) == new HumanNumber(HumanNumberKind.Value, rounded)
            && HumanNumber.Parse(NumberFormat.Percent(value, decimals, language)) == new HumanNumber(HumanNumberKind.Value, rounded, IsPercent: true);
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Money_that_is_printed_can_be_read_back(long hundreds, byte languageIndex)
    {
        decimal tenge = hundreds * 100m;
        return HumanNumber.Parse(NumberFormat.ThousandTenge(tenge, Languages.All[languageIndex % 3]))
            == new HumanNumber(HumanNumberKind.Value, tenge, IsTenge: true, IsScaled: true);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
