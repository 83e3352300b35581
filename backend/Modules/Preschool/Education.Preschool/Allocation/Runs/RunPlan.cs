using Education.Preschool.Allocation.Engine;
using Education.Preschool.Queue.Engine;

namespace Education.Preschool.Allocation.Runs;

/// <summary>A pool as planned, with the queue it belongs to.</summary>
internal sealed record PoolOfRun(QueueOfRun Queue, PlannedPool Planned, int VouchersOut);

/// <summary>The plan of a whole run: pool by pool in the order of their texts. The same for a draft and for whoever rechecks it.</summary>
internal static class RunPlan
{
    public static IEnumerable<PoolOfRun> Of(
        IReadOnlyList<QueueOfRun> queues, IReadOnlyList<OpenPlaces> places, Func<PoolKey, PoolBoard?> line, IReadOnlyDictionary<string, int> vouchersOut, DateOnly day)
    {
        var byTerritory = queues.ToDictionary(q => q.TerritoryCode, StringComparer.Ordinal);
        foreach (var pool in places.GroupBy(p => p.Pool).Select(g => (Key: g.Key, Text: g.Key.ToString(), Places: g.ToList())).OrderBy(p => p.Text, StringComparer.Ordinal))
        {
            var queue = byTerritory[pool.Key.TerritoryCode];
            var vouchers = vouchersOut.TryGetValue(pool.Text, out var count) ? count : 0;
            yield return new(
                queue, AllocationPlan.Of(line(pool.Key) ?? new PoolBoard(pool.Key), queue.Rules, day, pool.Places, vouchers), vouchers);
        }
    }

    public static IEnumerable<RunProposal> Proposals(Guid runId, IEnumerable<PoolOfRun> pools)
    {
        var order = 0;
        foreach (var pool in pools)
        {
            var text = pool.Planned.Pool.ToString();
            foreach (var offer in pool.Planned.Offers)
            {
                yield return new()
                {
                    RunId = runId, Order = order++, TerritoryCode = pool.Queue.TerritoryCode, Pool = text, ApplicationId = offer.Winner.ApplicationId,
                    GroupId = offer.GroupId, InstitutionId = offer.InstitutionId, Rank = offer.Winner.Rank, AppliedAt = offer.Winner.AppliedAt,
                    NextKey = offer.Next?.ToString(), Rules = pool.Queue.Rules.Version,
                };
            }
        }
    }
}
