using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using FsCheck;
using FsCheck.Fluent;

namespace Education.Preschool.Tests.Queue;

internal sealed class MoveAccountTests
{
    private static readonly int[] Ratios = [3, 3, 0, 1];
    private static readonly QueueRules Known = new(QueueRegime.Bulletin, 3, 5, 30, 0, 10, 0, 10, 12, 6, 3, false);
    private static readonly PoolKey OtherPool = Story.Pool with { Language = GroupLanguage.Ru };

    /// <summary>Rules change now and then; one version is kept nowhere.</summary>
    private static readonly Dictionary<string, QueueRules> Versions = Ratios.Distinct().ToDictionary(r => "r1-" + r, r => Known with { GeneralPerPriority = r });

    [FsCheck.NUnit.Property(MaxTest = 150)]
    public Property Going_back_from_the_present_tells_the_same_as_folding_from_the_beginning() => Prop.ForAll(Stories(), Gen.Choose(0, 11).ToArbitrary(), (steps, choice) =>
    {
        var story = Told(steps);
        int? ratioThen = (choice % 4) switch { 0 => null, 1 => 0, 2 => 1, _ => 3 };
        var ratio = Ratios[1 + (choice / 4)];
        var board = Folded(story);
        foreach (var me in story.Events.Select(e => e.ApplicationId).Distinct())
        {
            for (var since = 0; since <= story.Events.Count; since++)
            {
                var (plain, causes) = Plain(story, board.PoolOf(me)!.Pool, me, since, ratioThen, ratio);
                var account = board.AccountOf(me, new(since, ratioThen), ratio);
                Assert.That(account is null, Is.EqualTo(plain.Now is null));
                if (account is not null)
                {
                    Assert.That((account.Then, account.From), Is.EqualTo((plain.Then, plain.From)), $"since {since}");
                    Assert.That(account.Causes, Is.EqualTo(causes), $"since {since}");
                }
            }
        }
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property The_causes_add_up_to_the_change_whatever_happened() => Prop.ForAll(Stories(), steps =>
    {
        var story = Told(steps);
        var board = Folded(story);
        return board.Pools.Values.SelectMany(p => p.Tickets.Values.Where(t => t.State == TicketState.Waiting)).All(me =>
            new[] { 0, story.Events.Count / 3, story.Events.Count / 2 }.Select(since => board.AccountOf(me.Id, new(since, null), 1)!)
                .All(account => account.Causes.Sum(c => c.Change) == board.PositionOf(me.Id, 1)!.InPool.Ahead - account.Then));
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Nobody_is_overtaken_without_a_recorded_cause() => Prop.ForAll(Stories(), steps =>
    {
        var story = Told(steps);
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
        var story = Told(steps);
        var pools = story.Board.Pools.Values;
        var states = pools.SelectMany(p => p.Tickets.Values).Where(t => t.State != TicketState.Elsewhere).ToLookup(t => t.State);
        return story.Events.Count(e => e.Kind == QueueEventKind.Registered) == states.Sum(s => s.Count())
            && states[TicketState.Waiting].Count() == pools.Sum(p => p.Line.Count);
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
        var board = Folded(story);
        var account = board.AccountOf(mine, new(since, null), 0)!;
        Assert.That(account.Causes, Is.EquivalentTo(new[] { new MoveCause("contract", 1, -1), new MoveCause("offered", 1, -1) }));
        Assert.That((account.Then, account.From, Now: board.PositionOf(mine, 0)!.InPool.Ahead), Is.EqualTo((2, (long)since, 0)));
    }

    [Test]
    public void What_a_benefit_of_its_own_moved_is_told_apart_from_what_others_did()
    {
        var story = new Story();
        var (first, second, mine) = (story.Registers(), story.Registers(), story.Registers());
        story.Happens(QueueEventKind.Withdrawn, first);
        story.Happens(QueueEventKind.BenefitGranted, mine, new() { Rank = QueueRank.Priority });
        story.Happens(QueueEventKind.BenefitGranted, second, new() { Rank = QueueRank.Extraordinary });
        Assert.That(Folded(story).AccountOf(mine, new(0, null), 0)!.Causes, Is.EquivalentTo(new[]
        {
            new MoveCause("withdrawn", 1, -1), new MoveCause("own-benefit-granted", 1, -1), new MoveCause("benefit-granted", 1, 1),
        }));
    }

    private static TerritoryBoard Folded(Story story)
    {
        var journal = new TerritoryJournal();
        var board = new TerritoryBoard(Story.City, journal);
        story.Events.ForEach(e => board.Apply(e));
        journal.Learn(Versions);
        return board;
    }

    private static (MoveLedger Ledger, IReadOnlyList<MoveCause> Causes) Plain(Story story, PoolKey pool, Guid me, int since, int? ratioThen, int ratio)
    {
        var ledger = new MoveLedger(pool, me, since, ratioThen);
        foreach (var entry in story.Events.Where(e => e.Pool == pool.ToString()))
        {
            ledger.Apply(entry, Versions.TryGetValue(entry.Rules, out var rules) ? rules.GeneralPerPriority : 0);
        }

        return (ledger, ledger.Close(ratio));
    }

    private static Arbitrary<int[]> Stories() => Gen.Choose(0, 80).ArrayOf().Where(steps => steps.Length > 0).ToArbitrary();

    private static Story Told(int[] steps)
    {
        var story = new Story();
        var known = new List<Guid> { story.Registers() };
        int[] ranks = [QueueRank.General, QueueRank.General, QueueRank.Priority, QueueRank.Priority, QueueRank.Extraordinary, QueueRank.Youngest];
        var kinds = Enum.GetValues<QueueEventKind>();
        foreach (var step in steps)
        {
            story.Rules = story.Events.Count / 7 % 5 is var turn && turn < Ratios.Length ? "r1-" + Ratios[turn] : "r1-lost";
            if (step < 24)
            {
                known.Add(story.Registers(ranks[step % ranks.Length]));
            }
            else if (step < 27)
            {
                known.Add(SequentialGuid.Next());
                story.Happens(QueueEventKind.Registered, known[^1], new() { Rank = ranks[step % ranks.Length], AppliedAt = new(2017, 3, 1), Reason = "paper" });
            }
            else
            {
                GoOn(story, known[step % known.Count], kinds[step % kinds.Length], step % 2 == 0);
            }
        }

        return story;
    }

    private static void GoOn(Story story, Guid id, QueueEventKind kind, bool isEarlier)
    {
        var pool = story.Board.PoolOf(id)!;
        var ticket = pool.Find(id)!;
        if (TicketLife.After(ticket.State, kind) is null)
        {
            return;
        }

        story.Happens(kind, id, kind switch
        {
            QueueEventKind.BenefitGranted => new() { Rank = QueueRank.Priority },
            QueueEventKind.BenefitEnded => new() { Rank = QueueRank.General },
            QueueEventKind.Refreshed => new() { Rank = QueueRank.Youngest },
            _ => null,
        });
        if (kind == QueueEventKind.Left)
        {
            // Mostly with its old time.
            var applied = isEarlier ? ticket.Key.AppliedAt.AddMinutes(-5) : ticket.Key.AppliedAt;
            story.Happens(QueueEventKind.Entered, id, new() { Rank = ticket.Key.Rank, AppliedAt = applied }, pool.Pool == OtherPool ? Story.Pool : OtherPool);
        }
    }
}
