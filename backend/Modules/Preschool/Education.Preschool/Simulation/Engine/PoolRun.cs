using System.Runtime.InteropServices;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;

namespace Education.Preschool.Simulation.Engine;

internal enum FateKind
{
    /// <summary>Still in the line at the end.</summary>
    Waiting,

    Placed,

    /// <summary>Grew out of the queue.</summary>
    Left,
}

/// <summary>What became of a child.</summary>
/// <param name="Month">In which month; the horizon for those who wait.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Fate(FateKind Kind, int Month);

/// <summary>How one pool fared: a fate each for the line (by key) and then the newcomers.</summary>
internal sealed record PoolOutcome(IReadOnlyList<Fate> Fates, int PlacesOffered, int PlacesUnused);

/// <summary>
/// Plays one pool month by month: on the first day places come free, those too old leave, those who fit are served; during the month new
/// applications come in. The order is <see cref="QueueOrder"/>'s on a copy of the line, or deferred acceptance by key.
/// </summary>
internal sealed class PoolRun
{
    private readonly PoolCourse _course;
    private readonly QueueRules _rules;
    private readonly PoolBoard _board;
    private readonly FreePlaces _free;
    private readonly Fate[] _fates;
    private readonly Dictionary<Guid, int> _index = [];
    private readonly List<Guid>[] _tooOld;

    private PoolRun(PoolCourse course, QueueRules rules)
    {
        (_course, _rules, _board) = (course, rules, course.Line.CopyOfLine());
        _free = new(rules.Regime != QueueRegime.Direct, course.Opened);
        _tooOld = [.. Enumerable.Range(0, course.Months).Select(_ => new List<Guid>())];
        _fates = new Fate[_board.Line.Count + course.Newcomers.Count];
        Array.Fill(_fates, new(FateKind.Waiting, course.Months));
        foreach (var ticket in LineOf(_board))
        {
            Enter(ticket.Id, ticket.BornOn);
        }
    }

    public static PoolOutcome Play(PoolCourse course, QueueRules rules, bool deferred)
    {
        var run = new PoolRun(course, rules);
        var places = course.Places.ToLookup(p => p.Month);
        var newcomers = course.Newcomers.ToLookup(n => n.Month);
        for (var month = 0; month < course.Months; month++)
        {
            foreach (var coming in places[month])
            {
                run._free.Add(coming.InstitutionId, coming.Count);
            }

            run.Leave(month);
            if (deferred)
            {
                run.Match(month);
            }
            else
            {
                run.Serve(month);
            }

            foreach (var child in newcomers[month])
            {
                run._board.Apply(
                    child.Key.ApplicationId, QueueEventKind.Registered,
                    new QueueFact { Rank = child.Key.Rank, AppliedAt = child.Key.AppliedAt, BornOn = child.BornOn, Wishes = child.Wishes });
                run.Enter(child.Key.ApplicationId, child.BornOn);
            }
        }

        return new(run._fates, course.Places.Where(p => p.Count > 0).Sum(p => p.Count), run._free.Total);
    }

    /// <summary>Those who wait, by key.</summary>
    public static IEnumerable<Ticket> LineOf(PoolBoard board) =>
        board.Line.From(new(int.MinValue, DateTime.MinValue, Guid.Empty)).Select(key => board.Find(key.ApplicationId)!);

    private void Enter(Guid id, DateOnly bornOn)
    {
        _index.Add(id, _index.Count);
        var end = bornOn.AddYears(_rules.MaxAgeYears);
        var month = Math.Max(0, ((end.Year - _course.Start.Year) * 12) + end.Month - _course.Start.Month + (end.Day > 1 ? 1 : 0));
        if (month < _course.Months)
        {
            _tooOld[month].Add(id);
        }
    }

    private void Leave(int month)
    {
        foreach (var id in _tooOld[month].Where(id => _board.Find(id)!.State == TicketState.Waiting))
        {
            _board.Apply(id, QueueEventKind.Removed, new());
            _fates[_index[id]] = new(FateKind.Left, month);
        }
    }

    private void Serve(int month)
    {
        var day = _course.Start.AddMonths(month);
        var served = new List<Guid>();
        var order = _free.Total == 0 ? [] : QueueOrder.Served(_board, _rules.GeneralPerPriority, t => _rules.AgeFits(t.BornOn, day) && _free.Choices(t).Any());
        foreach (var ticket in order)
        {
            _free.Take(_free.Choices(ticket).First());
            served.Add(ticket.Id);
            if (_free.Total == 0)
            {
                break;
            }
        }

        Place(served, month);
    }

    private void Match(int month)
    {
        if (_free.Total == 0)
        {
            return;
        }

        var day = _course.Start.AddMonths(month);
        var children = LineOf(_board).Where(t => _rules.AgeFits(t.BornOn, day)).ToList();
        var given = DeferredAcceptance.Match([.. children.Select(_free.Choices)], _free.ByInstitution, (_, child) => child);
        var served = new List<Guid>();
        foreach (var (ticket, institution) in children.Zip(given))
        {
            if (institution is { } taken)
            {
                _free.Take(taken);
                served.Add(ticket.Id);
            }
        }

        Place(served, month);
    }

    private void Place(List<Guid> served, int month)
    {
        foreach (var id in served)
        {
            _board.Apply(id, QueueEventKind.Offered, new());
            _fates[_index[id]] = new(FateKind.Placed, month);
        }
    }
}
