using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.Registry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.Users;

/// <summary>A scope with names, as a form shows it.</summary>
internal sealed record ScopeResult(bool Everything, string? TerritoryCode, string? TerritoryName, IReadOnlyList<ScopeInstitution> Institutions);

internal sealed record ScopeInstitution(Guid Id, string Name);

internal sealed class ScopeNames(AccessDbContext db, CurrentUser user, ITerritoryDirectory territories)
{
    public async Task<ScopeResult> Of(IAccount account, CancellationToken cancellationToken)
    {
        var ids = account.InstitutionIds;
        var names = ids.Count == 0
            ? []
            : await db.Set<InstitutionRef>().Where(i => ids.Contains(i.Id)).OrderBy(i => i.SortName).ThenBy(i => i.Id)
                .Select(i => new { i.Id, i.Name }).ToListAsync(cancellationToken);
        return new(
            account.SeesEverything, account.TerritoryCode, await OfTerritory(account.TerritoryCode, cancellationToken),
            [.. names.Select(i => new ScopeInstitution(i.Id, i.Name.In(user.Language)))]);
    }

    public async Task<string?> OfTerritory(string? code, CancellationToken cancellationToken) =>
        code is null ? null : (await OfTerritories([code], cancellationToken)).GetValueOrDefault(code, code);

    /// <summary>Names by code, in one query.</summary>
    public async Task<Dictionary<string, string>> OfTerritories(IEnumerable<string?> codes, CancellationToken cancellationToken)
    {
        List<string> asked = [.. codes.OfType<string>().Distinct(StringComparer.Ordinal)];
        var found = asked.Count == 0 ? null : await territories.Find(asked, cancellationToken);
        return found?.ToDictionary(t => t.Key, t => t.Value.Name.In(user.Language), StringComparer.Ordinal) ?? [];
    }
}
