using Education.SharedKernel;

namespace Education.Registry.Contracts;

/// <summary>An institution as other modules may know it.</summary>
/// <param name="Id">Identity, stable through renamings; a merged institution's id leads to the one it was merged into.</param>
/// <param name="Name">Present name.</param>
/// <param name="TerritoryCode">КАТО code of its territory.</param>
/// <param name="Kind">Code of its kind, for example <c>school</c>, <c>gymnasium</c>, <c>kindergarten</c> (reference table of the Registry).</param>
/// <param name="IsClosed">True when it is closed today.</param>
public sealed record InstitutionInfo(Guid Id, LocalizedText Name, string TerritoryCode, string Kind, bool IsClosed);

/// <summary>How a written name fits the register.</summary>
public enum MatchKind
{
    /// <summary>Exactly one institution bears the name or the remembered alias.</summary>
    Exact,

    /// <summary>Several fit: a person must choose, the answer is remembered as an alias.</summary>
    Ambiguous,

    /// <summary>None fits; the candidates, if any, are the nearest by spelling.</summary>
    None,
}

/// <summary>What a written name may mean.</summary>
/// <param name="Text">The name as written: «СШ№95», «шг 95».</param>
/// <param name="Kind">How it fits.</param>
/// <param name="Candidates">The one for <see cref="MatchKind.Exact"/>, the choice for the others, best first, at most ten.</param>
public sealed record InstitutionMatch(string Text, MatchKind Kind, IReadOnlyList<InstitutionInfo> Candidates);

/// <summary>Reads of the register for other modules, within the acting user's scope.</summary>
public interface IInstitutionDirectory
{
    /// <summary>The institutions with these ids, in one query; unknown ids and ids outside the scope are absent.</summary>
    Task<IReadOnlyDictionary<Guid, InstitutionInfo>> Find(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// What the names mean within <paramref name="territoryCode"/> (its subtree; null for the whole scope), all in a fixed number of
    /// queries. The same name gives the same answer.
    /// </summary>
    Task<IReadOnlyList<InstitutionMatch>> Match(IReadOnlyCollection<string> names, string? territoryCode, CancellationToken cancellationToken);

    /// <summary>Remembers that <paramref name="text"/> means the institution, so that the next import need not ask.</summary>
    /// <exception cref="NotFound">The institution is unknown or outside the scope.</exception>
    Task Remember(string text, Guid institutionId, CancellationToken cancellationToken);
}

/// <summary>Two entries were one institution: rows of <paramref name="FromId"/> belong to <paramref name="IntoId"/> now.</summary>
[EventName("registry.institution-merged.v1")]
public sealed record InstitutionMergedEvent(Guid FromId, Guid IntoId) : IIntegrationEvent;

/// <summary>The institution belongs to another territory from <paramref name="Date"/> on.</summary>
[EventName("registry.institution-moved.v1")]
public sealed record InstitutionMovedEvent(Guid Id, string FromTerritory, string ToTerritory, DateOnly Date) : IIntegrationEvent;
