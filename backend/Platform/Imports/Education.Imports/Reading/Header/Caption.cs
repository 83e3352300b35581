using System.Globalization;
using System.Text.RegularExpressions;
using Education.SharedKernel;

namespace Education.Imports.Reading.Header;

/// <summary>A caption or alias taken apart: its words folded (Қ is К, Ё is Е, punctuation gone), and the years it names.</summary>
internal sealed partial class Caption
{
    private const double MinorWeight = 0.25;
    private const double SameStem = 0.85;
    private const double WholeOverlap = 0.78;

    private static readonly HashSet<string> Minor = new(
        new[] { "и", "в", "во", "на", "по", "за", "с", "от", "из", "год", "года", "годы", "жыл", "жылы", "жылғы", "және", "бойынша", "the", "of", "in", "for", "and", "year" }
            .Select(word => SearchText.Normalize(word)),
        StringComparer.Ordinal);

    private readonly string[] words;
    private readonly double weight;

    private Caption(string[] words, IReadOnlySet<int> years)
    {
        this.words = words;
        Years = years;
        weight = words.Sum(WeightOf);
    }

    public IReadOnlySet<int> Years { get; }

    public bool IsEmpty => weight == 0;

    public static Caption Of(string text)
    {
        var found = new List<string>();
        var years = new HashSet<int>();
        foreach (Match match in Word().Matches(SearchText.Normalize(text)))
        {
            if (match.ValueSpan is ['1', '9', _, _] or ['2', '0', _, _] && int.TryParse(match.ValueSpan, CultureInfo.InvariantCulture, out var year))
            {
                years.Add(year);
            }
            else
            {
                found.Add(match.Value);
            }
        }

        return new Caption([.. found], years);
    }

    /// <summary>Null when the alias needs a year and none is known.</summary>
    public static Caption? OfAlias(string alias, int? year)
    {
        if (!alias.Contains("{year", StringComparison.Ordinal))
        {
            return Of(alias);
        }

        return year is not { } known ? null : Of(YearPlace().Replace(alias, place =>
        {
            _ = int.TryParse(place.Groups["shift"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var shift);
            return (known + shift).ToString(CultureInfo.InvariantCulture);
        }));
    }

    /// <summary>How well this alias fits a caption, years aside: 1 the same words; above 0.8 one begins with the other; below, words in common.</summary>
    public double Fit(Caption caption)
    {
        if (IsEmpty || caption.IsEmpty)
        {
            return 0;
        }

        if (words.AsSpan().SequenceEqual(caption.words))
        {
            return 1;
        }

        var shared = Math.Min(words.Length, caption.words.Length);
        var ratio = Math.Min(weight, caption.weight) / Math.Max(weight, caption.weight);
        if (words.AsSpan(0, shared).SequenceEqual(caption.words.AsSpan(0, shared)))
        {
            // A short beginning of a long caption says little: «Средний балл» of «Средний балл без учёта творческих экзаменов».
            return ratio >= 0.5 ? 0.8 + (0.15 * ratio) : 0.5 + (0.3 * ratio);
        }

        return WholeOverlap * Overlap(caption);
    }

    private static double WeightOf(string word) => Minor.Contains(word) || (word.Length == 1 && word is not ("%" or "№")) ? MinorWeight : 1;

    /// <summary>The same word in another case or number, or its abbreviation: выпускник — выпускников, кол — количество.</summary>
    private static bool IsSameStem(string one, string other)
    {
        var common = one.AsSpan().CommonPrefixLength(other);
        var shorter = Math.Min(one.Length, other.Length);
        return common >= 3 && (common == shorter || (common >= 4 && common >= shorter - 2));
    }

    private static int Free(bool[] taken, Predicate<int> fits) => Enumerable.Range(0, taken.Length).FirstOrDefault(i => !taken[i] && fits(i), -1);

    private double Overlap(Caption other)
    {
        var taken = new bool[other.words.Length];
        double matched = 0;
        foreach (var word in words)
        {
            var at = Free(taken, i => other.words[i] == word);
            var share = 1.0;
            if (at < 0)
            {
                at = Free(taken, i => IsSameStem(word, other.words[i]));
                share = SameStem;
            }

            if (at >= 0)
            {
                taken[at] = true;
                matched += share * Math.Min(WeightOf(word), WeightOf(other.words[at]));
            }
        }

        return 2 * matched / (weight + other.weight);
    }

    [GeneratedRegex(@"\p{L}+|\d+|%|№", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\{year(?<shift>[+-]\d+)?\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex YearPlace();
}
