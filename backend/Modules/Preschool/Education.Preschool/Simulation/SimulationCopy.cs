using Education.BuildingBlocks.Persistence;
using Education.Preschool.Allocation.Runs;
using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.Preschool.Simulation.Engine;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Simulation;

/// <summary>Copies the queues of a territory, within the reader's scope, for a simulation. Reads only.</summary>
internal sealed class SimulationCopy(
    PreschoolDbContext db, QueueBoards boards, QueueRulesBook rules, RunInput allocation, IParameters parameters, TimeProvider time)
{
    private static readonly QueueEventKind[] NamesGroup =
        [QueueEventKind.Offered, QueueEventKind.OfferedManually, QueueEventKind.Claimed, QueueEventKind.Chosen, QueueEventKind.Enrolled];

    /// <summary>First day of the next month.</summary>
    public DateOnly Start
    {
        get
        {
            var today = time.Today();
            return new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        }
    }

    /// <summary>Territories at or below <paramref name="root"/> that have a queue.</summary>
    public async Task<IReadOnlyList<string>> Queues(string root, CancellationToken cancellationToken) =>
        await db.Scoped<QueueHead>().Where(h => Below(root).Contains(h.TerritoryCode)).OrderBy(h => h.TerritoryCode).Select(h => h.TerritoryCode)
            .ToListAsync(cancellationToken);

    public async Task<SimulationState> Take(string root, IReadOnlyList<string> queues, CancellationToken cancellationToken)
    {
        var (lines, arrivals) = (new List<PoolBoard>(), new List<Arrival>());
        foreach (var territory in queues)
        {
            var (copied, last) = await boards.Look(db, territory, board => Copy(board, Start), cancellationToken);
            lines.AddRange(copied);
            arrivals.AddRange(last);
        }

        var groups = await Groups(root, queues, cancellationToken);
        var vouchers = await allocation.VouchersOut(queues, cancellationToken);
        return new(
            Start, lines, [.. arrivals.OrderBy(a => a.AppliedAt).ThenBy(a => a.Pool.ToString(), StringComparer.Ordinal)],
            await Freed(queues, groups.ToDictionary(g => g.Id, g => g.InstitutionId), cancellationToken),
            LessVouchers(Sum(groups, AcademicYear.Of(Start).StartYear), vouchers.ToDictionary(v => PoolKey.Parse(v.Key), v => v.Value)));
    }

    /// <summary>The rules in force in each territory, and those that the scenario has instead.</summary>
    public async Task<IReadOnlyDictionary<string, ScenarioRules>> Rules(
        IReadOnlyList<string> queues, SimulationScenario scenario, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ScenarioRules>(StringComparer.Ordinal);
        foreach (var territory in queues)
        {
            var now = await rules.In(territory, time.Today(), cancellationToken);
            var then = scenario.Regime is { } regime ? await Other(regime, territory, cancellationToken) : now;
            found.Add(territory, new(now, then with { GeneralPerPriority = scenario.GeneralPerPriority ?? then.GeneralPerPriority }));
        }

        return found;
    }

    private static (List<PoolBoard> Lines, List<Arrival> Arrivals) Copy(TerritoryBoard board, DateOnly start)
    {
        var since = LocalTime.StartOf(start.AddYears(-1));
        var arrivals = board.Pools.Values.SelectMany(pool => pool.Tickets.Values
            .Where(t => t.State != TicketState.Elsewhere && t.Key.AppliedAt >= since)
            .Select(t => new Arrival(pool.Pool, t.Key.Rank, t.Key.AppliedAt, t.BornOn, t.Wishes)));
        return ([.. board.Pools.Values.Select(pool => pool.CopyOfLine())], [.. arrivals]);
    }

    private static IReadOnlyList<GroupPlaces> Sum(IEnumerable<GroupRow> groups, int academicYear) =>
    [
        .. groups.Where(g => g.AcademicYear == academicYear || g.Open > 0).GroupBy(g => (g.Pool, g.InstitutionId)).Select(g => new GroupPlaces(
            g.Key.Pool, g.Key.InstitutionId, g.Count(r => r.AcademicYear == academicYear), g.Where(r => r.AcademicYear == academicYear).Sum(r => r.Places),
            g.Sum(r => r.Open))).OrderBy(g => g.Pool.ToString(), StringComparer.Ordinal).ThenBy(g => g.InstitutionId),
    ];

    /// <summary>Each voucher without a kindergarten will take one of the open places of its pool.</summary>
    private static IReadOnlyList<GroupPlaces> LessVouchers(IReadOnlyList<GroupPlaces> groups, Dictionary<PoolKey, int> vouchers) =>
    [
        .. groups.Select(group =>
        {
            var taken = Math.Min(group.Open, vouchers.GetValueOrDefault(group.Pool));
            vouchers[group.Pool] = vouchers.GetValueOrDefault(group.Pool) - taken;
            return group with { Open = group.Open - taken };
        }),
    ];

    private async Task<QueueRules> Other(QueueRegime regime, string territory, CancellationToken cancellationToken)
    {
        var values = await parameters.FindAll(QueueParameters.Prefix, time.Today(), territory, cancellationToken);
        var changed = values.ToDictionary(v => v.Key, v => v.Key == QueueParameters.Regime ? v.Value with { Value = (int)regime } : v.Value, StringComparer.Ordinal);
        return QueueParameters.Read(changed);
    }

    /// <summary>Groups at or below the territory, each for the queue nearest above its kindergarten.</summary>
    private async Task<List<GroupRow>> Groups(string root, IReadOnlyList<string> queues, CancellationToken cancellationToken)
    {
        var above = await db.Set<TerritoryClosure>().Where(c => queues.Contains(c.AncestorCode)).ToListAsync(cancellationToken);
        var queueOf = above.GroupBy(c => c.DescendantCode, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MinBy(c => c.Depth)!.AncestorCode, StringComparer.Ordinal);
        var rows = await db.Scoped<Group>().AsNoTracking()
            .Join(db.Set<InstitutionRef>(), g => g.InstitutionId, i => i.Id, (g, i) => new { Group = g, i.TerritoryCode })
            .Where(r => Below(root).Contains(r.TerritoryCode)).ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(r => queueOf.ContainsKey(r.TerritoryCode)).Select(r => new GroupRow(
                r.Group.Id, r.Group.InstitutionId, r.Group.AcademicYear,
                new(queueOf[r.TerritoryCode], r.Group.BirthYear, r.Group.Language, r.Group.Profile), r.Group.Places, r.Group.Open)),
        ];
    }

    /// <summary>Enrolments of the last twelve months with the kindergarten that the log names last.</summary>
    private async Task<IReadOnlyList<FreedPlace>> Freed(
        IReadOnlyList<string> queues, IReadOnlyDictionary<Guid, Guid> institutions, CancellationToken cancellationToken)
    {
        var since = LocalTime.StartOf(Start.AddYears(-1));
        var enrolled = db.Scoped<QueueEvent>().AsNoTracking().Where(e => queues.Contains(e.TerritoryCode) && e.Kind == QueueEventKind.Enrolled && e.At >= since);
        var events = await db.Scoped<QueueEvent>().AsNoTracking()
            .Where(e => NamesGroup.Contains(e.Kind) && enrolled.Any(n => n.ApplicationId == e.ApplicationId)).ToListAsync(cancellationToken);
        var freed = new List<FreedPlace>();
        foreach (var application in events.GroupBy(e => e.ApplicationId))
        {
            var entry = application.Where(e => e.Kind == QueueEventKind.Enrolled).MaxBy(e => e.At)!;
            var group = application.OrderBy(e => e.At).ThenBy(e => e.Sequence).Select(e => e.Fact.GroupId).LastOrDefault(g => g is not null);
            if (group is { } known && institutions.TryGetValue(known, out var institution))
            {
                freed.Add(new(PoolKey.Parse(entry.Pool), institution, LocalTime.DayOf(entry.At)));
            }
        }

        return [.. freed.OrderBy(f => f.On).ThenBy(f => f.Pool.ToString(), StringComparer.Ordinal).ThenBy(f => f.InstitutionId)];
    }

    private IQueryable<string> Below(string root) => db.Set<TerritoryClosure>().Where(c => c.AncestorCode == root).Select(c => c.DescendantCode);

    private sealed record GroupRow(Guid Id, Guid InstitutionId, int AcademicYear, PoolKey Pool, int Places, int Open);
}
