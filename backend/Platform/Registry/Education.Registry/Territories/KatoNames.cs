using System.Text.RegularExpressions;

namespace Education.Registry.Territories;

/// <summary>Reads the official file of the classifier: names as the product writes them, the kind and the unit above from the code.</summary>
internal static partial class KatoNames
{
    private const string Republic = "000000000";

    /// <summary>«Қарағанды Қ.Ә.» of the classifier is «Қарағанды қаласы» here.</summary>
    public static string Kazakh(string name) => CityKk().Replace(name.Trim(), "${name} қаласы");

    /// <summary>«Караганда Г.А.» of the classifier is «город Караганда» here.</summary>
    public static string Russian(string name) => CityRu().Replace(name.Trim(), "город ${name}");

    /// <summary>
    /// The unit above a code that no file gives: the classifier's digits AB CD EF HIJ are cut from the right until a known code is met.
    /// Districts of a city (EF 11…19 of a city administration, CD below 20) stand under the city EF 10.
    /// </summary>
    public static string Parent(string code, IReadOnlySet<string> known)
    {
        if (code == Republic)
        {
            throw new ArgumentOutOfRangeException(nameof(code), "Nothing stands above the republic.");
        }

        var isCityAdministration = code[2] == '1';
        string[] above =
        [
            code[..6] + "000",
            isCityAdministration && code[4] == '1' ? code[..4] + "10000" : code[..6] + "000",
            code[..4] + "00000",
            code[..2] + "0000000",
        ];
        return Array.Find(above, c => c != code && known.Contains(c)) ?? Republic;
    }

    /// <summary>Kind of a unit from its code and Russian name.</summary>
    public static string Kind(string code, string nameRu)
    {
        if (code[2..] == "0000000")
        {
            return nameRu.Contains("область", StringComparison.OrdinalIgnoreCase) ? "oblast" : "republican_city";
        }

        if (nameRu.Contains("район", StringComparison.OrdinalIgnoreCase) || nameRu.EndsWith("р-н", StringComparison.OrdinalIgnoreCase))
        {
            return code[..2] is "71" or "75" or "79" || (code[2] == '1' && code[4..] != "00000") ? "city_district" : "rayon";
        }

        return nameRu switch
        {
            _ when nameRu.StartsWith("город ", StringComparison.OrdinalIgnoreCase) || nameRu.StartsWith("г.", StringComparison.OrdinalIgnoreCase) =>
                code[4..] == "00000" ? "city" : "town",
            _ when Okrug().IsMatch(nameRu) => "rural_okrug",
            _ when Settlement().IsMatch(nameRu) => "settlement",
            _ => "village",
        };
    }

    [GeneratedRegex(@"^(?<name>.+?)\s*[ҚK]\.\s*[ӘƏ]\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CityKk();

    [GeneratedRegex(@"^(?<name>.+?)\s*Г\.\s*[АA]\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CityRu();

    [GeneratedRegex(@"(с\.\s*о\.|а\.\s*о\.|сельский округ|аульный округ|поселковый округ)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Okrug();

    [GeneratedRegex(@"(^п\.|\sп\.\s*а\.|поселок|посёлок|кент)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Settlement();
}
