using System.Runtime.InteropServices;

namespace Education.Preschool.Queue.Engine;

/// <summary>Орын / позиция: how many stand before, 0 for the first, and out of how many.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Standing(int Ahead, int Of);

/// <summary>Where an application stands in its territory.</summary>
/// <param name="InPool">Among those who want the same year, language and profile: the order in which places are really given.</param>
/// <param name="InYear">Among all of the same year of birth in the territory, by key.</param>
/// <param name="InTerritory">Among all who wait in the territory, by key.</param>
/// <param name="ByWish">Among those of the pool who wish the same kindergarten.</param>
internal sealed record QueuePosition(Standing InPool, Standing InYear, Standing InTerritory, IReadOnlyDictionary<Guid, Standing> ByWish);

/// <summary>All lines of one territory up to an event of its log. Not thread-safe.</summary>
/// <param name="journal">Kept beside the lines where moves are asked for.</param>
internal sealed class TerritoryBoard(string territoryCode, TerritoryJournal? journal = null)
{
    private readonly Dictionary<PoolKey, PoolBoard> _pools = [];
    private readonly Dictionary<string, PoolKey> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, PoolBoard> _poolOf = [];

    public string TerritoryCode { get; } = territoryCode;

    /// <summary>Last event taken.</summary>
    public long Sequence { get; private set; }

    public IReadOnlyDictionary<PoolKey, PoolBoard> Pools => _pools;

    /// <summary>Takes the next event of the territory.</summary>
    /// <exception cref="BrokenLog">A gap, a foreign territory, or an event that cannot follow.</exception>
    public Ticket Apply(QueueEvent entry)
    {
        if (entry.Sequence != Sequence + 1 || entry.TerritoryCode != TerritoryCode)
        {
            throw new BrokenLog("gap", entry.Sequence);
        }

        var board = PoolOf(entry.Pool);
        var ticket = journal is null ? board.Apply(entry) : journal.Apply(board, entry);
        _poolOf[entry.ApplicationId] = board;
        Sequence = entry.Sequence;
        return ticket;
    }

    /// <summary>The pool an application was last in.</summary>
    public PoolBoard? PoolOf(Guid applicationId) => _poolOf.GetValueOrDefault(applicationId);

    /// <summary>The position, or null when the application does not stand in a line.</summary>
    public QueuePosition? PositionOf(Guid applicationId, int generalPerPriority)
    {
        if (PoolOf(applicationId) is not { } pool || pool.Find(applicationId) is not { State: TicketState.Waiting } ticket)
        {
            return null;
        }

        var sameYear = _pools.Values.Where(p => p.Pool.BirthYear == pool.Pool.BirthYear);
        return new(
            new(QueueOrder.Ahead(pool, ticket.Key, generalPerPriority), pool.Line.Count),
            Sum(sameYear, ticket.Key),
            Sum(_pools.Values, ticket.Key),
            ticket.Wishes.ToDictionary(w => w, w => new Standing(pool.AheadFor(w, ticket.Key), pool.WaitingFor(w))));
    }

    /// <summary>Why the application moved, or null when it does not stand in a line.</summary>
    /// <param name="generalPerPriority">Mixing by which the position is read.</param>
    /// <exception cref="InvalidOperationException">No journal is kept beside this board.</exception>
    public MoveAccount? AccountOf(Guid applicationId, KnownSince since, int generalPerPriority)
    {
        var kept = journal ?? throw new InvalidOperationException("Moves are not kept beside this board.");
        return PoolOf(applicationId) is { } pool && pool.Find(applicationId) is { State: TicketState.Waiting } ticket
            ? kept.Account(pool, ticket, since, generalPerPriority)
            : null;
    }

    private static Standing Sum(IEnumerable<PoolBoard> pools, QueueKey key)
    {
        var (ahead, of) = (0, 0);
        foreach (var pool in pools)
        {
            ahead += pool.Line.CountBefore(key);
            of += pool.Line.Count;
        }

        return new(ahead, of);
    }

    private PoolBoard PoolOf(string text)
    {
        if (!_keys.TryGetValue(text, out var key))
        {
            _keys.Add(text, key = PoolKey.Parse(text));
        }

        if (!_pools.TryGetValue(key, out var board))
        {
            _pools.Add(key, board = new PoolBoard(key));
        }

        return board;
    }
}
