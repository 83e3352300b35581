namespace Education.SharedKernel;

/// <summary>What a publication leaves out.</summary>
/// <param name="Rows">Keys of the rows that are not shown.</param>
/// <param name="Places">Places whose total is not shown either.</param>
public sealed record Unpublished<TKey>(IReadOnlySet<TKey> Rows, IReadOnlySet<string> Places)
    where TKey : notnull
{
    /// <summary>Everything may be shown.</summary>
    public static Unpublished<TKey> Nothing { get; } = new(new HashSet<TKey>(), new HashSet<string>(StringComparer.Ordinal));
}

/// <summary>
/// <see cref="SmallGroups"/> where the rows lie in places within places and the total of every place is published too: a district's total less
/// its shown schools must not tell the hidden one, nor an oblast's total less its districts. One answer for all places: a row that is hidden in
/// one table is hidden in every other.
/// </summary>
public static class SmallGroupTree
{
    /// <summary>
    /// From the smallest places up. A place hides rows of its own and of unpublished places below until they cannot be told apart; where that
    /// is not enough it takes its smallest published place in, and where nothing is left its own total is not published.
    /// </summary>
    /// <param name="rows">All rows: place and size of the group, in persons; null where it is not known.</param>
    /// <param name="above">The place above each place; a root is absent.</param>
    /// <param name="threshold">Smallest group that may be shown.</param>
    public static Unpublished<TKey> Hide<TKey>(
        IEnumerable<(TKey Key, string Place, decimal? Group)> rows, IReadOnlyDictionary<string, string> above, int threshold)
        where TKey : notnull
    {
        var places = new Dictionary<string, Place<TKey>>(StringComparer.Ordinal);
        foreach (var (key, place, group) in rows)
        {
            Of(place).Pool.Add((key, group));
        }

        var roots = places.Values.Where(place => !above.ContainsKey(place.Name)).ToList();
        roots.ForEach(root => root.Settle(threshold));
        return new(
            places.Values.Where(place => place.IsShown || roots.Contains(place)).SelectMany(place => place.Hidden).ToHashSet(),
            places.Values.Where(place => !place.IsShown).Select(place => place.Name).ToHashSet(StringComparer.Ordinal));

        Place<TKey> Of(string name)
        {
            if (!places.TryGetValue(name, out var place))
            {
                places.Add(name, place = new(name));
                if (above.TryGetValue(name, out var upper))
                {
                    Of(upper).Below.Add(place);
                }
            }

            return place;
        }
    }

    private sealed class Place<TKey>(string name)
        where TKey : notnull
    {
        public string Name { get; } = name;

        /// <summary>Its own rows, and those of the places below whose total is not shown.</summary>
        public List<(TKey Key, decimal? Group)> Pool { get; } = [];

        public List<Place<TKey>> Below { get; } = [];

        public HashSet<TKey> Hidden { get; private set; } = [];

        public bool IsShown { get; private set; } = true;

        private decimal Size => Pool.Sum(row => row.Group ?? 0) + Below.Where(place => place.IsShown).Sum(place => place.Size);

        public void Settle(int threshold)
        {
            foreach (var place in Below.ToList())
            {
                place.Settle(threshold);
                if (!place.IsShown)
                {
                    TakeIn(place);
                }
            }

            while (!IsProtected(threshold))
            {
                if (Below.Where(place => place.IsShown && place.Size > 0).OrderBy(place => place.Size).ThenBy(place => place.Name, StringComparer.Ordinal).FirstOrDefault() is not { } next)
                {
                    IsShown = false;
                    return;
                }

                next.IsShown = false;
                TakeIn(next);
            }
        }

        private void TakeIn(Place<TKey> place)
        {
            Pool.AddRange(place.Pool);
            Below.AddRange(place.Below.Where(lower => lower.IsShown));
        }

        private bool IsProtected(int threshold)
        {
            Hidden = SmallGroups.Hidden(Pool, threshold);
            return Hidden.Count == 0 || (Hidden.Count > 1 && Pool.Where(row => Hidden.Contains(row.Key)).Sum(row => row.Group) >= threshold);
        }
    }
}
