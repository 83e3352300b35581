namespace Education.SharedKernel;

/// <summary>
/// Which rows of a table may not be published. The law on personal data (21.05.2013 No. 94-V, art. 17) allows statistics only when nobody can
/// be told from it: a mean over three school leavers tells too much, and so does the difference of a published total and all other rows.
/// </summary>
public static class SmallGroups
{
    /// <summary>The small rows, and the next smallest until what is hidden is itself no small group and no single row.</summary>
    /// <param name="rows">All rows of the table with the size of the group behind each, in persons; null where it is not known.</param>
    /// <param name="threshold">Smallest group that may be shown.</param>
    /// <returns>Keys of the rows to hide; empty when no row is small. Equal sizes are taken in the order of the keys.</returns>
    public static HashSet<TKey> Hidden<TKey>(IReadOnlyCollection<(TKey Key, decimal? Group)> rows, int threshold)
        where TKey : notnull
    {
        var bySize = rows.Where(row => row.Group > 0).OrderBy(row => row.Group).ThenBy(row => row.Key, Comparer<TKey>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))).ToList();
        var count = bySize.Count(row => row.Group < threshold);
        if (count == 0)
        {
            return [];
        }

        while (count < bySize.Count && (count < 2 || bySize.Take(count).Sum(row => row.Group) < threshold))
        {
            count++;
        }

        return [.. bySize.Take(count).Select(row => row.Key)];
    }
}
