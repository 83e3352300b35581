using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.BuildingBlocks.Persistence;

/// <summary>
/// Collects where a save or a bulk insert writes and refuses it when a restricted user has no right there: what is outside his scope looks
/// as if it did not exist.
/// </summary>
internal sealed class ScopeGuard(ModuleDbContext context)
{
    private readonly bool _restricted = !context.User.Scope.Everything;
    private readonly HashSet<Guid> _institutions = [];
    private readonly HashSet<Guid> _entering = [];
    private readonly HashSet<string> _territories = new(StringComparer.Ordinal);

    /// <summary>Where a row belongs, for the audit log and the guard.</summary>
    public static (string? TerritoryCode, Guid? InstitutionId) PlaceOf(object row) => (
        (row as ITerritoryScoped)?.TerritoryCode ?? (row as IInstitutionRow)?.TerritoryCode,
        (row as IInstitutionScoped)?.InstitutionId ?? (row as IInstitutionRow)?.Id);

    public void Add(object row)
    {
        if (!_restricted)
        {
            return;
        }

        // A row with both belongs to its institution, as in ScopeFilter.
        if (row is IInstitutionScoped scoped)
        {
            _institutions.Add(scoped.InstitutionId);
        }
        else if (row is ITerritoryScoped territory)
        {
            _territories.Add(territory.TerritoryCode);
        }
        else if (row is IInstitutionRow institution && !context.User.Scope.InstitutionIds.Contains(institution.Id))
        {
            _territories.Add(institution.TerritoryCode);
        }
    }

    /// <summary>An institution entered with this save is judged by its territory; its parts, not yet to be seen in the database, go with it.</summary>
    public void Entering(Guid institution) => _entering.Add(institution);

    /// <summary>A row must not be pulled out of a foreign scope into one's own either.</summary>
    public void AddInstitution(Guid institution) => _ = _restricted && _institutions.Add(institution);

    /// <summary>See <see cref="AddInstitution"/>.</summary>
    public void AddTerritory(string territory) => _ = _restricted && _territories.Add(territory);

    /// <exception cref="NotFound">A place is outside the acting user's scope.</exception>
    public async Task Check(CancellationToken cancellationToken)
    {
        _institutions.ExceptWith(_entering);
        if (_institutions.Count > 0)
        {
            var seen = await context.VisibleInstitutions().Where(id => _institutions.Contains(id)).ToListAsync(cancellationToken);
            _institutions.ExceptWith(seen);
            if (_institutions.Count > 0)
            {
                throw new NotFound("Institution", _institutions.First());
            }
        }

        if (_territories.Count > 0)
        {
            var root = context.User.Scope.TerritoryCode;
            var seen = await context.Set<TerritoryClosure>()
                .Where(c => c.AncestorCode == root && _territories.Contains(c.DescendantCode)).Select(c => c.DescendantCode)
                .ToListAsync(cancellationToken);
            _territories.ExceptWith(seen);
            if (_territories.Count > 0)
            {
                throw new NotFound("Territory", _territories.First());
            }
        }
    }
}
