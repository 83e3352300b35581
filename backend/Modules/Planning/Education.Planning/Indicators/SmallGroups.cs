using Education.Planning.Contracts;

namespace Education.Planning.Indicators;

/// <summary>
/// Which rows of a table may not be published. The law on personal data (21.05.2013 No. 94-V, art. 17) allows statistics only when nobody can
/// be told from it: a mean over three school leavers tells too much, and so does the difference of a published total and all other rows.
/// </summary>
internal static class SmallGroups
{
    /// <param name="rows">All rows of the table with the size of the group behind each; null where it is not known.</param>
    /// <param name="threshold">Smallest group that may be shown.</param>
    /// <returns>Keys of the rows to hide: the small ones, and the next smallest until what is hidden is itself no small group and no single row.</returns>
    public static HashSet<string> Hidden(IReadOnlyCollection<(string Key, decimal? Group)> rows, int threshold)
    {
        var bySize = rows.Where(row => row.Group > 0).OrderBy(row => row.Group).ThenBy(row => row.Key, StringComparer.Ordinal).ToList();
        var count = bySize.Count(row => row.Group < threshold);
        if (count == 0)
        {
            return [];
        }

        while (count < bySize.Count && (count < 2 || bySize.Take(count).Sum(row => row.Group) < threshold))
        {
            count++;
        }

        return bySize.Take(count).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The group that a figure speaks of: the denominator of a mean or share, the number itself of a count.</summary>
    public static decimal? Group(Figure figure) => figure.Kind switch
    {
        IndicatorKind.Count => figure.Value,
        IndicatorKind.Share or IndicatorKind.Average => figure.Denominator,
        _ => null,
    };
}
