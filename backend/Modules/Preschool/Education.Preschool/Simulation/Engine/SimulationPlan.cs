using Education.Preschool.Groups;
using Education.Preschool.Queue.Engine;

namespace Education.Preschool.Simulation.Engine;

/// <summary>
/// What will happen to each pool under a scenario, whatever the order of service: the months of the last year come again, older children a
/// year of birth later, scaled as the scenario says; new kindergartens and another size of groups are added.
/// </summary>
internal sealed class SimulationPlan
{
    private readonly SimulationState _state;
    private readonly SimulationScenario _scenario;
    private readonly string _territoryCode;
    private readonly Dictionary<PoolKey, Draft> _pools = [];

    private SimulationPlan(SimulationState state, SimulationScenario scenario, string territoryCode)
    {
        (_state, _scenario, _territoryCode) = (state, scenario, territoryCode);
        foreach (var line in state.Lines)
        {
            Of(line.Pool).Line = line;
        }

        AddNewcomers();
        AddFreed();
        AddOpenings();
        AddGroups();
    }

    public static IReadOnlyList<PoolCourse> Of(SimulationState state, SimulationScenario scenario, string territoryCode) =>
        [.. new SimulationPlan(state, scenario, territoryCode)._pools.OrderBy(p => p.Key.ToString(), StringComparer.Ordinal).Select(p => p.Value.ToCourse(state.Start, scenario.Months))];

    private void AddNewcomers()
    {
        var byMonth = _state.Arrivals.Select((arrival, index) => (arrival, index)).ToLookup(a => a.arrival.AppliedAt.Month);
        foreach (var month in Enumerable.Range(0, _scenario.Months))
        {
            var first = _state.Start.AddMonths(month);
            var last = byMonth[first.Month].ToList();
            var copies = Draws.Shares(last.Select(_ => 1), (long)last.Count * _scenario.InflowPercent / 100, Math.Max(1, last.Count), Offset(last.Count, month, 1));
            foreach (var ((arrival, index), count) in last.Zip(copies))
            {
                for (var copy = 0; copy < count; copy++)
                {
                    Add(arrival, month, first, Draws.Identity(_scenario.Seed, month, index, copy));
                }
            }
        }
    }

    private void Add(Arrival arrival, int month, DateOnly first, Guid id)
    {
        var older = first.Year - arrival.AppliedAt.Year;
        var pool = arrival.Pool with { BirthYear = arrival.Pool.BirthYear + older };
        var key = new QueueKey(arrival.Rank, arrival.AppliedAt.AddYears(older), id);
        Of(pool).Newcomers.Add(new(month, key, arrival.BornOn.AddYears(older), arrival.Wishes));
    }

    private void AddFreed()
    {
        var months = Enumerable.Range(0, _scenario.Months).ToList();
        if (_scenario.FreedPerMonth is { } total)
        {
            var sum = _state.Groups.Sum(g => g.Places);
            foreach (var month in months.Where(_ => sum > 0))
            {
                var older = _state.Start.AddMonths(month).Year - _state.Start.Year;
                var shares = Draws.Shares(_state.Groups.Select(g => g.Places), total, sum, Offset(sum, month, 2));
                foreach (var (group, count) in _state.Groups.Zip(shares))
                {
                    Free(group.Pool, older, month, group.InstitutionId, count);
                }
            }

            return;
        }

        var byMonth = _state.Freed.ToLookup(f => f.On.Month);
        foreach (var month in months)
        {
            var first = _state.Start.AddMonths(month);
            var last = byMonth[first.Month].ToList();
            var copies = Draws.Shares(last.Select(_ => 1), (long)last.Count * _scenario.FreedPercent / 100, Math.Max(1, last.Count), Offset(last.Count, month, 2));
            foreach (var (place, count) in last.Zip(copies))
            {
                Free(place.Pool, first.Year - place.On.Year, month, place.InstitutionId, count);
            }
        }
    }

    private void AddOpenings()
    {
        foreach (var (number, garden) in _scenario.Openings.Index())
        {
            _ = NewKindergarten.TryMonth(garden.From, out var from);
            var id = Draws.Identity(_scenario.Seed, -1, number);
            foreach (var places in garden.Places)
            {
                var pool = new PoolKey(garden.TerritoryCode ?? _territoryCode, from.Year - places.Age, places.Language, places.Profile ?? GroupProfile.General);
                Of(pool).Opened.Add(id);
                Of(pool).Places.Add(new(Math.Max(0, _state.MonthOf(from)), id, places.Places));
            }
        }
    }

    /// <summary>Open places, and what another size of groups adds; what it takes away is not given again when it comes free.</summary>
    private void AddGroups()
    {
        foreach (var group in _state.Groups)
        {
            var norm = group.Pool.Profile == GroupProfile.General ? _scenario.GroupPlaces : null;
            var now = group.Open + (norm is { } places ? (group.Groups * places) - group.Places : 0);
            var pool = Of(group.Pool);
            pool.Places.Add(new(0, group.InstitutionId, Math.Max(0, now)));
            pool.Withhold(group.InstitutionId, Math.Max(0, -now));
        }
    }

    private void Free(PoolKey pool, int older, int month, Guid institution, int count)
    {
        if (count > 0)
        {
            Of(pool with { BirthYear = pool.BirthYear + older }).Places.Add(new(month, institution, count));
        }
    }

    private long Offset(long below, int month, long purpose) => Draws.Below(Math.Max(1, below), _scenario.Seed, month, purpose);

    private Draft Of(PoolKey pool)
    {
        if (!_pools.TryGetValue(pool, out var draft))
        {
            _pools.Add(pool, draft = new(pool));
        }

        return draft;
    }

    private sealed class Draft(PoolKey pool)
    {
        public PoolBoard Line { get; set; } = new(pool);

        public List<Newcomer> Newcomers { get; } = [];

        public List<ComingPlaces> Places { get; } = [];

        public List<Guid> Opened { get; } = [];

        public void Withhold(Guid institution, int debt)
        {
            foreach (var i in Enumerable.Range(0, Places.Count).Where(i => Places[i].InstitutionId == institution && Places[i].Count > 0).OrderBy(i => Places[i].Month).ToList())
            {
                var taken = Math.Min(debt, Places[i].Count);
                Places[i] = Places[i] with { Count = Places[i].Count - taken };
                debt -= taken;
            }
        }

        public PoolCourse ToCourse(DateOnly start, int months) => new(
            Line, start, months, [.. Newcomers.OrderBy(n => n.Month).ThenBy(n => n.Key)], [.. Places.Where(p => p.Month < months && p.Count > 0)],
            [.. Opened.Distinct()]);
    }
}
