using Education.Planning.Contracts;
using Education.Testing.National.Views;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Indicators;

/// <summary>The schools with the highest and lowest means of those whose mean may be published, in this year and the one before.</summary>
internal static class NationalExtremes
{
    public static async Task<List<Guid>> Of(
        TestingDbContext db, Publication publication, ExtremesRequest request, int year, CancellationToken cancellationToken)
    {
        List<Guid> hidden = [.. (await publication.Of(year, cancellationToken)).Rows, .. (await publication.Of(year - 1, cancellationToken)).Rows];
        var schools = SchoolLine.Of(db, db.ForAggregates, year, request.TerritoryCode).Where(l => l.Participants > 0 && l.TotalHundredths != null);
        schools = hidden.Count > 0 ? schools.Where(l => !hidden.Contains(l.InstitutionId)) : schools;
        var means = schools.Select(l => new { l.InstitutionId, l.SortName, Mean = (double)l.TotalHundredths! / l.Participants!.Value });
        var order = request.Highest ? means.OrderByDescending(m => m.Mean) : means.OrderBy(m => m.Mean);
        return await order.ThenBy(m => m.SortName).ThenBy(m => m.InstitutionId).Take(request.Count).Select(m => m.InstitutionId).ToListAsync(cancellationToken);
    }
}
