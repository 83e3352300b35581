using Microsoft.EntityFrameworkCore;

namespace Education.BuildingBlocks.Persistence;

/// <summary>Rows that ride along with the first save of a request or delivery: its idempotency key, the consumer's inbox entry.</summary>
public sealed class WriteCompanions
{
    private List<Func<DateTime, object>> _rows = [];

    /// <summary>True when every companion went down with a save.</summary>
    public bool AllSaved => _rows.Count == 0;

    internal IReadOnlyList<Func<DateTime, object>> Pending => [.. _rows];

    /// <summary>Adds a row to the next save of whichever module's context saves first.</summary>
    public void Add(Func<DateTime, object> row) => _rows.Add(row);

    internal List<object> AddTo(DbContext context, DateTime now)
    {
        var added = _rows.ConvertAll(row => row(now));
        context.AddRange(added);
        return added;
    }

    internal void Saved() => _rows.Clear();

    /// <summary>The transaction that held the companions was rolled back: they go down with the next one.</summary>
    internal void Restore(IReadOnlyList<Func<DateTime, object>> pending) => _rows = [.. pending];
}
