namespace Education.Preschool.Queue.Engine;

/// <summary>
/// In which order a line is served: extraordinary first; then, where the regime mixes, one priority application and
/// <c>generalPerPriority</c> general ones in turn; when one of the two runs out the other goes on. Without mixing simply by key.
/// </summary>
internal static class QueueOrder
{
    /// <summary>How many are served before the application with this key, if nothing changes.</summary>
    public static int Ahead(PoolBoard board, QueueKey key, int generalPerPriority) => Ahead(new LineView(board, key), generalPerPriority);

    /// <summary>The same from the numbers of the line alone.</summary>
    public static int Ahead(in LineView line, int generalPerPriority)
    {
        if (generalPerPriority == 0 || line.Class == QueueClass.Extraordinary)
        {
            return line.Before;
        }

        var lead = Lead(line.GeneralSincePriority, generalPerPriority);
        if (line.Class == QueueClass.Priority)
        {
            var priorityBefore = line.Before - line.Extraordinary;
            return line.Before + (int)Math.Min(line.General, lead + ((long)generalPerPriority * priorityBefore));
        }

        var generalBefore = line.Before - line.Extraordinary - line.Priority;
        var due = generalBefore < lead ? 0 : ((generalBefore - lead) / generalPerPriority) + 1;
        return line.Extraordinary + generalBefore + Math.Min(line.Priority, due);
    }

    /// <summary>
    /// Those who wait, in the order in which they would be served, passing over who is not <paramref name="eligible"/> today. Each one given
    /// counts as served for the mixing. Stop reading when the places run out; the next element is then «the next in the line». Who is eligible
    /// may change while one reads (a place is gone): everybody is asked when it is his turn.
    /// </summary>
    public static IEnumerable<Ticket> Served(PoolBoard board, int generalPerPriority, Func<Ticket, bool> eligible)
    {
        IEnumerable<Ticket> Of(int fromRank, int belowRank) => board.Line.From(new(fromRank, DateTime.MinValue, Guid.Empty))
            .TakeWhile(key => key.Rank < belowRank).Select(key => board.Find(key.ApplicationId)!);

        return generalPerPriority == 0
            ? Of(int.MinValue, int.MaxValue).Where(eligible)
            : Of(int.MinValue, QueueRank.Priority).Where(eligible).Concat(Mixed(
                Of(QueueRank.Priority, QueueRank.General), Of(QueueRank.General, int.MaxValue), eligible, Lead(board.GeneralSincePriority, generalPerPriority),
                generalPerPriority));
    }

    /// <summary>General applications to be served before the next priority one: 0 when priority is next.</summary>
    private static int Lead(int generalSincePriority, int generalPerPriority) => Math.Max(0, generalPerPriority - generalSincePriority);

    private static IEnumerable<Ticket> Mixed(IEnumerable<Ticket> priority, IEnumerable<Ticket> general, Func<Ticket, bool> eligible, int lead, int generalPerPriority)
    {
        using var first = priority.GetEnumerator();
        using var second = general.GetEnumerator();
        var (hasFirst, hasSecond) = (first.MoveNext(), second.MoveNext());
        while ((hasFirst = Settle(first, hasFirst, eligible)) | (hasSecond = Settle(second, hasSecond, eligible)))
        {
            if (hasFirst && (lead == 0 || !hasSecond))
            {
                yield return first.Current;
                hasFirst = first.MoveNext();
                lead = generalPerPriority;
            }
            else
            {
                yield return second.Current;
                hasSecond = second.MoveNext();
                lead = Math.Max(0, lead - 1);
            }
        }
    }

    /// <summary>Goes on to the first who is eligible now; false when none is left.</summary>
    private static bool Settle(IEnumerator<Ticket> line, bool has, Func<Ticket, bool> eligible)
    {
        while (has && !eligible(line.Current))
        {
            has = line.MoveNext();
        }

        return has;
    }
}
