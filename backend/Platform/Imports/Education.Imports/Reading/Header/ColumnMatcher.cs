namespace Education.Imports.Reading.Header;

/// <summary>
/// Gives each key at most one column and each column at most one key, best fits first. Where fits are equal nobody is preferred: the
/// keys are ambiguous, unless only one distribution is possible.
/// </summary>
internal sealed class ColumnMatcher
{
    private const double Threshold = 0.5;
    private const double Equal = 0.02;

    // The caption under a group heading, read without the heading.
    private const double WithoutGroup = 0.9;

    private readonly List<(ColumnSpec Spec, Caption[] Aliases, HashSet<int> Years)> keys = [];

    public ColumnMatcher(IReadOnlyList<ColumnSpec> specs, int? year)
    {
        foreach (var spec in specs)
        {
            Caption[] aliases = [.. spec.AliasesKk.Concat(spec.AliasesRu).Concat(spec.AliasesEn).Append(spec.Key).Select(one => Caption.OfAlias(one, year)).OfType<Caption>()];
            keys.Add((spec, aliases, [.. aliases.SelectMany(one => one.Years)]));
        }
    }

    public IReadOnlyList<ColumnMatch> Match(IReadOnlyList<HeaderCell> cells)
    {
        var fits = Fits(cells);
        var result = new ColumnMatch?[keys.Count];
        var usedColumns = new HashSet<int>();
        while (true)
        {
            var open = fits.Where(one => result[one.Key] is null && !usedColumns.Contains(one.Column)).ToList();
            if (open.Count == 0)
            {
                break;
            }

            var best = open.MaxBy(one => one.Score);
            foreach (var one in Settle(Connected(open.Where(one => one.Score >= best.Score - Equal).ToList(), best)))
            {
                result[one.Key] = one.Match;
                usedColumns.UnionWith(one.Match.Candidates);
            }
        }

        return [.. keys.Select((key, i) => result[i] ?? new ColumnMatch(key.Spec.Key, null, 0, false, []))];
    }

    private static bool YearsAllow(Caption alias, HashSet<int> keyYears, IReadOnlySet<int> captionYears)
    {
        if (captionYears.Count == 0)
        {
            return alias.Years.Count == 0;
        }

        return alias.Years.Count > 0 ? alias.Years.SetEquals(captionYears) : keyYears.Count == 0 || keyYears.Overlaps(captionYears);
    }

    /// <summary>The fits that compete with the best one: for its column or for its key, and so on.</summary>
    private static List<Fit> Connected(List<Fit> equal, Fit best)
    {
        List<Fit> group = [best];
        for (var grown = true; grown;)
        {
            grown = equal.Exists(one => !group.Contains(one) && group.Exists(other => other.Key == one.Key || other.Column == one.Column));
            if (grown)
            {
                group.AddRange(equal.Where(one => !group.Contains(one) && group.Exists(other => other.Key == one.Key || other.Column == one.Column)).ToList());
            }
        }

        return group;
    }

    private List<(int Key, ColumnMatch Match)> Settle(List<Fit> group)
    {
        var result = new List<(int Key, ColumnMatch Match)>();
        while (group.Count > 0)
        {
            // A key with one column left that no other key depends on takes it, and so may decide the others.
            var single = group.GroupBy(one => one.Key).Where(one => one.Count() == 1).Select(one => one.First())
                .GroupBy(one => one.Column).Where(one => one.Count() == 1).Select(one => one.First()).Cast<Fit?>().FirstOrDefault();
            if (single is not { } sure)
            {
                break;
            }

            result.Add((sure.Key, new ColumnMatch(keys[sure.Key].Spec.Key, sure.Column, Math.Round(sure.Score, 2), false, [sure.Column])));
            group = group.Where(one => one.Key != sure.Key && one.Column != sure.Column).ToList();
        }

        result.AddRange(group.GroupBy(one => one.Key).Select(one => (one.Key, new ColumnMatch(
            keys[one.Key].Spec.Key, null, Math.Round(one.Max(fit => fit.Score), 2), true, [.. one.Select(fit => fit.Column).Order()]))));
        return result;
    }

    private List<Fit> Fits(IReadOnlyList<HeaderCell> cells)
    {
        var fits = new List<Fit>();
        for (var key = 0; key < keys.Count; key++)
        {
            foreach (var cell in cells)
            {
                double best = 0;
                foreach (var alias in keys[key].Aliases)
                {
                    if (YearsAllow(alias, keys[key].Years, cell.Full.Years))
                    {
                        best = Math.Max(best, Math.Max(alias.Fit(cell.Full), cell.Lowest is null ? 0 : WithoutGroup * alias.Fit(cell.Lowest)));
                    }
                }

                if (best >= Threshold)
                {
                    fits.Add(new Fit(key, cell.Column, best));
                }
            }
        }

        return fits;
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Fit(int Key, int Column, double Score);
}

/// <summary>One caption of a header. <paramref name="Lowest"/> is its last row alone, when there are several.</summary>
internal sealed record HeaderCell(int Column, string Text, Caption Full, Caption? Lowest);
