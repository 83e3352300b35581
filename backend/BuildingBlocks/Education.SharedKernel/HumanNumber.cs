namespace Education.SharedKernel;

/// <summary>What a cell that should hold a number holds.</summary>
public enum HumanNumberKind
{
    /// <summary>Something that is no number, or more than one reading of it.</summary>
    Invalid,

    /// <summary>A number, zero included.</summary>
    Value,

    /// <summary>Nothing: an empty cell, a dash, «жоқ», «нет», «н/д». Not zero.</summary>
    Missing,
}

/// <summary>
/// A number as people write it in Kazakh and Russian documents. Equal when all members are equal; the default value is
/// <see cref="HumanNumberKind.Invalid"/>.
/// </summary>
/// <param name="Kind">Whether there is a number.</param>
/// <param name="Value">
/// The number in units: thousands and millions are multiplied out («2,3 млрд.» is 2 300 000 000), a percent is not divided («90,5 %» is
/// 90.5). 0 unless <paramref name="Kind"/> is <see cref="HumanNumberKind.Value"/>.
/// </param>
/// <param name="IsPercent">A percent sign or «пайыз», «процент» was written.</param>
/// <param name="IsTenge">The currency was written (теңге, тенге, тг., ₸).</param>
/// <param name="IsScaled">
/// «Мың», «млн», «млрд» or their like was written and multiplied out, so a column headed «мың теңге» must not multiply once more.
/// </param>
public readonly record struct HumanNumber(
    HumanNumberKind Kind, decimal Value = 0, bool IsPercent = false, bool IsTenge = false, bool IsScaled = false)
{
    /// <summary>Longest text that is read, in characters, without the white space around it; a longer one is invalid.</summary>
    public const int MaxLength = 100;

    // In the search form: a Latin letter or a capital does not matter.
    private static readonly HashSet<string> MissingWords =
    [
        .. new[] { "жоқ", "нет", "н/д", "н.д.", "нд", "нет данных", "деректер жоқ", "мәлімет жоқ", "n/a", "...", "…" }
            .Select(word => SearchText.Normalize(word)),
    ];

    /// <summary>
    /// Reads a number. Never throws: what cannot be read, is too long or does not fit a decimal is <see cref="HumanNumberKind.Invalid"/>.
    /// </summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item>Groups of three are parted by spaces of any kind (U+0020, U+00A0, U+202F, thin), apostrophes, dots or commas.</item>
    /// <item>A single comma or dot is the decimal sign, however many digits follow: <c>1,234</c> and <c>1.234</c> are both 1.234, as in Kazakh and
    /// Russian. Several equal signs part groups: <c>1.234.567</c> is 1 234 567. Of two different signs the last is the decimal one.</item>
    /// <item>One space around the decimal sign is a slip of the typist when one or two digits follow: <c>9 801 653, 4</c>.</item>
    /// <item>Amounts add up from large to small: <c>20 млрд. 381 млн.572 тыс.</c> Each part must be less than one unit of the part before it,
    /// only the last may have a fraction, and a last part without a unit needs the currency (<c>2 млн 500</c> could be read in two ways).</item>
    /// <item>A minus may be <c>-</c>, <c>−</c>, <c>–</c> or <c>—</c>; a dash alone means that nothing is there.</item>
    /// <item>Scientific notation, brackets, and units of other things («1401 адам») are invalid.</item>
    /// </list>
    /// </remarks>
    /// <param name="text">Text of a cell or a field.</param>
    public static HumanNumber Parse(string? text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty)
        {
            return new HumanNumber(HumanNumberKind.Missing);
        }

        if (trimmed.Length > MaxLength)
        {
            return default;
        }

        string written = trimmed.ToString();
        if (written.All(IsDash) || MissingWords.Contains(SearchText.Normalize(written)))
        {
            return new HumanNumber(HumanNumberKind.Missing);
        }

        return new HumanNumberReader(written).Read();
    }

    internal static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212';
}
