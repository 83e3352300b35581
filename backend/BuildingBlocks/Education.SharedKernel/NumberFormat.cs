using System.Globalization;

namespace Education.SharedKernel;

/// <summary>
/// Prints numbers in Kazakh, Russian and English by tables of its own: the same on every machine, with or without ICU. Kazakh and Russian
/// as CLDR has them for <c>kk-KZ</c> and <c>ru-KZ</c>: groups of three parted by U+00A0, four digits too, decimal comma. English takes the
/// same groups and a decimal dot, so that no comma of the product's own ever means thousands. Rounding is half-up. What is printed here,
/// <see cref="HumanNumber.Parse"/> reads back.
/// </summary>
public static class NumberFormat
{
    /// <summary>Between groups of digits and before the Russian percent sign: no-break space.</summary>
    public const char NoBreakSpace = '\u00A0';

    private const int GroupSize = 3;

    // 29 digits before the point, 28 after it.
    private const int MostDigits = 64;

    /// <summary><c>9 801 653,4</c>; English <c>9 801 653.4</c>. Zero has no minus, also when it comes from rounding.</summary>
    /// <param name="value">Any decimal.</param>
    /// <param name="decimals">Digits after the comma, all printed, 0…28.</param>
    /// <param name="language">Language of the text around it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is outside 0…28.</exception>
    public static string Format(decimal value, int decimals, Language language)
    {
        decimal rounded = Rounding.HalfUp(value, decimals);
        Span<char> plain = stackalloc char[MostDigits];
        Math.Abs(rounded).TryFormat(plain, out int length, $"F{decimals}", CultureInfo.InvariantCulture);
        int whole = decimals == 0 ? length : length - decimals - 1;
        Span<char> text = stackalloc char[MostDigits * 2];
        int end = 0;
        if (rounded < 0)
        {
            text[end++] = '-';
        }

        for (int i = 0; i < whole; i++)
        {
            if (i > 0 && (whole - i) % GroupSize == 0)
            {
                text[end++] = NoBreakSpace;
            }

            text[end++] = plain[i];
        }

        if (decimals > 0)
        {
            text[end++] = language == Language.En ? '.' : ',';
            plain[(whole + 1)..length].CopyTo(text[end..]);
            end += decimals;
        }

        return text[..end].ToString();
    }

    /// <summary>Kazakh <c>90,5%</c>, Russian <c>90,5 %</c> with a no-break space, English <c>90.5%</c>.</summary>
    /// <param name="percent">In percent: 90.5, not 0.905.</param>
    /// <param name="decimals">Digits after the comma, 0…28.</param>
    /// <param name="language">Language of the text around it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is outside 0…28.</exception>
    public static string Percent(decimal percent, int decimals, Language language) =>
        language == Language.Ru ? $"{Format(percent, decimals, language)}{NoBreakSpace}%" : $"{Format(percent, decimals, language)}%";

    /// <summary>
    /// Money in thousands with one decimal, without the unit, for a column that is headed by it: 9 801 653 400 → <c>9 801 653,4</c>.
    /// </summary>
    /// <param name="tenge">In tenge.</param>
    /// <param name="language">Language of the text around it.</param>
    public static string Thousands(decimal tenge, Language language) => Format(tenge / 1000, 1, language);

    /// <summary><see cref="Thousands"/> with the unit: <c>9 801 653,4 мың теңге</c>, <c>… тыс. тенге</c>, <c>… thousand tenge</c>.</summary>
    /// <param name="tenge">In tenge.</param>
    /// <param name="language">Language of the text around it.</param>
    public static string ThousandTenge(decimal tenge, Language language)
    {
        string unit = language switch { Language.Kk => "мың теңге", Language.Ru => "тыс. тенге", _ => "thousand tenge" };
        return $"{Thousands(tenge, language)}{NoBreakSpace}{unit}";
    }
}
