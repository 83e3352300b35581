using System.Runtime.InteropServices;

namespace Education.Preschool.Queue.Engine;

/// <summary>Where an application stands, or stood, in a line; by default nowhere.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineSpot(bool Stands, int Rank, DateTime AppliedAt)
{
    public static LineSpot Of(Ticket? ticket) => ticket is { State: TicketState.Waiting } ? new(true, ticket.Key.Rank, ticket.Key.AppliedAt) : default;

    public QueueKey KeyOf(Ticket ticket) => new(Rank, AppliedAt, ticket.Id);
}

/// <summary>What one event did to a line.</summary>
/// <param name="Out">Where the application stepped out.</param>
/// <param name="In">Where it stepped in.</param>
/// <param name="GeneralSincePriority">State of the mixing before.</param>
/// <param name="Rules">Number of the rules' version, see <see cref="TerritoryJournal"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineStep(
    long Sequence, Ticket Ticket, MoveKind Kind, LineSpot Out, LineSpot In, int GeneralSincePriority, short Rules)
{
    /// <summary>The last event before the next step: those left out in between moved nobody, under the same rules.</summary>
    public long Until { get; init; } = Sequence;
}

/// <summary>
/// What every event did to one line, kept in memory beside its board: enough to go back from the present event by event. Events that moved
/// nobody, under the same rules as the event before, are left out.
/// </summary>
internal sealed class LineJournal(PoolBoard board)
{
    private readonly List<LineStep> _steps = [];

    public ReadOnlySpan<LineStep> Steps => CollectionsMarshal.AsSpan(_steps);

    /// <summary>Lets the board take the next event and writes down what it did.</summary>
    /// <exception cref="BrokenLog">It cannot follow what was before.</exception>
    public Ticket Apply(QueueEvent entry, short rules)
    {
        var stepsOut = LineSpot.Of(board.Find(entry.ApplicationId));
        var mixing = board.GeneralSincePriority;
        var ticket = board.Apply(entry);
        var stepsIn = LineSpot.Of(ticket);
        if (stepsOut == stepsIn && _steps is [.., var last] && last.Rules == rules)
        {
            _steps[^1] = last with { Until = entry.Sequence };
        }
        else
        {
            _steps.Add(new(entry.Sequence, ticket, MoveKinds.Of(entry, ticket.Key.Class), stepsOut, stepsIn, mixing, rules));
        }

        return ticket;
    }
}
