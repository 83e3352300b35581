using Education.Registry.Contracts;

namespace Education.Registry.Institutions;

/// <summary>A stored key as the matcher sees it.</summary>
internal sealed record KeyHit(Guid InstitutionId, string Key, NameFamily? Family, string? Number, string Proper, bool IsAlias);

/// <summary>
/// Decides what a written name means. Certain are: the name word for word (an alias before a name), then kind family and number, then the proper
/// name. Everything else is only offered: «Нур бота kz» may or may not be «Нур бота».
/// </summary>
internal sealed class InstitutionMatcher(IReadOnlyCollection<KeyHit> hits)
{
    /// <summary>Most candidates that are offered.</summary>
    public const int MaxCandidates = 10;

    private const double Similar = 0.45;

    private readonly ILookup<string, KeyHit> _byKey = hits.ToLookup(h => h.Key, StringComparer.Ordinal);
    private readonly ILookup<string, KeyHit> _byNumber = hits.Where(h => h.Number is not null).ToLookup(h => h.Number!, StringComparer.Ordinal);
    private readonly ILookup<string, KeyHit> _byProper = hits.Where(h => h.Proper.Length > 0).ToLookup(h => h.Proper, StringComparer.Ordinal);

    public (MatchKind Kind, IReadOnlyList<Guid> Ids) Decide(InstitutionName name)
    {
        if (name.Key.Length == 0)
        {
            return (MatchKind.None, []);
        }

        var written = _byKey[name.Key].ToList();
        var asWritten = Distinct(written.Exists(h => h.IsAlias) ? written.Where(h => h.IsAlias) : written);
        if (asWritten.Count > 0)
        {
            return (asWritten.Count == 1 ? MatchKind.Exact : MatchKind.Ambiguous, asWritten);
        }

        var near = Near(name).ToList();
        var certain = name.HasExtras ? [] : Distinct(near.Where(h => IsCertain(name, h)));
        return certain.Count switch
        {
            0 => (MatchKind.None, Distinct(near)),
            1 => (MatchKind.Exact, certain),
            _ => (MatchKind.Ambiguous, certain),
        };
    }

    /// <summary>Institutions spelled much like the name, best first.</summary>
    public static IEnumerable<Guid> BySpelling(InstitutionName name, IEnumerable<KeyHit> all)
    {
        var wanted = Grams(name.Proper.Length > 0 && name.Number is null ? name.Proper : name.Key);
        return all.Select(h => (h.InstitutionId, Score: Score(wanted, Grams(h.Proper.Length > 0 && h.Number is null ? h.Proper : h.Key))))
            .Where(h => h.Score >= Similar).GroupBy(h => h.InstitutionId).Select(g => (g.Key, Score: g.Max(h => h.Score)))
            .OrderByDescending(g => g.Score).ThenBy(g => g.Key).Select(g => g.Key);
    }

    private IEnumerable<KeyHit> Near(InstitutionName name) =>
        (name.Number is { } number ? _byNumber[number] : name.Proper.Length > 0 ? _byProper[name.Proper] : []).Where(h => !h.IsAlias);

    private static bool IsCertain(InstitutionName name, KeyHit hit) => name.Number is not null
        ? name.Family is not null && name.Family == hit.Family && (name.Proper.Length == 0 || hit.Proper.Length == 0 || name.Proper == hit.Proper)
        : hit.Number is null && (name.Family is null || hit.Family is null || name.Family == hit.Family);

    private static List<Guid> Distinct(IEnumerable<KeyHit> found) => [.. found.Select(h => h.InstitutionId).Distinct()];

    private static HashSet<string> Grams(string text)
    {
        var padded = $" {text} ";
        return [.. Enumerable.Range(0, padded.Length - 1).Select(i => padded.Substring(i, 2))];
    }

    /// <summary>Dice's measure of shared pairs of letters: 1 for equal spelling, 0 for nothing in common.</summary>
    private static double Score(HashSet<string> left, HashSet<string> right) => 2.0 * left.Count(right.Contains) / (left.Count + right.Count);
}
