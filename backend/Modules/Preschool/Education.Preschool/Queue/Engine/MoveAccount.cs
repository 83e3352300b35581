using System.Runtime.InteropServices;

namespace Education.Preschool.Queue.Engine;

/// <summary>Why a position moved: how many events of a cause, and by how many places they moved it (negative: nearer to the front).</summary>
internal sealed record MoveCause(string Code, int Count, int Change);

/// <summary>From when moves of an application are told, and how its line was mixed as it was known then.</summary>
/// <param name="Sequence">Events up to this one count as known; from the next one on moves are told.</param>
/// <param name="Ratio">General applications per priority one; null: by the rules of the last event known.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KnownSince(long Sequence, int? Ratio);

/// <summary>
/// The move of one application written down to the cause of each event. Every event is credited with exactly the difference it made, and so is
/// a change of rules: the causes add up to the whole change, whatever happened.
/// </summary>
/// <param name="Then">How many stood before where the account begins.</param>
/// <param name="From">Event at which it begins: the one asked for, or the later one by which the application (again) came into the line.</param>
internal sealed record MoveAccount(int Then, long From, IReadOnlyList<MoveCause> Causes)
{
    /// <summary>Of an application that waits: back from the present line, over no more events than the account is about.</summary>
    /// <param name="ratios">Mixing by the number of the rules' version.</param>
    /// <param name="ratio">Mixing by which the position is read now.</param>
    public static MoveAccount Of(PoolBoard board, ReadOnlySpan<LineStep> steps, Ticket me, KnownSince since, ReadOnlySpan<int> ratios, int ratio)
    {
        var credits = new MoveCredits(me);
        var line = new LineView(board, me.Key);
        var ahead = QueueOrder.Ahead(line, ratio);
        var last = steps.Length - 1;
        for (; last >= 0 && steps[last].Sequence > since.Sequence; last--)
        {
            ref readonly var step = ref steps[last];
            Turn(ratios[step.Rules]);
            if (step.Ticket == me && !step.Out.Stands)
            {
                return new(ahead, step.Sequence, credits.Causes());
            }

            if (step.Ticket == me && step.Out != step.In)
            {
                // With another key of its own it stood elsewhere: counted anew from the present, which is rare.
                line = Before(board, steps[last..], step.Out.KeyOf(me));
            }
            else
            {
                line.Undo(step);
            }

            var after = ahead;
            ahead = QueueOrder.Ahead(line, ratio);
            credits.Add(step, after - ahead);
        }

        var known = last < 0 ? 0 : ratios[steps[last].Rules];
        if (last >= 0 && steps[last].Until > since.Sequence)
        {
            Turn(known);
        }

        Turn(since.Ratio ?? known);
        return new(ahead, since.Sequence, credits.Causes());

        // The mixing was another one before: whatever that moved is nobody's doing but the rules'.
        void Turn(int before)
        {
            if (before != ratio)
            {
                var after = ahead;
                ratio = before;
                ahead = QueueOrder.Ahead(line, ratio);
                credits.Add(MoveKind.Rules, after - ahead);
            }
        }
    }

    private static LineView Before(PoolBoard board, ReadOnlySpan<LineStep> steps, QueueKey key)
    {
        var line = new LineView(board, key);
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            line.Undo(steps[i]);
        }

        return line;
    }
}

/// <summary>Adds up what moved one application.</summary>
internal sealed class MoveCredits(Ticket me)
{
    private static readonly int Kinds = Enum.GetValues<MoveKind>().Length;

    /// <summary>By kind; after them those of its own doing.</summary>
    private readonly (int Count, int Change)[] _sums = new (int, int)[2 * Kinds];

    /// <summary>A place given to an application and given back and given again is one cause.</summary>
    private readonly Dictionary<Ticket, int> _places = [];

    public void Add(in LineStep step, int change)
    {
        if (change == 0)
        {
            return;
        }

        if (step.Kind == MoveKind.Offered)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_places, step.Ticket, out _) += change;
        }
        else
        {
            Add((int)step.Kind + (step.Ticket == me ? Kinds : 0), change);
        }
    }

    public void Add(MoveKind kind, int change)
    {
        if (change != 0)
        {
            Add((int)kind, change);
        }
    }

    /// <summary>Greatest first. Whether a contract followed a place is told by how the application stands now.</summary>
    public IReadOnlyList<MoveCause> Causes()
    {
        foreach (var (ticket, change) in _places)
        {
            Add((int)(ticket.State == TicketState.Enrolled ? MoveKind.Contract : MoveKind.Offered), change);
        }

        return
        [
            .. _sums.Select((sum, kind) => (sum.Count, sum.Change, Kind: kind)).Where(s => s.Count > 0)
                .Select(s => new MoveCause(((MoveKind)(s.Kind % Kinds)).Code(isOwn: s.Kind >= Kinds), s.Count, s.Change))
                .OrderByDescending(c => Math.Abs(c.Change)).ThenBy(c => c.Code, StringComparer.Ordinal),
        ];
    }

    private void Add(int place, int change) => _sums[place] = (_sums[place].Count + 1, _sums[place].Change + change);
}
