using Education.SharedKernel;

namespace Education.Registry.Contracts;

/// <summary>A unit of the КАТО classifier.</summary>
/// <param name="Code">Nine digits.</param>
/// <param name="ParentCode">The unit above; null for the republic.</param>
/// <param name="Level">0 republic, 1 oblast, 2 city or rayon, deeper below.</param>
/// <param name="Kind">republic, oblast, republican_city, city, rayon, city_district…</param>
/// <param name="Name">Name in three languages.</param>
public sealed record TerritoryInfo(string Code, string? ParentCode, int Level, string Kind, LocalizedText Name);

/// <summary>Reads of territories for other modules. Not restricted: the names of territories are public.</summary>
public interface ITerritoryDirectory
{
    /// <summary>The units with these codes, old codes led to present ones by the crosswalk; unknown codes are absent.</summary>
    Task<IReadOnlyDictionary<string, TerritoryInfo>> Find(IReadOnlyCollection<string> codes, CancellationToken cancellationToken);

    /// <summary>The chain from the unit up to the republic, the unit first.</summary>
    Task<IReadOnlyList<TerritoryInfo>> Ancestors(string code, CancellationToken cancellationToken);
}
