using Education.Preschool.Allocation.Engine;
using Education.Preschool.Queue.Engine;
using Education.Preschool.Tests.Queue;
using Education.SharedKernel;
using FsCheck;
using FsCheck.Fluent;

namespace Education.Preschool.Tests.Allocation;

internal sealed class AllocationPlanTests
{
    private static readonly DateOnly Day = new(2018, 9, 3);
    private static readonly QueueRules Bulletin = new(QueueRegime.Bulletin, 3, 5, 30, 0, 10, 3, 10, 12, 6, 3, false);
    private static readonly QueueRules Direct = new(QueueRegime.Direct, 2, 5, 30, 28, 0, 0, 4, 12, 6, 3, false);
    private static readonly QueueRules Voucher = new(QueueRegime.Voucher, 2, 5, 30, 28, 0, 0, 4, 18, 6, 3, true);
    private static readonly Guid[] Gardens = [.. Enumerable.Range(0, 4).Select(_ => SequentialGuid.Next())];

    [Test]
    public void In_the_unified_base_each_gets_the_best_wish_that_has_a_place_and_passes_when_none_has()
    {
        var story = new Story();
        var (first, second, third) = (story.Registers(wishes: [Gardens[0], Gardens[1]]), story.Registers(wishes: [Gardens[0]]), story.Registers(wishes: [Gardens[0], Gardens[1]]));
        var plan = AllocationPlan.Of(story.Line, Direct, Day, [Places(0, 1), Places(1, 1)], 0);
        Assert.That(plan.Offers.Select(o => (o.Winner.ApplicationId, o.InstitutionId)), Is.EqualTo(new[] { (first, (Guid?)Gardens[0]), (third, Gardens[1]) }));
        Assert.That((plan.Offers[0].Next!.Value.ApplicationId, plan.Offers[1].Next, plan.Left), Is.EqualTo((second, (QueueKey?)null, 1)));
    }

    [Test]
    public void In_the_bulletin_a_child_without_a_wished_place_gets_the_first_there_is()
    {
        var story = new Story();
        var (first, second) = (story.Registers(wishes: [Gardens[2]]), story.Registers(wishes: [Gardens[1]]));
        var plan = AllocationPlan.Of(story.Line, Bulletin, Day, [Places(0, 1), Places(1, 1)], 0);
        Assert.That(plan.Offers.Select(o => (o.Winner.ApplicationId, o.InstitutionId)), Is.EqualTo(new[] { (first, (Guid?)Gardens[0]), (second, Gardens[1]) }));
    }

    [Test]
    public void A_voucher_names_no_kindergarten_and_those_given_before_count_as_places_taken()
    {
        var story = new Story();
        var families = Enumerable.Range(0, 4).Select(_ => story.Registers()).ToList();
        var plan = AllocationPlan.Of(story.Line, Voucher, Day, [Places(0, 2), Places(1, 1)], 1);
        Assert.That(plan.Offers.Select(o => (o.Winner.ApplicationId, o.GroupId)), Is.EqualTo(new[] { (families[0], (Guid?)null), (families[1], null) }));
        Assert.That(plan.Offers[1].Next!.Value.ApplicationId, Is.EqualTo(families[2]));
    }

