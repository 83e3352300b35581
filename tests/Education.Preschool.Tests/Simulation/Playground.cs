using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.Preschool.Simulation.Engine;
using Education.Preschool.Tests.Queue;

namespace Education.Preschool.Tests.Simulation;

/// <summary>A small queue to play with: one line, some kindergartens, what comes free and who comes in.</summary>
internal sealed class Playground
{
    public static readonly DateOnly Start = new(2017, 9, 1);

    private readonly List<Arrival> _arrivals = [];
    private readonly List<FreedPlace> _freed = [];
    private readonly List<GroupPlaces> _groups = [];

    public static Guid Garden(int number) => new(number, 0, 0, new byte[8]);

    public static QueueRules Rules(QueueRegime regime = QueueRegime.Bulletin, int generalPerPriority = 0, int maxAgeYears = 6) =>
        new(regime, 3, 5, 30, 28, 10, generalPerPriority, 4, 12, maxAgeYears, 3, RefusalCancels: false);

    public static SimulationScenario Scenario(int months = 6, int? freedPerMonth = null, params NewKindergarten[] openings) =>
        new(months, 7, 100, 100, freedPerMonth, openings, null, null, null);

    public Story Story { get; } = new();

    public Playground Arrives(DateTime at, int birthYear = 2014, int rank = QueueRank.General, params Guid[] wishes)
    {
        _arrivals.Add(new(Story.Pool with { BirthYear = birthYear }, rank, at, new(birthYear, 5, 1), wishes));
        return this;
    }

    /// <summary>Given to a child of the year before, so that a year later it is there for the line.</summary>
    public Playground Frees(DateOnly on, int garden, int count = 1)
    {
        _freed.AddRange(Enumerable.Repeat(new FreedPlace(Story.Pool with { BirthYear = Story.Pool.BirthYear - 1 }, Garden(garden), on), count));
        return this;
    }

    public Playground HasGroups(int garden, int groups, int places, int open)
    {
        _groups.Add(new(Story.Pool, Garden(garden), groups, places, open));
        return this;
    }

    public SimulationState State() => new(Start, [.. Story.Board.Pools.Values], _arrivals, _freed, _groups);

    public SimulationResult Play(SimulationScenario scenario, QueueRules? now = null, QueueRules? then = null) => SimulationRun.Play(
        State(), scenario, Story.City, _ => new(now ?? Rules(), then ?? now ?? Rules()), (_, _) => { });

    public static SimulationGroup All(SimulationResult result) => result.Groups.Single(g => g.Dimension == SimulationDimension.All);

    public static NewKindergarten Opening(string from, int places, int age = 3) => new(null, from, [new(age, GroupLanguage.Kk, null, places)]);
}
