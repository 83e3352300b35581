using Education.SharedKernel;

namespace Education.BuildingBlocks.Persistence;

/// <summary>
/// The two tables of the Registry that every module may join in SQL (ADR 0006): institutions and the closure of territories. They make
/// scope filters, names and sort orders one query instead of one per row. Read-only outside the Registry.
/// </summary>
public interface IInstitutionRow
{
    /// <summary>The institution.</summary>
    Guid Id { get; }

    /// <summary>КАТО code of its territory.</summary>
    string TerritoryCode { get; }
}

/// <summary>An institution as other modules see it in SQL.</summary>
public sealed class InstitutionRef : IInstitutionRow
{
    /// <inheritdoc/>
    public Guid Id { get; private init; }

    /// <inheritdoc/>
    public string TerritoryCode { get; private init; } = "";

    /// <summary>Name in three languages.</summary>
    public LocalizedText Name { get; private init; } = null!;

    /// <summary>Order by the Kazakh alphabet with digits as numbers (<c>SearchText.SortKey</c> of the Kazakh name).</summary>
    public string SortName { get; private init; } = "";

    /// <summary>Folded names for search (<c>SearchText.Normalize</c> of all names).</summary>
    public string SearchName { get; private init; } = "";

    /// <summary>Code of its present kind.</summary>
    public string KindCode { get; private init; } = "";

    /// <summary><c>State</c> or <c>Private</c>.</summary>
    public string Ownership { get; private init; } = "";

    /// <summary><c>Active</c>, <c>Closed</c> or <c>Merged</c>.</summary>
    public string Status { get; private init; } = "";
}

/// <summary>One pair of the closure: <see cref="AncestorCode"/> is <see cref="DescendantCode"/> or stands above it.</summary>
public sealed class TerritoryClosure
{
    /// <summary>КАТО code of the upper unit.</summary>
    public required string AncestorCode { get; init; }

    /// <summary>КАТО code of the unit itself or of one below.</summary>
    public required string DescendantCode { get; init; }

    /// <summary>0 for the unit itself.</summary>
    public int Depth { get; init; }
}
