using Education.Preschool.Queue.Engine;
using FsCheck;
using FsCheck.Fluent;

namespace Education.Preschool.Tests.Queue;

internal sealed class QueueOrderTests
{
    private const int Ratio = 3;

    [Test]
    public void One_priority_application_then_three_general_ones_and_extraordinary_before_both()
    {
        var story = new Story();
        var general = Enumerable.Range(0, 5).Select(_ => story.Registers()).ToList();
        var priority = Enumerable.Range(0, 2).Select(_ => story.Registers(QueueRank.Priority)).ToList();
        var first = story.Registers(QueueRank.Extraordinary);
        Assert.That(
            QueueOrder.Served(story.Line, Ratio, _ => true).Select(t => t.Id),
            Is.EqualTo(new[] { first, priority[0], general[0], general[1], general[2], priority[1], general[3], general[4] }));
    }

    [Test]
    public void The_mixing_goes_on_where_the_last_run_stopped()
    {
        var story = new Story();
        var general = Enumerable.Range(0, 4).Select(_ => story.Registers()).ToList();
        var priority = Enumerable.Range(0, 2).Select(_ => story.Registers(QueueRank.Priority)).ToList();
        story.Happens(QueueEventKind.Offered, priority[0]);
        story.Happens(QueueEventKind.Offered, general[0]);
        Assert.That(
            QueueOrder.Served(story.Line, Ratio, _ => true).Select(t => t.Id), Is.EqualTo(new[] { general[1], general[2], priority[1], general[3] }));
    }

    [Test]
    public void Without_mixing_the_category_goes_first_and_the_time_decides_inside()
    {
        var story = new Story();
        var (youngest, general, priority) = (story.Registers(QueueRank.Youngest), story.Registers(), story.Registers(QueueRank.Priority));
        Assert.That(QueueOrder.Served(story.Line, 0, _ => true).Select(t => t.Id), Is.EqualTo(new[] { priority, general, youngest }));
    }

    [Test]
    public void A_manual_place_does_not_move_the_mixing()
    {
        var story = new Story();
        var general = Enumerable.Range(0, 2).Select(_ => story.Registers()).ToList();
        var priority = Enumerable.Range(0, 2).Select(_ => story.Registers(QueueRank.Priority)).ToList();
        story.Happens(QueueEventKind.OfferedManually, priority[0]);
        Assert.That(QueueOrder.Served(story.Line, Ratio, _ => true).First().Id, Is.EqualTo(priority[1]));
        Assert.That(general, Has.Count.EqualTo(2));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property The_position_is_the_index_in_the_order_of_service() => Prop.ForAll(Stories(), steps =>
    {
        var story = Told(steps);
        return new[] { 0, 1, Ratio }.All(ratio => QueueOrder.Served(story.Line, ratio, _ => true)
            .Select((ticket, index) => QueueOrder.Ahead(story.Line, ticket.Key, ratio) == index).All(same => same));
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property In_every_window_of_four_exactly_one_is_a_priority_application_while_both_lines_last() => Prop.ForAll(Stories(), steps =>
    {
        var story = Told(steps);
        var (priority, general) = (story.Line.Waiting(QueueClass.Priority), story.Line.Waiting(QueueClass.General));
        var classes = QueueOrder.Served(story.Line, Ratio, _ => true).Select(t => t.Key.Class).Where(c => c != QueueClass.Extraordinary)
            .TakeWhile(c => (c == QueueClass.Priority ? priority-- : general--) > 0 && priority > 0 && general > 0).ToList();
        return Enumerable.Range(0, Math.Max(0, classes.Count - Ratio))
            .All(start => classes.Skip(start).Take(Ratio + 1).Count(c => c == QueueClass.Priority) == 1);
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Replaying_the_log_gives_the_same_positions() => Prop.ForAll(Stories(), steps =>
    {
        var story = Told(steps);
        var again = new TerritoryBoard(Story.City);
        story.Events.ForEach(e => again.Apply(e));
        return story.Line.Tickets.Keys.All(id => Equals(Text(story.Board, id), Text(again, id)));
        static string? Text(TerritoryBoard board, Guid id) => board.PositionOf(id, Ratio) is { } p ? $"{p.InPool} {p.InYear} {p.InTerritory}" : null;
    });

    /// <summary>Numbers below 6 register with a rank; others move the application that they point at.</summary>
    private static Arbitrary<int[]> Stories() => Gen.Choose(0, 40).ArrayOf().Where(steps => steps.Length > 0).ToArbitrary();

    private static Story Told(int[] steps)
    {
        var story = new Story();
        var known = new List<Guid> { story.Registers() };
        int[] ranks = [QueueRank.General, QueueRank.General, QueueRank.Priority, QueueRank.Priority, QueueRank.Extraordinary, QueueRank.Youngest];
        foreach (var step in steps)
        {
            if (step < ranks.Length)
            {
                known.Add(story.Registers(ranks[step]));
                continue;
            }

            var ticket = story.Line.Find(known[step % known.Count])!;
            QueueEventKind[] kinds = [QueueEventKind.Offered, QueueEventKind.Returned, QueueEventKind.Withdrawn, QueueEventKind.BenefitGranted, QueueEventKind.Inactivated, QueueEventKind.Restored];
            var kind = kinds[step % kinds.Length];
            if (TicketLife.After(ticket.State, kind) is not null)
            {
                story.Happens(kind, ticket.Id, kind == QueueEventKind.BenefitGranted ? new() { Rank = QueueRank.Priority } : null);
            }
        }

        return story;
    }
}
