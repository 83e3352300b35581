using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Education.SharedKernel;

/// <summary>Reads <c>[sign] number [unit] (number unit)… [currency | percent]</c>; the rules are at <see cref="HumanNumber.Parse"/>.</summary>
internal sealed partial class HumanNumberReader(string text)
{
    private const string Percent = "%";
    private const string Tenge = "₸";

    private static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<string, decimal>
    {
        ["мың"] = 1e3m, ["тыс"] = 1e3m, ["тысяча"] = 1e3m, ["тысячи"] = 1e3m, ["тысяч"] = 1e3m, ["thousand"] = 1e3m,
        ["млн"] = 1e6m, ["миллион"] = 1e6m, ["миллиона"] = 1e6m, ["миллионов"] = 1e6m, ["million"] = 1e6m,
        ["млрд"] = 1e9m, ["миллиард"] = 1e9m, ["миллиарда"] = 1e9m, ["миллиардов"] = 1e9m, ["billion"] = 1e9m,
        ["трлн"] = 1e12m, ["триллион"] = 1e12m, ["триллиона"] = 1e12m, ["триллионов"] = 1e12m, ["trillion"] = 1e12m,
    }.ToFrozenDictionary(unit => SearchText.Normalize(unit.Key), unit => unit.Value);

    private static readonly FrozenDictionary<string, string> Units = new Dictionary<string, string>
    {
        ["%"] = Percent, ["пайыз"] = Percent, ["процент"] = Percent, ["процента"] = Percent, ["процентов"] = Percent,
        ["₸"] = Tenge, ["теңге"] = Tenge, ["тенге"] = Tenge, ["тг"] = Tenge, ["kzt"] = Tenge, ["tenge"] = Tenge,
    }.GroupBy(unit => SearchText.Normalize(unit.Key), unit => unit.Value).ToFrozenDictionary(unit => unit.Key, unit => unit.First());

    private int at;

    public HumanNumber Read()
    {
        try
        {
            bool negative = ReadSign();
            return ReadAmount() is { Kind: HumanNumberKind.Value } amount ? amount with { Value = negative ? -amount.Value : amount.Value } : default;
        }
        catch (OverflowException)
        {
            return default;
        }
    }

    private HumanNumber ReadAmount()
    {
        decimal sum = 0;
        decimal previousScale = 0;
        bool fraction = false;
        while (true)
        {
            if (fraction || ReadNumber(out fraction) is not { } number)
            {
                return default;
            }

            string word = ReadWord();
            if (!Scales.TryGetValue(word, out decimal scale))
            {
                scale = 1;
            }

            bool first = previousScale == 0;
            decimal part = number * scale;
            if (!first && (scale >= previousScale || part >= previousScale))
            {
                return default;
            }

            sum += part;
            if (scale == 1)
            {
                return Finish(sum, word, isScaled: !first);
            }

            previousScale = scale;
            if (at == text.Length || !IsNumberStart(text[at]))
            {
                return Finish(sum, ReadWord(), isScaled: true, isComplete: true);
            }
        }
    }

    /// <summary>The unit after the last number, and nothing after it.</summary>
    private HumanNumber Finish(decimal sum, string unit, bool isScaled, bool isComplete = false)
    {
        if (at < text.Length)
        {
            return default;
        }

        if (unit.Length == 0)
        {
            return isScaled && !isComplete ? default : new HumanNumber(HumanNumberKind.Value, sum, IsScaled: isScaled);
        }

        return Units.GetValueOrDefault(unit) switch
        {
            Tenge => new HumanNumber(HumanNumberKind.Value, sum, IsTenge: true, IsScaled: isScaled),
            Percent when !isScaled => new HumanNumber(HumanNumberKind.Value, sum, IsPercent: true),
            _ => default,
        };
    }

    private bool ReadSign()
    {
        bool negative = HumanNumber.IsDash(text[at]);
        if (negative || text[at] == '+')
        {
            at++;
            SkipSpaces();
        }

        return negative;
    }

    private decimal? ReadNumber(out bool fraction)
    {
        int start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or ',' || IsGroupSeparator(text[at])))
        {
            at++;
        }

        string run = Spaces().Replace(text[start..at], " ").Replace('’', '\'').Replace('ʼ', '\'').Trim();
        Match match = Number().Match(run);
        fraction = match.Groups["f"].Success;
        if (!match.Success)
        {
            return null;
        }

        string digits = string.Concat(match.Groups["i"].ValueSpan.ToString().Where(char.IsAsciiDigit));
        return decimal.Parse($"0{digits}.{match.Groups["f"].Value}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    /// <summary>Letters and the dot of their abbreviation, or one sign; in the search form. Empty when there is none.</summary>
    private string ReadWord()
    {
        int start = at;
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        if (at == start)
        {
            at += at < text.Length && text[at] is '%' or '₸' ? 1 : 0;
        }

        string word = SearchText.Normalize(text[start..at]);
        if (at > start && at < text.Length && text[at] == '.')
        {
            at++;
        }

        SkipSpaces();
        return word;
    }

    private void SkipSpaces()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private static bool IsNumberStart(char c) => char.IsAsciiDigit(c) || c is '.' or ',';

    private static bool IsGroupSeparator(char c) => char.IsWhiteSpace(c) || c is '\'' or '’' or 'ʼ';

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    // Plain or grouped by spaces or apostrophes, then perhaps a fraction | groups by one sign, the fraction by the other | groups only | .5
    [GeneratedRegex(
        """
        ^(?:
          (?<i>[0-9]+ | [1-9][0-9]{0,2}(?:\ [0-9]{3})+ | [1-9][0-9]{0,2}(?:'[0-9]{3})+) (?:[.,](?<f>[0-9]+) | \ ?[.,]\ ?(?<f>[0-9]{1,2}))?
        | (?<i>[1-9][0-9]{0,2}(?:\.[0-9]{3})+) ,(?<f>[0-9]+)
        | (?<i>[1-9][0-9]{0,2}(?:,[0-9]{3})+) \.(?<f>[0-9]+)
        | (?<i>[1-9][0-9]{0,2}(?:(?:\.[0-9]{3}){2,} | (?:,[0-9]{3}){2,}))
        | [.,](?<f>[0-9]+)
        )\z
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
