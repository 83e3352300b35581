using Education.BuildingBlocks.Persistence;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Queue;

/// <summary>
/// The only way to write into the log. Inside <c>db.InTransaction</c>: <see cref="Open"/> first (it takes the territory's end of the log, so
/// that two writers wait for each other), then load what changes, then <see cref="OpenQueue.Append"/>, then save once.
/// </summary>
internal sealed class QueueLog(PreschoolDbContext db, QueueRulesBook rules, IDatabaseEngine engine, TimeProvider time)
{
    public async Task<OpenQueue> Open(string territoryCode, CancellationToken cancellationToken)
    {
        var head = await Take(territoryCode, cancellationToken) ?? await Begin(territoryCode, cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var inForce = await rules.In(territoryCode, LocalTime.DayOf(now), cancellationToken);
        await rules.Keep(inForce, cancellationToken);
        return new OpenQueue(db, head, inForce, now);
    }

    private async Task<QueueHead?> Take(string territoryCode, CancellationToken cancellationToken)
    {
        // The update takes the write lock of the row before anything is read.
        await db.QueueHeads.Where(h => h.TerritoryCode == territoryCode)
            .ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, h => h.Sequence), cancellationToken);
        return await db.QueueHeads.SingleOrDefaultAsync(h => h.TerritoryCode == territoryCode, cancellationToken);
    }

    /// <summary>Two first writers of a territory meet at the unique index: the slower one takes the row of the faster.</summary>
    private async Task<QueueHead> Begin(string territoryCode, CancellationToken cancellationToken)
    {
        var head = new QueueHead(territoryCode);
        db.Add(head);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return head;
        }
        catch (DbUpdateException exception) when (engine.IsUniqueViolation(exception))
        {
            db.Entry(head).State = EntityState.Detached;
            return await Take(territoryCode, cancellationToken) ?? throw new StaleVersion(null);
        }
    }
}

/// <summary>A territory's queue, held until the end of the transaction.</summary>
internal sealed class OpenQueue(PreschoolDbContext db, QueueHead head, QueueRules rules, DateTime now)
{
    /// <summary>In force today.</summary>
    public QueueRules Rules { get; } = rules;

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = now;

    /// <summary>Today in Kazakhstan.</summary>
    public DateOnly Today { get; } = LocalTime.DayOf(now);

    public QueueHead Head { get; } = head;

    /// <summary>Moves the application and writes it down, both with the next save.</summary>
    /// <exception cref="RuleViolation"><c>preschool.application-state</c>: the event cannot follow the application's state.</exception>
    public QueueEvent Append(QueueApplication application, QueueEventKind kind, QueueFact fact)
    {
        var pool = application.PoolKey;
        application.Take(kind, fact, Now);
        var entry = Head.Append(pool, kind, application.Id, fact, Rules.Version, Now);
        db.Add(entry);
        return entry;
    }
}
