using System.Text.RegularExpressions;
using Education.SharedKernel;

namespace Education.Registry.Institutions;

/// <summary>A written name taken apart: «СШ№60(вечерние классы)» is the family of evening schools, number 60.</summary>
/// <param name="Key">The whole name, folded, in tokens: equal for «СШ№95», «сш 95» and «Cш № 95».</param>
/// <param name="Family">The family that the words name, or null.</param>
/// <param name="Number">The number, without leading zeros, with its letter («45А»), or null.</param>
/// <param name="Proper">What is left: the proper name, folded.</param>
/// <param name="HasExtras">Brackets say something more that is not understood: no certain answer from the parts.</param>
internal sealed record InstitutionName(string Key, NameFamily? Family, string? Number, string Proper, bool HasExtras)
{
    /// <summary>Longest key that is kept.</summary>
    public const int MaxLength = 200;

    private const string NumberSign = "№";

    /// <summary>Takes the name apart. Never fails; an empty text gives empty parts.</summary>
    public static InstitutionName Parse(string? text)
    {
        var folded = SearchText.Normalize(text);
        var brackets = Patterns.Brackets().Match(folded);
        var extras = brackets.Success ? FamiliesIn(Tokens(brackets.Groups["inside"].Value), out _) : [];
        var tokens = Tokens(Patterns.Brackets().Replace(folded, " "));
        var families = FamiliesIn(tokens, out var rest);
        var words = rest.ToList();
        var number = TakeNumber(words);
        words.RemoveAll(NameWords.Noise.Contains);
        families.UnionWith(extras);
        NameFamily? family = families.Count == 0 ? null : NameWords.Priority.First(families.Contains);
        var key = string.Join(' ', Tokens(folded).Where(t => t != NumberSign));
        return new(Cut(key), family, number, Cut(string.Join(' ', words)), brackets.Success && extras.Count == 0);
    }

    /// <summary>Words, numbers and the sign № of a text, folded for search.</summary>
    public static string[] Tokens(string text) => [.. Patterns.Token().Matches(SearchText.Normalize(text)).Select(m => m.Value)];

    private static HashSet<NameFamily> FamiliesIn(string[] tokens, out IEnumerable<string> rest)
    {
        var families = new HashSet<NameFamily>();
        var left = new List<string>(tokens.Length);
        for (var i = 0; i < tokens.Length;)
        {
            var phrase = NameWords.Phrases.FirstOrDefault(p => tokens.AsSpan(i).StartsWith(p.Tokens));
            if (phrase.Tokens is null)
            {
                left.Add(tokens[i++]);
                continue;
            }

            families.Add(phrase.Family);
            i += phrase.Tokens.Length;
        }

        rest = left;
        return families;
    }

    /// <summary>
    /// The number after №, or one that no word of a proper name precedes: «шл 101», «95 орта мектеп», but not the 3 of «Дарынды бала-3».
    /// </summary>
    private static string? TakeNumber(List<string> words)
    {
        var sign = words.IndexOf(NumberSign);
        var at = sign >= 0 ? sign + 1 : words.FindIndex(w => !NameWords.Noise.Contains(w));
        if (at < 0 || at >= words.Count || !char.IsAsciiDigit(words[at][0]))
        {
            return null;
        }

        var number = words[at].TrimStart('0');
        words.RemoveAt(at);
        return number.Length == 0 ? "0" : number.Length > 20 ? number[..20] : number;
    }

    private static string Cut(string text) => text.Length <= MaxLength ? text : text[..MaxLength].TrimEnd();
}

internal static partial class Patterns
{
    [GeneratedRegex(@"\((?<inside>[^)]*)\)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    public static partial Regex Brackets();

    // A letter that stands right behind the digits belongs to the number («45А»), a word does not («95ОРТА»). «N» before digits is a number sign.
    [GeneratedRegex(@"№|N(?=\s*\d)|(?>\d+)\p{L}?(?!\p{L})|\d+|\p{L}+", RegexOptions.CultureInvariant)]
    public static partial Regex Token();
}
