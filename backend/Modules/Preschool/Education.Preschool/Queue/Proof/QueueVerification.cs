using Education.BuildingBlocks;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Queue;

/// <summary>Something in the log, or between the log and the applications, that does not agree.</summary>
/// <param name="Sequence">Event; null when it is not about one.</param>
/// <param name="Number">Application; null when it is not about one.</param>
internal sealed record QueueFault(string Code, long? Sequence, string? Number);

/// <summary>What was recomputed of a territory's queue.</summary>
internal sealed record QueueProof(string TerritoryCode, long Events, int Applications, string Head, IReadOnlyList<QueueFault> Faults);

/// <summary>
/// Recomputes a queue from its log: the chain of hashes, gaps, the table of states, the published roots, then every application's pool,
/// state, rank, time and wishes. A flipped byte in any event breaks the chain at it.
/// </summary>
internal sealed class QueueVerification(PreschoolDbContext db, QueueRulesBook book, Texts texts)
{
    private const int MostFaults = 50;

    public async Task<IReadOnlyList<string>> Verify(CancellationToken cancellationToken)
    {
        var territories = await db.QueueHeads.Select(h => h.TerritoryCode).Union(db.QueueEvents.Select(e => e.TerritoryCode)).Distinct()
            .OrderBy(t => t).ToListAsync(cancellationToken);
        var faults = new List<string>();
        foreach (var territory in territories)
        {
            var proof = await Prove(territory, cancellationToken);
            faults.AddRange(proof.Faults.Select(f => $"{territory}: {texts.Get("preschool.fault." + f.Code, Language.En)} {f.Sequence} {f.Number}".TrimEnd()));
        }

        return faults;
    }

    public async Task<QueueProof> Prove(string territory, CancellationToken cancellationToken)
    {
        var faults = new List<QueueFault>();
        var board = new TerritoryBoard(territory);
        var head = await Fold(board, faults, cancellationToken);
        var applications = faults.Count > 0 ? 0 : await Compare(board, faults, cancellationToken);
        return new(territory, board.Sequence, applications, head, [.. faults.Take(MostFaults)]);
    }

    private async Task<string> Fold(TerritoryBoard board, List<QueueFault> faults, CancellationToken cancellationToken)
    {
        var territory = board.TerritoryCode;
        var head = await db.QueueHeads.AsNoTracking().SingleOrDefaultAsync(h => h.TerritoryCode == territory, cancellationToken);
        var roots = (await db.QueueRoots.Where(r => r.TerritoryCode == territory).ToListAsync(cancellationToken)).ToLookup(r => r.Sequence);
        var versions = await book.Versions(cancellationToken);
        var (previous, at) = ("", DateTime.MinValue);
        try
        {
            await foreach (var entry in db.QueueEvents.AsNoTracking().Where(e => e.TerritoryCode == territory).OrderBy(e => e.Sequence)
                .AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (entry.Sequence != board.Sequence + 1 || entry.ComputeHash(previous) != entry.Hash)
                {
                    faults.Add(new(entry.Sequence != board.Sequence + 1 ? "gap" : "hash", board.Sequence + 1, null));
                    return entry.Hash;
                }

                board.Apply(entry);
                (previous, at) = Step(entry, at, versions, roots, faults);
            }
        }
        catch (BrokenLog broken)
        {
            faults.Add(new("step", broken.Sequence, null));
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or InvalidOperationException or InvalidCastException or System.Text.Json.JsonException)
        {
            // A byte of a date, an id or a kind was changed so that it is none any more.
            faults.Add(new("unreadable", board.Sequence + 1, null));
        }

        if (faults.Count == 0 && (head?.Sequence ?? 0) != board.Sequence | (head?.Hash ?? "") != previous)
        {
            faults.Add(new("end", board.Sequence + 1, null));
        }

        return previous;
    }

    private static (string Hash, DateTime At) Step(
        QueueEvent entry, DateTime at, IReadOnlyDictionary<string, QueueRules> versions, ILookup<long, QueueRoot> roots, List<QueueFault> faults)
    {
        if (entry.At < at)
        {
            faults.Add(new("time", entry.Sequence, null));
        }

        if (!versions.TryGetValue(entry.Rules, out var rules) || rules.Version != entry.Rules)
        {
            faults.Add(new("rules", entry.Sequence, null));
        }

        if (roots[entry.Sequence].Any(r => r.Hash != entry.Hash))
        {
            faults.Add(new("root", entry.Sequence, null));
        }

        return (entry.Hash, entry.At);
    }

    private async Task<int> Compare(TerritoryBoard board, List<QueueFault> faults, CancellationToken cancellationToken)
    {
        var count = 0;
        var missing = board.Pools.Values.SelectMany(p => p.Tickets.Values).Where(t => t.State != TicketState.Elsewhere).Select(t => t.Id).ToHashSet();
        await foreach (var application in db.ApplicationsToVerify(board.TerritoryCode).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            count++;
            missing.Remove(application.Id);
            var pool = board.PoolOf(application.Id);
            if (pool?.Find(application.Id) is not { } ticket || pool.Pool != application.PoolKey || application.Pool != pool.Pool.ToString()
                || ticket.State != application.State || ticket.Key != application.Key || ticket.BornOn != application.BornOn
                || !ticket.Wishes.SequenceEqual(application.Wishes.OrderBy(w => w.Order).Select(w => w.InstitutionId)))
            {
                faults.Add(new("application", null, application.Number));
            }
        }

        faults.AddRange(missing.Select(_ => new QueueFault("missing", null, null)));
        return count;
    }
}
