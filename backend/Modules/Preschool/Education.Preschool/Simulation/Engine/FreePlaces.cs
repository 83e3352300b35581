using Education.Preschool.Queue.Engine;

namespace Education.Preschool.Simulation.Engine;

/// <summary>Free places of a pool by kindergarten, and which of them an application takes: what it wishes first; elsewhere where the regime lets it.</summary>
/// <param name="anywhere">The regime does not bind a family to the kindergartens that it named.</param>
/// <param name="opened">New kindergartens, named last by everybody.</param>
internal sealed class FreePlaces(bool anywhere, IReadOnlyList<Guid> opened)
{
    private readonly SortedDictionary<Guid, int> _free = [];

    public int Total { get; private set; }

    public IReadOnlyDictionary<Guid, int> ByInstitution => _free;

    public void Add(Guid institutionId, int count)
    {
        if (count > 0)
        {
            _free[institutionId] = _free.GetValueOrDefault(institutionId) + count;
            Total += count;
        }
    }

    public void Take(Guid institutionId)
    {
        Total--;
        var left = _free[institutionId] - 1;
        if (left > 0)
        {
            _free[institutionId] = left;
        }
        else
        {
            _free.Remove(institutionId);
        }
    }

    /// <summary>Kindergartens with a free place that the family would take, best first.</summary>
    public IEnumerable<Guid> Choices(Ticket ticket)
    {
        var named = ticket.Wishes.Concat(opened).Where(_free.ContainsKey);
        return anywhere ? named.Concat(_free.Keys.Except(ticket.Wishes).Except(opened)) : named;
    }
}
