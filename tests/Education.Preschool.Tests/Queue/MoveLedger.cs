using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;

namespace Education.Preschool.Tests.Queue;

/// <summary>
/// The plain way to what <see cref="MoveAccount"/> finds by going back: folds one pool's log from its beginning and writes the move of one
/// application down to the cause of each event.
/// </summary>
/// <param name="since">Events up to this one count as known; from the next one on moves are told.</param>
/// <param name="ratioThen">Mixing by which the position was known then; null: by the rules of the events.</param>
internal sealed class MoveLedger(PoolKey pool, Guid application, long since, int? ratioThen)
{
    private readonly long _since = since;
    private readonly PoolBoard _board = new(pool);
    private readonly Dictionary<string, (int Count, int Change)> _moves = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _places = [];
    private bool _counting;
    private int _ratio;

    /// <summary>How many stood before where the account begins; null while it has not begun.</summary>
    public int? Then { get; private set; }

    /// <summary>How many stand before now; null when the application does not stand in the line.</summary>
    public int? Now => Ahead();

    /// <summary>Event at which the account begins: the one asked for, or the later one by which the application (again) came into the line.</summary>
    public long From { get; private set; } = since;

    /// <summary>Takes the next event of the pool and the mixing in force at it.</summary>
    public void Apply(QueueEvent entry, int ratio)
    {
        if (entry.Sequence <= _since)
        {
            _board.Apply(entry);
            _ratio = ratio;
            return;
        }

        Begin();
        Turn(ratio);
        var before = Ahead();
        var line = _board.Find(entry.ApplicationId) is { State: TicketState.Waiting } there ? there.Key.Class : (QueueClass?)null;
        var ticket = _board.Apply(entry);
        var after = Ahead();
        if (before is null || after is null)
        {
            Restart(after, entry.Sequence);
        }
        else if (after != before)
        {
            Credit(entry, line ?? ticket.Key.Class, after.Value - before.Value);
        }
    }

    /// <summary>Ends the account under the rules of the day on which it is read.</summary>
    public IReadOnlyList<MoveCause> Close(int ratio)
    {
        Begin();
        Turn(ratio);
        foreach (var (id, change) in _places)
        {
            Add(_board.Find(id)!.State == TicketState.Enrolled ? "contract" : "offered", change);
        }

        _places.Clear();
        return [.. _moves.Select(m => new MoveCause(m.Key, m.Value.Count, m.Value.Change)).OrderByDescending(m => Math.Abs(m.Change)).ThenBy(m => m.Code, StringComparer.Ordinal)];
    }

    private int? Ahead() => _board.Find(application) is { State: TicketState.Waiting } ticket ? QueueOrder.Ahead(_board, ticket.Key, _ratio) : null;

    private void Begin()
    {
        if (!_counting)
        {
            _ratio = ratioThen ?? _ratio;
            Then = Ahead();
            _counting = true;
        }
    }

    /// <summary>The mixing changed: whatever that moves is nobody's doing but the rules'.</summary>
    private void Turn(int ratio)
    {
        if (ratio == _ratio)
        {
            return;
        }

        var before = Ahead();
        _ratio = ratio;
        if (before is { } old && Ahead() is { } now && now != old)
        {
            Add("rules", now - old);
        }
    }

    private void Restart(int? ahead, long sequence)
    {
        if (ahead is null && Then is null)
        {
            return;
        }

        _moves.Clear();
        _places.Clear();
        (Then, From) = (ahead, sequence);
    }

    private void Credit(QueueEvent entry, QueueClass line, int change)
    {
        if (entry.Kind is QueueEventKind.Offered or QueueEventKind.Claimed)
        {
            // Whether a contract followed is only known at the end.
            _places[entry.ApplicationId] = _places.GetValueOrDefault(entry.ApplicationId) + change;
            return;
        }

        Add(entry.ApplicationId == application ? "own-" + Kind(entry, line) : Kind(entry, line), change);
    }

    private void Add(string code, int change)
    {
        var (count, sum) = _moves.GetValueOrDefault(code);
        _moves[code] = (count + 1, sum + change);
    }

    private static string Kind(QueueEvent entry, QueueClass line) => entry.Kind switch
    {
        QueueEventKind.Registered when entry.Fact.Reason == "paper" => "paper",
        QueueEventKind.Registered => "entered-" + line.ToString().ToLowerInvariant(),
        QueueEventKind.Entered => "moved-in",
        QueueEventKind.Left => "moved-out",
        QueueEventKind.BenefitGranted => "benefit-granted",
        QueueEventKind.BenefitEnded => "benefit-ended",
        QueueEventKind.Returned or QueueEventKind.Restored => "returned",
        QueueEventKind.OfferedManually => "offered-manually",
        QueueEventKind.Inactivated => "inactivated",
        QueueEventKind.Withdrawn => "withdrawn",
        QueueEventKind.Removed => "removed",
        _ => "refreshed",
    };
}
