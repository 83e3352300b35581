using Education.BuildingBlocks.Persistence;
using Education.Planning.Contracts;
using Education.Testing.National.Views;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Indicators;

/// <summary>The schools with the highest and lowest means of those whose mean may be published, in this year and the one before.</summary>
internal static class NationalExtremes
{
    public static async Task<IReadOnlyCollection<Guid>> Of(
        TestingDbContext db, Publication publication, ExtremesRequest request, int year, CancellationToken cancellationToken)
    {
        var codes = db.Set<TerritoryClosure>().Where(c => c.AncestorCode == request.TerritoryCode).Select(c => c.DescendantCode);
        List<Guid> hidden = [.. (await publication.Of(year, cancellationToken)).Rows, .. (await publication.Of(year - 1, cancellationToken)).Rows];
        var schools =
            from result in db.ForAggregates
            where result.Year == year && result.Participants > 0 && result.MeanHundredths != null && !hidden.Contains(result.InstitutionId)
            join school in db.Set<InstitutionRef>() on result.InstitutionId equals school.Id
            where codes.Contains(school.TerritoryCode)
            select new { school.Id, school.SortName, Mean = (double)result.TotalHundredths! / result.Participants!.Value };
        var highest = schools.OrderByDescending(s => s.Mean).ThenBy(s => s.SortName).ThenBy(s => s.Id).Take(request.Highest).Select(s => s.Id);
        var lowest = schools.OrderBy(s => s.Mean).ThenBy(s => s.SortName).ThenBy(s => s.Id).Take(request.Lowest).Select(s => s.Id);
        return [.. await highest.ToListAsync(cancellationToken), .. await lowest.ToListAsync(cancellationToken)];
    }
}
