using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Territories;

/// <summary>The closure of the territory tree: every unit with itself and everything above it.</summary>
internal static class TerritoryTree
{
    /// <summary>Pairs of the closure of <paramref name="parents"/> (code → code of the unit above).</summary>
    /// <exception cref="InvalidOperationException">A unit stands above itself.</exception>
    public static IEnumerable<TerritoryClosure> Closure(IReadOnlyDictionary<string, string?> parents)
    {
        foreach (var code in parents.Keys.Order(StringComparer.Ordinal))
        {
            var depth = 0;
            for (var above = code; above is not null; above = parents.GetValueOrDefault(above))
            {
                if (depth > parents.Count)
                {
                    throw new InvalidOperationException($"Territory {code} stands above itself.");
                }

                yield return new() { AncestorCode = above, DescendantCode = code, Depth = depth++ };
            }
        }
    }

    /// <summary>Writes the closure anew, inside the caller's transaction, so that no reader sees half of it.</summary>
    public static async Task Rebuild(RegistryDbContext db, IDatabaseEngine engine, CancellationToken cancellationToken)
    {
        var parents = await db.Territories.AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.ParentCode, StringComparer.Ordinal, cancellationToken);
        await db.TerritoryClosure.ExecuteDeleteAsync(cancellationToken);
        await engine.BulkInsert(db, Closure(parents).ToAsyncEnumerable(), cancellationToken);
        await db.Territories.ExecuteUpdateAsync(
            set => set.SetProperty(t => t.HasChildren, t => db.Territories.Any(c => c.ParentCode == t.Code)), cancellationToken);
    }
}
