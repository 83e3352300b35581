using Education.BuildingBlocks.Persistence;
using Education.Registry.Contracts;
using Education.Registry.Territories;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Institutions;

internal sealed class InstitutionNetwork(RegistryDbContext db) : IInstitutionNetwork
{
    private static readonly string[] Urban = ["republic", "oblast", "republican_city", "city", "city_district", "town"];

    public async Task<IReadOnlyList<NetworkInstitution>> OpenOn(
        string branch, DateOnly day, string? territoryCode, bool withinRights, CancellationToken cancellationToken)
    {
        var institutions = withinRights ? db.Scoped<Institution>() : db.AllInstitutions;
        var covered = db.Set<TerritoryClosure>().Where(c => c.AncestorCode == territoryCode).Select(c => c.DescendantCode);
        var rows =
            from institution in institutions.AsNoTracking()
            from period in institution.Periods
            where period.ValidFrom <= day && (period.ValidTo == null || period.ValidTo >= day) && period.Status == InstitutionStatus.Active
            where territoryCode == null || covered.Contains(period.TerritoryCode)
            join kind in db.Set<InstitutionKind>() on period.KindCode equals kind.Code
            where kind.Group == branch
            join territory in db.Set<Territory>() on period.TerritoryCode equals territory.Code
            orderby period.SortName, institution.Id
            select new NetworkInstitution(
                institution.Id, period.Name, period.TerritoryCode, period.KindCode, institution.Ownership == Ownership.Private, !Urban.Contains(territory.Kind));
        return await rows.ToListAsync(cancellationToken);
    }
}
