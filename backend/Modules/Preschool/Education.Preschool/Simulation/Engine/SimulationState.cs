using System.Runtime.InteropServices;
using Education.Preschool.Groups;
using Education.Preschool.Queue.Engine;

namespace Education.Preschool.Simulation.Engine;

/// <summary>A copy of the queues, their groups and their last year; nothing in it leads back to the records.</summary>
/// <param name="Start">First day of the first month.</param>
/// <param name="Arrivals">Applications of the last twelve months, in order of time.</param>
/// <param name="Freed">Places given for good in the last twelve months.</param>
internal sealed record SimulationState(
    DateOnly Start, IReadOnlyList<PoolBoard> Lines, IReadOnlyList<Arrival> Arrivals, IReadOnlyList<FreedPlace> Freed, IReadOnlyList<GroupPlaces> Groups)
{
    /// <summary>Calendar months from the first one; negative before it.</summary>
    public int MonthOf(DateOnly day) => ((day.Year - Start.Year) * 12) + day.Month - Start.Month;
}

/// <summary>An application of the last year: the next year's are made after it.</summary>
/// <param name="AppliedAt">UTC.</param>
internal sealed record Arrival(PoolKey Pool, int Rank, DateTime AppliedAt, DateOnly BornOn, IReadOnlyList<Guid> Wishes);

/// <summary>A place given for good in the last year.</summary>
internal sealed record FreedPlace(PoolKey Pool, Guid InstitutionId, DateOnly On);

/// <summary>Places of the groups of one kindergarten for one pool.</summary>
/// <param name="Groups">How many groups.</param>
/// <param name="Places">Places in them.</param>
/// <param name="Open">Published free places.</param>
internal sealed record GroupPlaces(PoolKey Pool, Guid InstitutionId, int Groups, int Places, int Open);

/// <summary>What happens to one pool whatever the order of service.</summary>
/// <param name="Line">The line at the start.</param>
/// <param name="Newcomers">In order of month.</param>
/// <param name="Opened">New kindergartens, named last by everybody.</param>
internal sealed record PoolCourse(
    PoolBoard Line, DateOnly Start, int Months, IReadOnlyList<Newcomer> Newcomers, IReadOnlyList<ComingPlaces> Places, IReadOnlyList<Guid> Opened);

/// <summary>A child that applies in a month of the horizon; in the line from the next month on.</summary>
internal sealed record Newcomer(int Month, QueueKey Key, DateOnly BornOn, IReadOnlyList<Guid> Wishes);

/// <summary>Free places of a kindergarten from a month on.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ComingPlaces(int Month, Guid InstitutionId, int Count);
