using Education.Preschool.Allocation.Offers;
using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Runs;

/// <summary>A queue held for publication.</summary>
/// <param name="Until">Last day to answer.</param>
internal sealed record HeldQueue(QueueHead Head, QueueRules Rules, DateOnly Until);

/// <summary>The steps of a publication, each by sets: one statement for all places, one for all applications, rows written in bulk.</summary>
internal sealed class RunPublication(PreschoolDbContext db, RunInput input, QueueRulesBook book, IWorkCalendar calendar)
{
    private const int Portion = 20_000;

    /// <summary>Takes the ends of the logs and the places.</summary>
    /// <exception cref="StaleRun">Something moved since the draft.</exception>
    public async Task<IReadOnlyDictionary<string, HeldQueue>> Hold(AllocationRun run, DateOnly today, CancellationToken cancellationToken)
    {
        var drafted = await db.Scoped<RunQueue>().AsNoTracking().Where(q => q.RunId == run.Id)
            .ToDictionaryAsync(q => q.TerritoryCode, StringComparer.Ordinal, cancellationToken);
        var codes = db.Scoped<RunQueue>().Where(q => q.RunId == run.Id).Select(q => q.TerritoryCode);
        var mine = db.Scoped<QueueHead>().Where(h => codes.Contains(h.TerritoryCode));

        // Write locks before anything is read: two publications, or one and a registration, wait for each other.
        await mine.ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, h => h.Sequence), cancellationToken);
        var heads = await mine.ToListAsync(cancellationToken);
        if (heads.Count != drafted.Count || heads.Exists(h => h.Sequence != drafted[h.TerritoryCode].Sequence))
        {
            throw new StaleRun();
        }

        await HoldPlaces(run.Id, cancellationToken);
        await ExpectVouchers(run, drafted.Keys, cancellationToken);
        return await Terms(heads, drafted, today, cancellationToken);
    }

    /// <summary>Moves the applications as the log will tell it.</summary>
    public async Task Move(AllocationRun run, IReadOnlyDictionary<string, HeldQueue> queues, DateTime now, CancellationToken cancellationToken)
    {
        var moved = 0;
        foreach (var term in queues.Values.GroupBy(q => q.Until))
        {
            List<string> codes = [.. term.Select(q => q.Head.TerritoryCode)];
            var winners = Proposals(run.Id).Where(p => codes.Contains(p.TerritoryCode)).Select(p => p.ApplicationId);
            moved += await db.Scoped<QueueApplication>().Where(a => winners.Contains(a.Id) && a.State == TicketState.Waiting).ExecuteUpdateAsync(
                set => set.SetProperty(a => a.State, TicketState.Offered).SetProperty(a => a.StateSince, now).SetProperty(a => a.StateUntil, (DateOnly?)term.Key)
                    .SetProperty(a => a.Version, a => a.Version + 1).SetProperty(a => a.ModifiedAt, now),
                cancellationToken);
        }

        if (moved != run.Proposed)
        {
            throw new StaleRun();
        }
    }

    /// <summary>Writes events and offers in portions: the log of a country does not have to fit into memory.</summary>
    public async Task Write(
        AllocationRun run, IReadOnlyDictionary<string, HeldQueue> queues, DateTime now, Action<int> report, CancellationToken cancellationToken)
    {
        for (var from = 0; from < run.Proposed; from += Portion)
        {
            var portion = await Proposals(run.Id).AsNoTracking().Where(p => p.Order >= from && p.Order < from + Portion).OrderBy(p => p.Order)
                .ToListAsync(cancellationToken);
            var (events, offers) = (new List<QueueEvent>(portion.Count), new List<Offer>(portion.Count));
            foreach (var proposal in portion)
            {
                var queue = queues[proposal.TerritoryCode];
                var pool = PoolKey.Parse(proposal.Pool);
                var offer = new Offer(pool, new(proposal.Rank, proposal.AppliedAt, proposal.ApplicationId), proposal.Rules, OfferWay.Run)
                {
                    RunId = run.Id, NextKey = proposal.NextKey,
                };
                var fact = new QueueFact { OfferId = offer.Id, GroupId = proposal.GroupId, Until = queue.Until, NextKey = proposal.NextKey };
                var entry = queue.Head.Append(pool, QueueEventKind.Offered, proposal.ApplicationId, fact, proposal.Rules, now);
                events.Add(entry);
                offers.Add(offer.At(proposal.GroupId, proposal.InstitutionId).Logged(entry.Sequence, queue.Until));
            }

            await db.BulkInsert(events.ToAsyncEnumerable(), run.Id, cancellationToken);
            await db.BulkInsert(offers.ToAsyncEnumerable(), run.Id, cancellationToken);
            report((int)(100L * Math.Min(from + Portion, run.Proposed) / run.Proposed));
        }
    }

    private IQueryable<RunProposal> Proposals(Guid runId) => db.Scoped<RunProposal>().Where(p => p.RunId == runId);

    private async Task HoldPlaces(Guid runId, CancellationToken cancellationToken)
    {
        var placed = Proposals(runId).Where(p => p.GroupId != null);
        var groups = await placed.Select(p => p.GroupId).Distinct().CountAsync(cancellationToken);
        var held = groups == 0 ? 0 : await db.Scoped<Group>()
            .Where(g => placed.Select(p => p.GroupId!.Value).Contains(g.Id) && g.Open - g.OpenToAll >= placed.Count(p => p.GroupId == g.Id))
            .ExecuteUpdateAsync(
                set => set.SetProperty(g => g.Open, g => g.Open - placed.Count(p => p.GroupId == g.Id))
                    .SetProperty(g => g.Held, g => g.Held + placed.Count(p => p.GroupId == g.Id)).SetProperty(g => g.Version, g => g.Version + 1),
                cancellationToken);
        if (held != groups)
        {
            throw new StaleRun();
        }
    }

    /// <summary>A voucher holds no place of a certain group; as many places as vouchers without a kindergarten must be open.</summary>
    private async Task ExpectVouchers(AllocationRun run, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var wanted = await Proposals(run.Id).Where(p => p.GroupId == null).GroupBy(p => p.Pool).Select(g => new { Pool = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        if (wanted.Count == 0)
        {
            return;
        }

        var outstanding = await input.VouchersOut(codes, cancellationToken);
        var open = (await input.Places(run.TerritoryCode, codes, cancellationToken)).GroupBy(p => p.Pool.ToString(), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(p => p.Count), StringComparer.Ordinal);
        if (wanted.Exists(w => open.GetValueOrDefault(w.Pool) - outstanding.GetValueOrDefault(w.Pool) < w.Count))
        {
            throw new StaleRun();
        }
    }

    private async Task<IReadOnlyDictionary<string, HeldQueue>> Terms(
        List<QueueHead> heads, Dictionary<string, RunQueue> drafted, DateOnly today, CancellationToken cancellationToken)
    {
        var (terms, queues) = (new Dictionary<int, DateOnly>(), new Dictionary<string, HeldQueue>(StringComparer.Ordinal));
        foreach (var head in heads)
        {
            var rules = await book.In(head.TerritoryCode, today, cancellationToken);
            if (rules.Version != drafted[head.TerritoryCode].Rules)
            {
                throw new StaleRun();
            }

            if (!terms.TryGetValue(rules.ConfirmDays, out var until))
            {
                terms.Add(rules.ConfirmDays, until = await calendar.AddWorkingDays(today, rules.ConfirmDays, cancellationToken));
            }

            queues.Add(head.TerritoryCode, new(head, rules, until));
        }

        return queues;
    }
}
