using System.Text.Json;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.Preschool.Simulation.Engine;
using Education.Preschool.Tests.Queue;
using FsCheck;
using FsCheck.Fluent;
using static Education.Preschool.Tests.Simulation.Playground;

namespace Education.Preschool.Tests.Simulation;

/// <summary>What must hold of every simulation.</summary>
internal sealed class SimulationProperties
{
    private const int Newcomer = 2;
    private static readonly QueueRules Mixed = Rules(generalPerPriority: 3, maxAgeYears: 20);

    private static readonly QueueRules[] Unmixed =
        [Rules(), Rules(QueueRegime.Voucher), Rules(QueueRegime.Direct), Rules(maxAgeYears: 4), Rules(QueueRegime.Direct, maxAgeYears: 4)];

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property Children_in_are_placed_waiting_and_left_in_every_group_and_every_order() => Prop.ForAll(Grounds(), steps =>
    {
        var result = Told(steps).Play(Scenario(9, null, Opening("2017-11", 2)), Rules(generalPerPriority: 3, maxAgeYears: 4), Rules(QueueRegime.Direct));
        var all = All(result);
        return result.Groups.SelectMany(g => new[] { g.Baseline, g.Scenario, g.Deferred })
                .All(t => t.Children == t.Placed + t.Waiting + t.Left && t.Histogram.Sum() == t.Children)
            && new[] { SimulationDimension.BirthYear, SimulationDimension.Language, SimulationDimension.Territory }
                .All(d => result.Groups.Where(g => g.Dimension == d).Sum(g => g.Scenario.Children) == all.Scenario.Children)
            && all.Scenario.Placed + result.Scenario.PlacesUnused == result.Scenario.PlacesOffered
            && result.Scenario.WaitingByMonth[^1] <= all.Scenario.Waiting;
    });

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public Property The_same_scenario_gives_the_same_result() => Prop.ForAll(Grounds(), steps =>
    {
        var scenario = Scenario(8) with { InflowPercent = 130, FreedPercent = 70 };
        return JsonSerializer.Serialize(Told(steps, ids: 1).Play(scenario)) == JsonSerializer.Serialize(Told(steps, ids: 1).Play(scenario));
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property More_places_never_lengthen_the_queue_or_anybodys_waiting() => Prop.ForAll(Grounds(), Gen.Choose(0, 7).ToArbitrary(), (steps, month) =>
        Unmixed.All(rules => Improves(Told(steps), rules, month, IsSoonerForAll)));

    /// <summary>
    /// With mixing the line as a whole gets shorter as long as nobody leaves it by himself and any place will do. Not so for each child in it: a
    /// place more moves the turn of the mixing, and a newcomer may then be served before somebody whom it would have followed.
    /// </summary>
    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property More_places_never_lengthen_the_queue_with_mixing_while_nobody_grows_too_old() => Prop.ForAll(
        Grounds(), Gen.Choose(0, 7).ToArbitrary(), (steps, month) => Improves(Told(steps), Mixed, month, IsNoLonger));

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property More_places_never_lengthen_anybodys_waiting_with_mixing_while_nobody_new_comes() => Prop.ForAll(
        Grounds(), Gen.Choose(0, 7).ToArbitrary(), (steps, month) => Improves(Told([.. steps.Where(s => s % 4 != Newcomer)]), Mixed, month, IsSoonerForAll));

    /// <summary>One place more in a month; the line and the newcomers of both courses are the same.</summary>
    private static bool Improves(Playground ground, QueueRules rules, int month, Func<PoolOutcome, PoolOutcome, bool> holds)
    {
        var course = SimulationPlan.Of(ground.State(), Scenario(8), Story.City);
        return course.All(pool =>
        {
            var more = pool with { Places = [.. pool.Places, new ComingPlaces(month, Garden(1), 1)] };
            return holds(PoolRun.Play(pool, rules, deferred: false), PoolRun.Play(more, rules, deferred: false));
        });
    }

    private static bool IsNoLonger(PoolOutcome before, PoolOutcome after)
    {
        return Enumerable.Range(0, 8).All(m => Waiting(after, m) <= Waiting(before, m));
        static int Waiting(PoolOutcome outcome, int month) => outcome.Fates.Count(f => f.Kind == FateKind.Waiting || f.Month > month);
    }

    /// <summary>Compares child by child.</summary>
    private static bool IsSoonerForAll(PoolOutcome before, PoolOutcome after) => IsNoLonger(before, after) && before.Fates.Zip(after.Fates)
        .All(f => f.First.Kind != FateKind.Placed || (f.Second.Kind == FateKind.Placed && f.Second.Month <= f.First.Month));

    private static Arbitrary<int[]> Grounds() => Gen.Choose(0, 999).ArrayOf().Where(steps => steps.Length > 0).ToArbitrary();

    /// <summary>Each number registers a child, lets one come or a place come free: by its remainders.</summary>
    private static Playground Told(int[] steps, int? ids = null)
    {
        var ground = new Playground();
        int[] ranks = [QueueRank.General, QueueRank.General, QueueRank.Priority, QueueRank.Priority, QueueRank.Extraordinary, QueueRank.Youngest];
        ground.Story.Registers();
        foreach (var (index, step) in steps.Index())
        {
            var (rank, garden, month) = (ranks[step / 4 % ranks.Length], 1 + (step / 24 % 4), 1 + (step / 96 % 10));
            switch (step % 4)
            {
                case 0 or 1:
                    ground.Story.RegistersAs(ids is null ? null : new Guid(index + 1, 0, 0, new byte[8]), rank, [Garden(garden), Garden(1 + (garden % 4))]);
                    break;
                case Newcomer:
                    ground.Arrives(new(2016 + (month < 9 ? 1 : 0), month, 1 + (step % 28), 6, 0, 0, DateTimeKind.Utc), 2013, rank, Garden(garden));
                    break;
                default:
                    ground.Frees(new(2016 + (month < 9 ? 1 : 0), month, 1), garden);
                    break;
            }
        }

        return ground;
    }
}
