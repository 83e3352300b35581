using System.Runtime.InteropServices;

namespace Education.Preschool.Queue.Engine;

/// <summary>
/// The few numbers of a line on which the place of one key depends. Each event changes them by what its <see cref="LineStep"/> says, so they
/// can be taken back event by event from the present line.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct LineView(PoolBoard board, QueueKey key)
{
    private readonly QueueKey _key = key;

    public readonly QueueClass Class => _key.Class;

    /// <summary>How many keys are smaller.</summary>
    public int Before { get; private set; } = board.Line.CountBefore(key);

    public int Extraordinary { get; private set; } = board.Waiting(QueueClass.Extraordinary);

    public int Priority { get; private set; } = board.Waiting(QueueClass.Priority);

    public int General { get; private set; } = board.Waiting(QueueClass.General);

    /// <inheritdoc cref="PoolBoard.GeneralSincePriority"/>
    public int GeneralSincePriority { get; private set; } = board.GeneralSincePriority;

    /// <summary>Goes back to before an event.</summary>
    public void Undo(in LineStep step)
    {
        Count(step.In, step.Ticket, -1);
        Count(step.Out, step.Ticket, 1);
        GeneralSincePriority = step.GeneralSincePriority;
    }

    private void Count(LineSpot spot, Ticket ticket, int one)
    {
        if (!spot.Stands)
        {
            return;
        }

        var other = spot.KeyOf(ticket);
        Before += other.CompareTo(_key) < 0 ? one : 0;
        switch (other.Class)
        {
            case QueueClass.Extraordinary:
                Extraordinary += one;
                break;
            case QueueClass.Priority:
                Priority += one;
                break;
            default:
                General += one;
                break;
        }
    }
}
