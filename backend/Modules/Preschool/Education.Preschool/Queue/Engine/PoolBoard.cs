namespace Education.Preschool.Queue.Engine;

/// <summary>An application as the log tells of it.</summary>
internal sealed class Ticket(Guid id)
{
    public Guid Id { get; } = id;

    public TicketState State { get; internal set; }

    public QueueKey Key { get; internal set; }

    public DateOnly BornOn { get; internal set; }

    public IReadOnlyList<Guid> Wishes { get; internal set; } = [];
}

/// <summary>The log contradicts itself.</summary>
internal sealed class BrokenLog(string reason, long sequence) : Exception(reason)
{
    public string Reason { get; } = reason;

    public long Sequence { get; } = sequence;
}

/// <summary>
/// One line of children, folded from the log: who waits, in which order, and where the mixing of priority and general stands. Nothing else
/// decides a position; replaying the same events gives the same board.
/// </summary>
internal sealed class PoolBoard(PoolKey pool)
{
    private readonly Dictionary<Guid, Ticket> _tickets = [];
    private readonly Dictionary<Guid, RankedSet> _byWish = [];
    private readonly int[] _waiting = new int[3];

    public PoolKey Pool { get; } = pool;

    /// <summary>General applications served since the last priority one; <see cref="int.MaxValue"/>: none was yet.</summary>
    public int GeneralSincePriority { get; private set; } = int.MaxValue;

    /// <summary>Those who wait, by key.</summary>
    public RankedSet Line { get; } = new();

    public IReadOnlyDictionary<Guid, Ticket> Tickets => _tickets;

    /// <summary>How many wait in a line.</summary>
    public int Waiting(QueueClass line) => _waiting[(int)line];

    /// <summary>How many wait for a kindergarten.</summary>
    public int WaitingFor(Guid institutionId) => _byWish.TryGetValue(institutionId, out var line) ? line.Count : 0;

    /// <summary>How many of those who wait for a kindergarten have a smaller key.</summary>
    public int AheadFor(Guid institutionId, QueueKey key) => _byWish.TryGetValue(institutionId, out var line) ? line.CountBefore(key) : 0;

    public Ticket? Find(Guid applicationId) => _tickets.GetValueOrDefault(applicationId);

    /// <summary>
    /// The line as materialised rows tell it, for a run over a whole country, which must not fold the log: who waits, and how many general
    /// applications were served since the last priority one (null: none was yet).
    /// </summary>
    public static PoolBoard Of(PoolKey pool, IEnumerable<Ticket> waiting, int? generalSincePriority)
    {
        var board = new PoolBoard(pool) { GeneralSincePriority = generalSincePriority ?? int.MaxValue };
        foreach (var ticket in waiting)
        {
            board._tickets.Add(ticket.Id, ticket);
            board.StepIn(ticket);
        }

        return board;
    }

    /// <summary>Takes the next event.</summary>
    /// <exception cref="BrokenLog">It cannot follow what was before.</exception>
    public Ticket Apply(QueueEvent entry) => Apply(entry.ApplicationId, entry.Kind, entry.Fact, entry.Sequence);

    /// <summary>Takes an event that no log holds: a draft of a run, a simulation.</summary>
    /// <exception cref="BrokenLog">It cannot follow what was before.</exception>
    public Ticket Apply(Guid applicationId, QueueEventKind kind, QueueFact fact, long sequence = 0)
    {
        var known = _tickets.GetValueOrDefault(applicationId);
        var next = TicketLife.After(known?.State, kind) ?? throw new BrokenLog("step", sequence);
        var ticket = known ?? new Ticket(applicationId);
        if (known is null)
        {
            _tickets.Add(ticket.Id, ticket);
        }
        else if (ticket.State == TicketState.Waiting)
        {
            StepOut(ticket);
        }

        var before = ticket.Key;
        Learn(ticket, fact);
        ticket.State = next;
        if (kind == QueueEventKind.Offered)
        {
            Mix(before.Class);
        }

        if (next == TicketState.Waiting)
        {
            StepIn(ticket);
        }

        return ticket;
    }

    /// <summary>Those who wait and the state of the mixing, to try things out on: what the copy takes does not reach this board.</summary>
    public PoolBoard CopyOfLine() => Of(
        Pool,
        _tickets.Values.Where(t => t.State == TicketState.Waiting)
            .Select(t => new Ticket(t.Id) { State = t.State, Key = t.Key, BornOn = t.BornOn, Wishes = t.Wishes }),
        GeneralSincePriority);

    private static void Learn(Ticket ticket, QueueFact fact)
    {
        ticket.Key = new(fact.Rank ?? ticket.Key.Rank, fact.AppliedAt ?? ticket.Key.AppliedAt, ticket.Id);
        ticket.BornOn = fact.BornOn ?? ticket.BornOn;
        ticket.Wishes = fact.Wishes ?? ticket.Wishes;
    }

    private void Mix(QueueClass served)
    {
        GeneralSincePriority = served switch
        {
            QueueClass.Priority => 0,
            QueueClass.General when GeneralSincePriority < int.MaxValue => GeneralSincePriority + 1,
            _ => GeneralSincePriority,
        };
    }

    private void StepIn(Ticket ticket)
    {
        Line.Add(ticket.Key);
        _waiting[(int)ticket.Key.Class]++;
        foreach (var wish in ticket.Wishes)
        {
            if (!_byWish.TryGetValue(wish, out var line))
            {
                _byWish.Add(wish, line = new());
            }

            line.Add(ticket.Key);
        }
    }

    private void StepOut(Ticket ticket)
    {
        Line.Remove(ticket.Key);
        _waiting[(int)ticket.Key.Class]--;
        foreach (var wish in ticket.Wishes)
        {
            _byWish[wish].Remove(ticket.Key);
        }
    }
}
