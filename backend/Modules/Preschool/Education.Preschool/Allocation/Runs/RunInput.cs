using Education.BuildingBlocks.Persistence;
using Education.Preschool.Allocation.Engine;
using Education.Preschool.Allocation.Offers;
using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Runs;

/// <summary>A queue that takes part in a run.</summary>
internal sealed record QueueOfRun(string TerritoryCode, long Sequence, QueueRules Rules);

/// <summary>Reads what a run decides by. The lines come from the materialised applications, not from the log: a country must fit.</summary>
internal sealed class RunInput(PreschoolDbContext db, QueueRulesBook rules)
{
    /// <summary>Every queue at or below a territory.</summary>
    public async Task<IReadOnlyList<QueueOfRun>> Queues(string root, DateOnly day, CancellationToken cancellationToken)
    {
        var heads = await db.Scoped<QueueHead>().AsNoTracking().Where(h => Below(root).Contains(h.TerritoryCode)).OrderBy(h => h.TerritoryCode)
            .Select(h => new { h.TerritoryCode, h.Sequence }).ToListAsync(cancellationToken);
        var found = new List<QueueOfRun>(heads.Count);
        foreach (var head in heads)
        {
            found.Add(new(head.TerritoryCode, head.Sequence, await rules.In(head.TerritoryCode, day, cancellationToken)));
        }

        return found;
    }

    /// <summary>
    /// Open places below a territory, each for the queue that is nearest above its kindergarten; places where no queue stands above within
    /// <paramref name="root"/> take no part. What is open to everybody is not given again.
    /// </summary>
    public async Task<IReadOnlyList<OpenPlaces>> Places(string root, IReadOnlyCollection<string> queues, CancellationToken cancellationToken)
    {
        var above = await db.Set<TerritoryClosure>().Where(c => queues.Contains(c.AncestorCode))
            .Select(c => new { c.AncestorCode, c.DescendantCode, c.Depth }).ToListAsync(cancellationToken);
        var queueOf = above.GroupBy(c => c.DescendantCode, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MinBy(c => c.Depth)!.AncestorCode, StringComparer.Ordinal);
        var groups = await (
            from g in db.Scoped<Group>().AsNoTracking()
            join i in db.Scoped<InstitutionRef>() on g.InstitutionId equals i.Id
            where g.Open > g.OpenToAll && Below(root).Contains(i.TerritoryCode)
            select new { g.Id, g.InstitutionId, i.TerritoryCode, g.BirthYear, g.Language, g.Profile, Count = g.Open - g.OpenToAll })
            .ToListAsync(cancellationToken);
        return InOrder(groups.Where(g => queueOf.ContainsKey(g.TerritoryCode))
            .Select(g => new OpenPlaces(g.Id, g.InstitutionId, new(queueOf[g.TerritoryCode], g.BirthYear, g.Language, g.Profile), g.Count)));
    }

    /// <summary>The stable order of places in a plan.</summary>
    public static IReadOnlyList<OpenPlaces> InOrder(IEnumerable<OpenPlaces> places) => [.. places.OrderBy(p => p.InstitutionId).ThenBy(p => p.GroupId)];

    /// <summary>Vouchers of the pools that have no kindergarten yet: each counts as one of the open places.</summary>
    public async Task<IReadOnlyDictionary<string, int>> VouchersOut(IReadOnlyCollection<string> queues, CancellationToken cancellationToken) =>
        await db.Scoped<Offer>()
            .Where(o => queues.Contains(o.TerritoryCode) && o.GroupId == null
                && (o.State == OfferState.Offered || o.State == OfferState.Confirmed || o.State == OfferState.Waitlisted))
            .GroupBy(o => o.Pool).Select(g => new { Pool = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Pool, g => g.Count, cancellationToken);

    /// <summary>The lines of the pools that <paramref name="runId"/> has places for.</summary>
    public async Task<IReadOnlyDictionary<PoolKey, PoolBoard>> Lines(Guid runId, bool withWishes, bool mixed, CancellationToken cancellationToken)
    {
        var pools = db.Scoped<RunPlaces>().Where(p => p.RunId == runId).Select(p => p.Pool);
        var waiting = db.Scoped<QueueApplication>().AsNoTracking().Where(a => a.State == TicketState.Waiting && pools.Contains(a.Pool));
        var wishes = withWishes ? await Wishes(waiting, cancellationToken) : [];
        var tickets = new Dictionary<string, List<Ticket>>(StringComparer.Ordinal);
        var rows = waiting.Select(a => new { a.Id, a.Pool, a.Rank, a.AppliedAt, a.BornOn });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            (tickets.TryGetValue(row.Pool, out var line) ? line : tickets[row.Pool] = []).Add(new(row.Id)
            {
                State = TicketState.Waiting, Key = new(row.Rank, row.AppliedAt, row.Id), BornOn = row.BornOn,
                Wishes = wishes.TryGetValue(row.Id, out var wished) ? wished : [],
            });
        }

        var since = mixed ? await GeneralSincePriority(pools, cancellationToken) : new Dictionary<string, int>(StringComparer.Ordinal);
        return tickets.ToDictionary(
            t => PoolKey.Parse(t.Key), t => PoolBoard.Of(PoolKey.Parse(t.Key), t.Value, since.TryGetValue(t.Key, out var count) ? count : null));
    }

    private async Task<Dictionary<Guid, List<Guid>>> Wishes(IQueryable<QueueApplication> waiting, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, List<Guid>>();
        var rows = from w in db.Set<QueueWish>().AsNoTracking()
                   join a in waiting on w.ApplicationId equals a.Id
                   orderby w.ApplicationId, w.Order
                   select new { w.ApplicationId, w.InstitutionId };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            (found.TryGetValue(row.ApplicationId, out var wished) ? wished : found[row.ApplicationId] = new(4)).Add(row.InstitutionId);
        }

        return found;
    }

    /// <summary>Where the mixing of each pool stands: only runs move it, and every offer of a run is kept with its event's place in the log.</summary>
    private async Task<Dictionary<string, int>> GeneralSincePriority(IQueryable<string> pools, CancellationToken cancellationToken)
    {
        var offers = db.Scoped<Offer>().Where(o => o.Way == OfferWay.Run && pools.Contains(o.Pool));
        return await offers.Where(o => o.Rank >= QueueRank.Priority && o.Rank < QueueRank.General)
            .GroupBy(o => o.Pool).Select(g => new { Pool = g.Key, Last = g.Max(o => o.Sequence) })
            .Select(l => new { l.Pool, Count = offers.Count(o => o.Pool == l.Pool && o.Rank >= QueueRank.General && o.Sequence > l.Last) })
            .ToDictionaryAsync(l => l.Pool, l => l.Count, StringComparer.Ordinal, cancellationToken);
    }

    private IQueryable<string> Below(string root) => db.Set<TerritoryClosure>().Where(c => c.AncestorCode == root).Select(c => c.DescendantCode);
}
