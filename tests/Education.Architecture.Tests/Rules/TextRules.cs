using System.Text.RegularExpressions;
using Education.BuildingBlocks;
using Education.SharedKernel;

namespace Education.Architecture.Tests.Rules;

/// <summary>Three languages for every code.</summary>
internal static partial class TextRules
{
    public static List<string> InEveryLanguage(Texts texts, IEnumerable<string> codes) =>
        [.. from code in codes.Distinct() from language in Languages.All where !texts.Has(code, language) select $"{code} has no text in {language.Code()}"];

    public static List<string> SamePlaceholders(Texts texts)
    {
        static string Places(string text) => string.Join(',', Placeholder().Matches(text).Select(m => m.Groups["place"].Value).Distinct().Order(StringComparer.Ordinal));
        return
        [
            .. texts.Codes(Language.Kk).Where(c => texts.Has(c, Language.Ru) && texts.Has(c, Language.En))
                .Where(c => Languages.All.Select(l => Places(texts.Get(c, l))).Distinct().Count() > 1).Select(c => $"{c} has other places in another language"),
        ];
    }

    public static List<string> NotEmpty(Texts texts) =>
        [.. from language in Languages.All from code in texts.Codes(language) where string.IsNullOrWhiteSpace(texts.Get(code, language)) select $"{code} is empty in {language.Code()}"];

    [GeneratedRegex(@"\{(?<place>\d+)")]
    private static partial Regex Placeholder();
}
