using System.Collections.Frozen;
using Education.BuildingBlocks.Persistence;
using Education.Registry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Parameters;

/// <summary>
/// All norms in memory: a few hundred rows that every module asks for. Forgotten at once when this process changes them, after ten seconds
/// when another one does.
/// </summary>
internal sealed class ParameterCache(TimeProvider time)
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(10);
    private (DateTimeOffset At, FrozenDictionary<string, ParameterValue[]> Values)? _known;

    public void Forget() => _known = null;

    public async ValueTask<FrozenDictionary<string, ParameterValue[]>> Values(RegistryDbContext db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known is { } known && now - known.At < Keep)
        {
            return known.Values;
        }

        var rows = await db.Parameters.AsNoTracking().SelectMany(
            p => p.Periods,
            (p, v) => new ParameterValue(p.Code, v.Value, v.ValidFrom, v.ValidTo, v.LegalAct, v.TerritoryCode)).ToListAsync(cancellationToken);
        var values = rows.GroupBy(r => r.Code, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _known = (now, values);
        return values;
    }
}

/// <summary>The value on a date, of the territory nearest above the asked one.</summary>
internal sealed class ParameterStore(RegistryDbContext db, ParameterCache cache) : IParameters
{
    public async Task<ParameterValue?> Find(string code, DateOnly on, string? territoryCode, CancellationToken cancellationToken)
    {
        var values = await cache.Values(db, cancellationToken);
        if (!values.TryGetValue(code, out var periods))
        {
            return null;
        }

        return Nearest(periods, on, await Chain([periods], territoryCode, cancellationToken));
    }

    public async Task<IReadOnlyDictionary<string, ParameterValue>> FindAll(
        string prefix, DateOnly on, string? territoryCode, CancellationToken cancellationToken)
    {
        var all = await cache.Values(db, cancellationToken);
        var asked = all.Where(p => p.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        var chain = await Chain(asked.Select(a => a.Value), territoryCode, cancellationToken);
        return asked.Select(a => Nearest(a.Value, on, chain)).OfType<ParameterValue>().ToDictionary(v => v.Code, StringComparer.Ordinal);
    }

    /// <summary>Distance of each territory above the asked one; read only when some value is territorial.</summary>
    private async ValueTask<IReadOnlyDictionary<string, int>> Chain(
        IEnumerable<ParameterValue[]> periods, string? territoryCode, CancellationToken cancellationToken)
    {
        if (territoryCode is null || !periods.Any(p => Array.Exists(p, v => v.TerritoryCode is not null)))
        {
            return FrozenDictionary<string, int>.Empty;
        }

        return await db.Set<TerritoryClosure>().Where(c => c.DescendantCode == territoryCode)
            .ToDictionaryAsync(c => c.AncestorCode, c => c.Depth, StringComparer.Ordinal, cancellationToken);
    }

    private static ParameterValue? Nearest(ParameterValue[] periods, DateOnly on, IReadOnlyDictionary<string, int> chain) => periods
        .Where(p => p.ValidFrom <= on && (p.ValidTo is null || on <= p.ValidTo))
        .Where(p => p.TerritoryCode is null || chain.ContainsKey(p.TerritoryCode))
        .MinBy(p => p.TerritoryCode is null ? int.MaxValue : chain[p.TerritoryCode]);
}

/// <summary>Brings along the parameters of every module: only those that are not there, never over a department's own change.</summary>
internal static class ParameterSeed
{
    public static async Task Run(RegistryDbContext db, IEnumerable<IParameterSource> sources, ParameterCache cache, CancellationToken cancellationToken)
    {
        var known = await db.Parameters.Select(p => p.Code).ToListAsync(cancellationToken);
        foreach (var definition in sources.SelectMany(s => s.Parameters).ExceptBy(known, d => d.Code))
        {
            var parameter = new Parameter(definition.Code, definition.Name, definition.Unit);
            foreach (var value in definition.Values.OrderBy(v => v.ValidFrom))
            {
                parameter.Add(value.Value, value.ValidFrom, value.ValidTo, value.LegalAct, value.TerritoryCode);
            }

            db.Add(parameter);
        }

        await db.SaveChangesAsync(cancellationToken);
        cache.Forget();
    }
}
