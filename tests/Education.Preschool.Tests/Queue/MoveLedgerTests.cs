using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using FsCheck;
using FsCheck.Fluent;

namespace Education.Preschool.Tests.Queue;

internal sealed class MoveLedgerTests
{
    private static readonly int[] Ratios = [3, 3, 0, 1];

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property The_causes_add_up_to_the_change_whatever_happened() => Prop.ForAll(Stories(), steps =>
    {
        var (story, ratios) = Told(steps);
        return story.Line.Tickets.Keys.All(me => new[] { 0, story.Events.Count / 3, story.Events.Count / 2 }.All(since =>
        {
            var ledger = Account(story, ratios, me, since);
            var causes = ledger.Close(1);
            return ledger.Now is null ? causes.Count == 0 : causes.Sum(c => c.Change) == ledger.Now - ledger.Then;
        }));
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Nobody_is_overtaken_without_a_recorded_cause() => Prop.ForAll(Stories(), steps =>
    {
        var (story, _) = Told(steps);
        var board = new TerritoryBoard(Story.City);
        var fair = true;
        foreach (var entry in story.Events)
        {
            var before = Line(board).Where(id => id != entry.ApplicationId).ToList();
            board.Apply(entry);

            // Only the application that the event names may change its place among the others.
            fair &= Line(board).Where(id => id != entry.ApplicationId).SequenceEqual(before);
        }

        return fair;
        static IEnumerable<Guid> Line(TerritoryBoard board) =>
            board.Pools.TryGetValue(Story.Pool, out var pool) ? pool.Line.From(new(int.MinValue, DateTime.MinValue, Guid.Empty)).Select(k => k.ApplicationId) : [];
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Who_was_registered_waits_has_an_offer_or_ended() => Prop.ForAll(Stories(), steps =>
    {
        var (story, _) = Told(steps);
        var states = story.Line.Tickets.Values.ToLookup(t => t.State);
        return story.Events.Count(e => e.Kind == QueueEventKind.Registered) == states.Sum(s => s.Count()) && states[TicketState.Waiting].Count() == story.Line.Line.Count;
    });

    [Test]
    public void An_offer_that_became_a_contract_is_called_so()
    {
        var story = new Story();
        var (first, second, mine) = (story.Registers(), story.Registers(), story.Registers());
        var since = story.Events.Count;
        story.Happens(QueueEventKind.Offered, first);
        story.Happens(QueueEventKind.Offered, second);
        story.Happens(QueueEventKind.Confirmed, first);
        story.Happens(QueueEventKind.Enrolled, first);
        var ledger = Account(story, story.Events.ToDictionary(e => e.Sequence, _ => 0), mine, since);
        Assert.That(ledger.Close(0), Is.EquivalentTo(new[] { new MoveCause("contract", 1, -1), new MoveCause("offered", 1, -1) }));
        Assert.That((ledger.Then, ledger.Now), Is.EqualTo(((int?)2, (int?)0)));
    }

    private static MoveLedger Account(Story story, IReadOnlyDictionary<long, int> ratios, Guid me, int since)
    {
        var ledger = new MoveLedger(Story.Pool, me, since, null);
        foreach (var entry in story.Events)
        {
            ledger.Apply(entry, ratios[entry.Sequence]);
        }

        return ledger;
    }

    private static Arbitrary<int[]> Stories() => Gen.Choose(0, 60).ArrayOf().Where(steps => steps.Length > 0).ToArbitrary();

    private static (Story Story, Dictionary<long, int> Ratios) Told(int[] steps)
    {
        var story = new Story();
        var known = new List<Guid> { story.Registers() };
        int[] ranks = [QueueRank.General, QueueRank.General, QueueRank.Priority, QueueRank.Priority, QueueRank.Extraordinary, QueueRank.Youngest];
        QueueEventKind[] kinds =
        [
            QueueEventKind.Offered, QueueEventKind.OfferedManually, QueueEventKind.Returned, QueueEventKind.Withdrawn, QueueEventKind.BenefitGranted,
            QueueEventKind.BenefitEnded, QueueEventKind.Inactivated, QueueEventKind.Restored, QueueEventKind.Claimed, QueueEventKind.Confirmed, QueueEventKind.Enrolled,
            QueueEventKind.Refreshed, QueueEventKind.Removed,
        ];
        foreach (var step in steps)
        {
            if (step < 24)
            {
                known.Add(story.Registers(ranks[step % ranks.Length]));
                continue;
            }

            var ticket = story.Line.Find(known[step % known.Count])!;
            var kind = kinds[step % kinds.Length];
            if (TicketLife.After(ticket.State, kind) is not null)
            {
                story.Happens(kind, ticket.Id, kind switch
                {
                    QueueEventKind.BenefitGranted => new() { Rank = QueueRank.Priority },
                    QueueEventKind.BenefitEnded => new() { Rank = QueueRank.General },
                    QueueEventKind.Refreshed => new() { Rank = QueueRank.Youngest },
                    _ => null,
                });
            }
        }

        // The rules change now and then.
        return (story, story.Events.ToDictionary(e => e.Sequence, e => Ratios[(e.Sequence / 7) % Ratios.Length]));
    }
}
