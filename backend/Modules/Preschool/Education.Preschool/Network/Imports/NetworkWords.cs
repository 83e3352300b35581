using Education.Preschool.Groups;
using Education.SharedKernel;

namespace Education.Preschool.Network.Imports;

/// <summary>Words of the departments' tables.</summary>
internal static class NetworkWords
{
    private static readonly string[][] Months =
    [
        ["январь", "қаңтар", "january"], ["февраль", "ақпан", "february"], ["март", "наурыз", "march"], ["апрель", "сәуір", "april"],
        ["май", "мамыр", "may"], ["июнь", "маусым", "june"], ["июль", "шілде", "july"], ["август", "тамыз", "august"],
        ["сентябрь", "қыркүйек", "september"], ["октябрь", "қазан", "october"], ["ноябрь", "қараша", "november"], ["декабрь", "желтоқсан", "december"],
    ];

    /// <summary>1…12 by name in three languages or by number; null for another word.</summary>
    public static int? Month(string text)
    {
        var word = SearchText.Normalize(text);
        var index = Array.FindIndex(Months, names => names.Any(n => SearchText.Normalize(n) == word));
        return index >= 0 ? index + 1 : int.TryParse(word, out var number) && number is >= 1 and <= 12 ? number : null;
    }

    /// <summary>Code of the kind: «частный детский сад», «мини-центр», «ясли-сад»; null for another word.</summary>
    public static string? Kind(string text)
    {
        var words = SearchText.Normalize(text);
        return words switch
        {
            _ when Has(words, "мини", "шағын") => "mini-centre",
            _ when Has(words, "мектеп", "школа") => "school-kindergarten",
            _ when Has(words, "ясли", "бөбекжай") => "nursery-kindergarten",
            _ when Has(words, "сад", "балабақша", "kindergarten") => "kindergarten",
            _ => null,
        };
    }

    /// <summary>«каз, рус», «қазақ, аралас», «kk ru»; null when a word is unknown.</summary>
    public static KindergartenLanguages? Languages(string text)
    {
        var set = KindergartenLanguages.None;
        foreach (var word in SearchText.Normalize(text).Split([' ', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            GroupLanguage? language = word switch
            {
                _ when Has(word, "каз", "қаз", "kk") => GroupLanguage.Kk,
                _ when Has(word, "рус", "орыс", "ru") => GroupLanguage.Ru,
                _ when Has(word, "смеш", "арал", "mixed") => GroupLanguage.Mixed,
                _ when Has(word, "друг", "басқа", "other") => GroupLanguage.Other,
                _ => null,
            };
            if (language is null)
            {
                return null;
            }

            set |= KindergartenLanguageCodes.Flag(language.Value);
        }

        return set;
    }

    /// <summary>«полный день», «жарты күн», «круглосуточно»; null for another word.</summary>
    public static DayRegime? Regime(string text)
    {
        var words = SearchText.Normalize(text);
        return words switch
        {
            _ when Has(words, "сут", "тәул", "24") => DayRegime.RoundTheClock,
            _ when Has(words, "непол", "жарты", "half") => DayRegime.Half,
            _ when Has(words, "полн", "толық", "full") => DayRegime.Full,
            _ => null,
        };
    }

    private static bool Has(string normalized, params string[] stems) =>
        stems.Any(s => normalized.Contains(SearchText.Normalize(s), StringComparison.Ordinal));
}
