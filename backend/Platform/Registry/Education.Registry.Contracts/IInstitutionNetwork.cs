using Education.SharedKernel;

namespace Education.Registry.Contracts;

/// <summary>
/// The network of institutions as it stood on a day, for figures and for the rows behind them.
/// </summary>
public interface IInstitutionNetwork
{
    /// <summary>The institutions of a branch of education that were open on <paramref name="day"/>, in one query, ordered by Kazakh name.</summary>
    /// <param name="branch"><c>preschool</c>, <c>school</c>, <c>extra</c>, <c>college</c> or <c>support</c>: the group of the kind they had that day.</param>
    /// <param name="day">The day; a day of closing no longer counts.</param>
    /// <param name="territoryCode">КАТО code whose subtree is asked; null for the whole installation.</param>
    /// <param name="withinRights">Only what the acting user may see; otherwise all, since how many kindergartens a city has does not depend on who asks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<NetworkInstitution>> OpenOn(string branch, DateOnly day, string? territoryCode, bool withinRights, CancellationToken cancellationToken);
}

/// <summary>An institution as it was on a day.</summary>
/// <param name="Id">Identity, stable through renamings.</param>
/// <param name="Name">Name on the day.</param>
/// <param name="TerritoryCode">КАТО code on the day.</param>
/// <param name="Kind">Code of the kind on the day.</param>
/// <param name="IsPrivate">Private ownership; the register keeps only the present one.</param>
/// <param name="IsRural">Its territory is no city, district of a city or town.</param>
public sealed record NetworkInstitution(Guid Id, LocalizedText Name, string TerritoryCode, string Kind, bool IsPrivate, bool IsRural);
