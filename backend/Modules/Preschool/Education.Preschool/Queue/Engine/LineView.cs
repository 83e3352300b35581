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
    private int _generalSincePriority = board.GeneralSincePriority;

    public readonly QueueClass Class => _key.Class;

    /// <summary>How many keys are smaller.</summary>
    public int Before { get; private set; } = board.Line.CountBefore(key);

    public int Extraordinary { get; private set; } = board.Waiting(QueueClass.Extraordinary);

    public int Priority { get; private set; } = board.Waiting(QueueClass.Priority);

    public int General { get; private set; } = board.Waiting(QueueClass.General);

    /// <summary>General applications to be served before the next priority one: 0 when priority is next.</summary>
    public readonly int GeneralBeforePriority(int generalPerPriority) => Math.Max(0, generalPerPriority - _generalSincePriority);

    /// <summary>Goes back to before an event.</summary>
    public void Undo(in LineStep step)
    {
        Count(step.In, step.Ticket, -1);
        Count(step.Out, step.Ticket, 1);
        _generalSincePriority = step.GeneralSincePriority;
    }

    private void Count(LineSpot spot, Ticket ticket, int one)
    {
        if (!spot.Stands)
        {
            return;
        }

        Before += spot.IsBefore(_key, ticket) ? one : 0;
        switch (QueueRank.ClassOf(spot.Rank))
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