    [Test]
    public void A_child_who_is_too_young_on_the_day_is_passed_over_and_keeps_the_place_in_the_line()
    {
        var story = new Story();
        story.Registers();
        var plan = AllocationPlan.Of(story.Line, Direct, new DateOnly(2015, 4, 30), [Places(0, 1)], 0);
        Assert.That((plan.Eligible, plan.Offers.Count, plan.Left), Is.EqualTo((0, 0, 1)));
        Assert.That(AllocationPlan.Of(story.Line, Bulletin, new DateOnly(2015, 5, 1), [Places(0, 1)], 0).Offers, Has.Count.EqualTo(1));
    }

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property Children_in_are_those_placed_and_those_left_and_no_more_places_are_given_than_open() => Prop.ForAll(Cases(), text =>
    {
        var (story, places) = Told(text);
        return new[] { Bulletin, Direct, Voucher }.All(rules =>
        {
            var plan = AllocationPlan.Of(story.Line, rules, Day, places, 0);
            return plan.Offers.Count + plan.Left == story.Line.Line.Count
                && plan.Offers.Select(o => o.Winner.ApplicationId).Distinct().Count() == plan.Offers.Count
                && plan.Offers.Count <= places.Sum(p => p.Count)
                && plan.Offers.Where(o => o.GroupId is not null).GroupBy(o => o.GroupId).All(g => g.Count() <= places.Single(p => p.GroupId == g.Key).Count);
        });
    });

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property Nobody_gets_a_place_that_a_smaller_key_of_the_same_class_wanted_more_than_what_it_got() => Prop.ForAll(Cases(), text =>
    {
        var (story, places) = Told(text);
        return new[] { Direct, Direct with { GeneralPerPriority = 3 } }.All(rules =>
        {
            var given = AllocationPlan.Of(story.Line, rules, Day, places, 0).Offers.ToDictionary(o => o.Winner.ApplicationId);
            return given.Values.All(offer => story.Line.Tickets.Values
                .Where(t => t.Key.CompareTo(offer.Winner) < 0 && (rules.GeneralPerPriority == 0 || t.Key.Class == offer.Winner.Class) && t.Wishes.Contains(offer.InstitutionId!.Value))
                .All(t => given.TryGetValue(t.Id, out var own) && At(t, own.InstitutionId!.Value) <= At(t, offer.InstitutionId!.Value)));
        });
        static int At(Ticket ticket, Guid garden) => ticket.Wishes.ToList().IndexOf(garden);
    });

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property A_place_stays_only_when_nobody_left_wishes_it() => Prop.ForAll(Cases(), text =>
    {
        var (story, places) = Told(text);
        var plan = AllocationPlan.Of(story.Line, Direct, Day, places, 0);
        var open = places.Where(p => plan.Offers.Count(o => o.GroupId == p.GroupId) < p.Count).Select(p => p.InstitutionId).ToHashSet();
        var placed = plan.Offers.Select(o => o.Winner.ApplicationId).ToHashSet();
        return story.Line.Tickets.Values.Where(t => !placed.Contains(t.Id)).All(t => !t.Wishes.Any(open.Contains));
    });

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property The_mixing_holds_over_every_window_of_the_places_given() => Prop.ForAll(Cases(), text =>
    {
        var (story, places) = Told(text);
        var classes = AllocationPlan.Of(story.Line, Bulletin, Day, places, 0).Offers.Select(o => o.Winner.Class).Where(c => c != QueueClass.Extraordinary).ToList();
        var (priority, general) = (story.Line.Waiting(QueueClass.Priority), story.Line.Waiting(QueueClass.General));
        return Enumerable.Range(0, Math.Max(0, classes.Count - 3)).All(start =>
        {
            var window = classes.GetRange(start, 4);
            var (p, g) = (classes.Take(start + 4).Count(c => c == QueueClass.Priority), classes.Take(start + 4).Count(c => c == QueueClass.General));
            return window.Count(c => c == QueueClass.Priority) == 1 || p == priority || g == general;
        });
    });

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property More_places_never_take_a_place_away_from_the_first_in_the_line() => Prop.ForAll(Cases(), text =>
    {
        var (story, places) = Told(text);
        var fewer = AllocationPlan.Of(story.Line, Bulletin, Day, places, 0).Offers.Select(o => o.Winner.ApplicationId).ToList();
        var more = AllocationPlan.Of(story.Line, Bulletin, Day, [.. places, Places(3, 2)], 0).Offers.Select(o => o.Winner.ApplicationId);
        return more.Take(fewer.Count).SequenceEqual(fewer);
    });

    private static OpenPlaces Places(int garden, int count) => new(SequentialGuid.Next(), Gardens[garden], Story.Pool, count);

    /// <summary>Below 40: a family with a rank and two wishes made of the number; from 40 on: places of a kindergarten.</summary>
    private static Arbitrary<int[]> Cases() => Gen.Choose(0, 54).ArrayOf().Where(steps => steps.Any(s => s < 40)).ToArbitrary();

    private static (Story Story, IReadOnlyList<OpenPlaces> Places) Told(int[] steps)
    {
        int[] ranks = [QueueRank.General, QueueRank.General, QueueRank.Priority, QueueRank.Extraordinary, QueueRank.Youngest];
        var story = new Story();
        foreach (var step in steps.Where(s => s < 40))
        {
            Guid[] wishes = [.. new[] { Gardens[step % 4], Gardens[step / 4 % 4] }.Distinct()];
            story.Registers(ranks[step % ranks.Length], null, wishes);
        }

        return (story, [.. steps.Where(s => s >= 40).Select(s => Places(s % 4, (s - 40) / 4))]);
    }
}
