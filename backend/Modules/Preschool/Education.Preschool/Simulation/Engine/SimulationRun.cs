using System.Globalization;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;

namespace Education.Preschool.Simulation.Engine;

/// <summary>The rules of a territory as they are and as the scenario has them.</summary>
internal sealed record ScenarioRules(QueueRules Now, QueueRules Then);

/// <summary>Plays a scenario on a copy of the queues. Pure: the same state and scenario give the same result.</summary>
internal sealed class SimulationRun
{
    private readonly Dictionary<(SimulationDimension, string), Compared> _groups = [];
    private readonly Line[] _lines;

    private SimulationRun(int months) => _lines = [new(months), new(months), new(months)];

    /// <param name="state">The copy.</param>
    /// <param name="territoryCode">Territory of the scenario.</param>
    /// <param name="rules">By territory of the queue.</param>
    /// <param name="progress">Told how many of how many pools are done.</param>
    public static SimulationResult Play(
        SimulationState state, SimulationScenario scenario, string territoryCode, Func<string, ScenarioRules> rules, Action<int, int> progress)
    {
        var run = new SimulationRun(scenario.Months);
        var now = SimulationPlan.Of(state, scenario.Unchanged(), territoryCode).ToDictionary(c => c.Line.Pool);
        var then = SimulationPlan.Of(state, scenario, territoryCode);
        foreach (var (done, course) in then.Index())
        {
            // A pool that only the scenario has: places of a new kindergarten that nobody waits for.
            var baseline = now.GetValueOrDefault(course.Line.Pool) ?? course with { Places = [], Opened = [] };
            var inForce = rules(course.Line.Pool.TerritoryCode);
            run.Take(state, course, PoolRun.Play(baseline, inForce.Now, deferred: false), PoolRun.Play(course, inForce.Then, deferred: false), PoolRun.Play(course, inForce.Then, deferred: true));
            progress(done + 1, then.Count);
        }

        return run.ToResult(state.Start, scenario.Months);
    }

    private void Take(SimulationState state, PoolCourse course, params PoolOutcome[] outcomes)
    {
        var entered = PoolRun.LineOf(course.Line).Select(t => (t.Key.AppliedAt, Month: -1)).Concat(course.Newcomers.Select(n => (n.Key.AppliedAt, n.Month))).ToList();
        foreach (var (line, outcome) in _lines.Zip(outcomes))
        {
            line.Take(entered.ConvertAll(e => e.Month), outcome);
        }

        var groups = GroupsOf(course.Line.Pool);
        foreach (var (child, (appliedAt, _)) in entered.Index())
        {
            var applied = state.MonthOf(LocalTime.DayOf(appliedAt));
            foreach (var group in groups)
            {
                group.Add(applied, outcomes[0].Fates[child], outcomes[1].Fates[child], outcomes[2].Fates[child]);
            }
        }
    }

    private List<Compared> GroupsOf(PoolKey pool)
    {
        (SimulationDimension, string)[] keys =
        [
            (SimulationDimension.All, ""),
            (SimulationDimension.BirthYear, pool.BirthYear.ToString(CultureInfo.InvariantCulture)),
            (SimulationDimension.Language, pool.Language.ToString().ToLowerInvariant()),
            (SimulationDimension.Territory, pool.TerritoryCode),
        ];
        return [.. keys.Select(key => _groups.TryGetValue(key, out var group) ? group : _groups[key] = new())];
    }

    private SimulationResult ToResult(DateOnly start, int months) => new(
        start, months, WaitCount.Classes, _lines[0].ToTotals(), _lines[1].ToTotals(), _lines[2].ToTotals(),
        [
            .. _groups.Where(g => g.Value.Any).OrderBy(g => g.Key.Item1).ThenBy(g => g.Key.Item2, StringComparer.Ordinal)
                .Select(g => g.Value.ToGroup(g.Key.Item1, g.Key.Item2)),
        ]);

    /// <summary>The line as a whole under one order of service.</summary>
    private sealed class Line(int months)
    {
        private readonly int[] _change = new int[months + 2];
        private int _offered;
        private int _unused;

        public void Take(IReadOnlyList<int> entered, PoolOutcome outcome)
        {
            var placed = outcome.Fates.Count(f => f.Kind == FateKind.Placed);
            if (outcome.Fates.Count != entered.Count || placed + outcome.PlacesUnused != outcome.PlacesOffered)
            {
                throw new InvalidOperationException("A simulation lost children or places.");
            }

            _offered += outcome.PlacesOffered;
            _unused += outcome.PlacesUnused;
            foreach (var (month, fate) in entered.Zip(outcome.Fates))
            {
                _change[Math.Max(0, month)]++;
                _change[fate.Kind == FateKind.Waiting ? months : fate.Month]--;
            }
        }

        public SimulationTotals ToTotals()
        {
            var waiting = 0;
            return new([.. _change.Take(months).Select(change => waiting += change)], _offered, _unused);
        }
    }

    private sealed class Compared
    {
        private readonly WaitCount[] _counts = [new(), new(), new()];
        private int _gained;
        private int _lost;

        public bool Any => _counts[0].Children > 0;

        public void Add(int applied, params ReadOnlySpan<Fate> fates)
        {
            for (var i = 0; i < fates.Length; i++)
            {
                _counts[i].Add(fates[i].Kind, Math.Max(0, fates[i].Month - applied));
            }

            var change = PlaceIn(fates[1]).CompareTo(PlaceIn(fates[0]));
            _gained += change < 0 ? 1 : 0;
            _lost += change > 0 ? 1 : 0;
        }

        public SimulationGroup ToGroup(SimulationDimension dimension, string key) =>
            new(dimension, key, _counts[0].ToTally(), _counts[1].ToTally(), _counts[2].ToTally(), _gained, _lost);

        private static int PlaceIn(Fate fate) => fate.Kind == FateKind.Placed ? fate.Month : int.MaxValue;
    }
}
