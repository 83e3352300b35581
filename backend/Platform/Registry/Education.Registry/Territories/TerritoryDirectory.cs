using Education.Registry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Territories;

internal sealed class TerritoryDirectory(RegistryDbContext db) : ITerritoryDirectory
{
    public async Task<IReadOnlyDictionary<string, TerritoryInfo>> Find(IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var crosswalk = await db.TerritoryCodeChanges.AsNoTracking()
            .ToDictionaryAsync(c => c.OldCode, c => c.NewCode, StringComparer.Ordinal, cancellationToken);
        var present = codes.Distinct(StringComparer.Ordinal).ToDictionary(code => code, code => Present(crosswalk, code), StringComparer.Ordinal);
        var wanted = present.Values.Distinct(StringComparer.Ordinal).ToList();
        var found = await db.Territories.AsNoTracking().Where(t => wanted.Contains(t.Code))
            .ToDictionaryAsync(t => t.Code, Info, StringComparer.Ordinal, cancellationToken);
        return present.Where(p => found.ContainsKey(p.Value)).ToDictionary(p => p.Key, p => found[p.Value], StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<TerritoryInfo>> Ancestors(string code, CancellationToken cancellationToken)
    {
        var chain = await db.TerritoryClosure.AsNoTracking().Where(c => c.DescendantCode == code)
            .Join(db.Territories.AsNoTracking(), c => c.AncestorCode, t => t.Code, (c, t) => new { c.Depth, Territory = t })
            .OrderBy(c => c.Depth).ToListAsync(cancellationToken);
        return [.. chain.Select(c => Info(c.Territory))];
    }

    /// <summary>Follows the crosswalk; a code changed twice is followed twice, a ring (a mistake of entry) is left after one round.</summary>
    internal static string Present(Dictionary<string, string> crosswalk, string code)
    {
        for (var steps = 0; steps <= crosswalk.Count && crosswalk.TryGetValue(code, out var next); steps++)
        {
            code = next;
        }

        return code;
    }

    private static TerritoryInfo Info(Territory t) => new(t.Code, t.ParentCode, t.Level, t.Kind, t.Name);
}
