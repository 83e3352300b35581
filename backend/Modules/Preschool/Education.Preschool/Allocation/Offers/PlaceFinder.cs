using Education.BuildingBlocks.Persistence;
using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Offers;

/// <summary>A group with open places of a pool.</summary>
/// <param name="OpenToAll">Of them open to everybody regardless of number.</param>
internal sealed record FoundPlace(Guid GroupId, string GroupName, Guid InstitutionId, LocalizedText Institution, int Open, int OpenToAll);

/// <summary>Which groups serve a pool: those of its year, language and profile whose nearest queue above is the pool's.</summary>
internal sealed class PlaceFinder(PreschoolDbContext db, IInstitutionDirectory institutions)
{
    public IQueryable<FoundPlace> Of(PoolKey pool, Guid? groupId = null, bool onlyOpen = false)
    {
        var closure = db.Set<TerritoryClosure>();
        var heads = db.Scoped<QueueHead>();
        return
            from g in db.Scoped<Group>().AsNoTracking()
            join i in db.Scoped<InstitutionRef>() on g.InstitutionId equals i.Id
            where (groupId == null || g.Id == groupId) && (!onlyOpen || g.Open > 0) && g.BirthYear == pool.BirthYear && g.Language == pool.Language && g.Profile == pool.Profile
                && closure.Any(c => c.DescendantCode == i.TerritoryCode && c.AncestorCode == pool.TerritoryCode
                    && !closure.Any(n => n.DescendantCode == i.TerritoryCode && n.Depth < c.Depth && heads.Any(h => h.TerritoryCode == n.AncestorCode)))
            orderby i.SortName, g.Name
            select new FoundPlace(g.Id, g.Name, i.Id, i.Name, g.Open, g.OpenToAll);
    }

    /// <summary>The group, if the application may get a place there.</summary>
    /// <exception cref="RuleViolation"><c>preschool.place-of-another-queue</c>, <c>preschool.kindergarten-closed</c>.</exception>
    public async Task<FoundPlace> Find(PoolKey pool, Guid groupId, CancellationToken cancellationToken)
    {
        var place = await Of(pool, groupId).SingleOrDefaultAsync(cancellationToken) ?? throw new RuleViolation("preschool.place-of-another-queue");
        var known = await institutions.Find([place.InstitutionId], cancellationToken);
        return known.TryGetValue(place.InstitutionId, out var institution) && !institution.IsClosed
            ? place
            : throw new RuleViolation("preschool.kindergarten-closed", place.Institution);
    }
}
