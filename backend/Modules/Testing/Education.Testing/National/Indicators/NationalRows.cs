using Education.BuildingBlocks.Persistence;
using Education.Planning.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Indicators;

/// <summary>Which rows of schools are told one by one; those of the other schools of a large territory are <see cref="NationalSums"/>.</summary>
internal static class NationalRows
{
    /// <summary>True: only the territory's own schools come one by one.</summary>
    public static bool IsSummed(IndicatorRequest request) => request is { ByParts: true, TerritoryCode: not null, Institutions: null };

    public static IQueryable<SchoolResult> Of(TestingDbContext db, IndicatorRequest request, int year)
    {
        var (root, some, own) = (request.TerritoryCode, request.Institutions, IsSummed(request));
        var codes = db.Set<TerritoryClosure>().Where(c => c.AncestorCode == root).Select(c => c.DescendantCode);
        return
            from result in db.ForAggregates
            where result.Year == year
            join school in db.Set<InstitutionRef>() on result.InstitutionId equals school.Id
            where root == null || (own ? school.TerritoryCode == root : codes.Contains(school.TerritoryCode))
            where some == null || some.Contains(school.Id)
            select result;
    }

    /// <summary>True when every school of these rows that took part is computed from its participants.</summary>
    public static async Task<bool> AllFromParticipants(IQueryable<SchoolResult> rows, CancellationToken cancellationToken) =>
        !await rows.AnyAsync(r => r.Participants > 0 && r.Source != ResultSource.Participants, cancellationToken);
}
