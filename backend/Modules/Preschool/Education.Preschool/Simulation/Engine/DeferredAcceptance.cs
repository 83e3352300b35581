namespace Education.Preschool.Simulation.Engine;

/// <summary>
/// Кейінге қалдырылған қабылдау / отложенное согласие (Gale and Shapley 1962), children proposing: the stable assignment that every child
/// likes best among the stable ones.
/// </summary>
internal static class DeferredAcceptance
{
    /// <summary>The kindergarten of each child, or null.</summary>
    /// <param name="preferences">Of each child, best first.</param>
    /// <param name="places">Of each kindergarten.</param>
    /// <param name="priority">Of a child at a kindergarten; the smaller goes first, no two children have the same.</param>
    public static Guid?[] Match(IReadOnlyList<IEnumerable<Guid>> preferences, IReadOnlyDictionary<Guid, int> places, Func<Guid, int, long> priority)
    {
        var result = new Guid?[preferences.Count];
        var wishes = preferences.Select(p => p.GetEnumerator()).ToArray();
        var held = new Dictionary<Guid, PriorityQueue<int, long>>();
        var free = new Stack<int>(Enumerable.Range(0, preferences.Count).Reverse());
        while (free.TryPop(out var child))
        {
            if (!wishes[child].MoveNext())
            {
                continue;
            }

            var wished = wishes[child].Current;
            if (places.GetValueOrDefault(wished) == 0)
            {
                free.Push(child);
                continue;
            }

            if (!held.TryGetValue(wished, out var list))
            {
                held.Add(wished, list = new());
            }

            // The worst of those held stands on top.
            list.Enqueue(child, -priority(wished, child));
            result[child] = wished;
            if (list.Count > places[wished])
            {
                var refused = list.Dequeue();
                result[refused] = null;
                free.Push(refused);
            }
        }

        return result;
    }
}
