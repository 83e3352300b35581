using System.Net;
using System.Text.RegularExpressions;

namespace Education.Planning.Tests.Slices;

/// <summary>What a written report says.</summary>
internal static partial class ReportHtml
{
    public static string Plain(string html) => Tag().Replace(html, "").Replace('\u00A0', ' ');

    /// <summary>Key → text, of every figure in the report.</summary>
    public static Dictionary<string, string> Figures(string html) => Anchor().Matches(html)
        .GroupBy(m => WebUtility.HtmlDecode(m.Groups["key"].Value)).ToDictionary(g => g.Key, g => g.First().Groups["text"].Value);

    /// <summary>Figures that say something else; rows may come and go at the ends of the tables of the best and the lowest.</summary>
    public static IEnumerable<string> Changed(Dictionary<string, string> before, Dictionary<string, string> after) =>
        before.Keys.Intersect(after.Keys).Where(key => before[key] != after[key]);

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("data-figure=\"(?<key>[^\"]*)\"[^>]*>(?<text>[^<]*)<")]
    private static partial Regex Anchor();
}
