using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Views;

/// <summary>A school's year beside the year before, as SQL joins them.</summary>
internal sealed class SchoolLine
{
    public Guid InstitutionId { get; init; }

    public LocalizedText Name { get; init; } = null!;

    public string SortName { get; init; } = "";

    public string SearchName { get; init; } = "";

    public int? Graduates { get; init; }

    public int? Participants { get; init; }

    public long? MeanHundredths { get; init; }

    public long? WithoutCreativeHundredths { get; init; }

    public long? TotalHundredths { get; init; }

    public int? BelowThreshold { get; init; }

    public ResultSource Source { get; init; }

    public long? PreviousHundredths { get; init; }

    public decimal? PrintedParticipation { get; init; }

    public Guid? ImportId { get; init; }

    public int? ImportRow { get; init; }

    /// <summary>
    /// Lines of a year in a territory's subtree. <paramref name="results"/> is scoped for lists of schools, unscoped only for aggregates.
    /// </summary>
    public static IQueryable<SchoolLine> Of(TestingDbContext db, IQueryable<SchoolResult> results, int year, string territory)
    {
        var codes = db.Set<TerritoryClosure>().Where(c => c.AncestorCode == territory).Select(c => c.DescendantCode);
        return
            from result in results
            where result.Year == year
            join school in db.Set<InstitutionRef>() on result.InstitutionId equals school.Id
            where codes.Contains(school.TerritoryCode)
            join before in results.Where(r => r.Year == year - 1) on result.InstitutionId equals before.InstitutionId into befores
            from before in befores.DefaultIfEmpty()
            select new SchoolLine
            {
                InstitutionId = result.InstitutionId,
                Name = school.Name,
                SortName = school.SortName,
                SearchName = school.SearchName,
                Graduates = result.Graduates,
                Participants = result.Participants,
                MeanHundredths = result.MeanHundredths,
                WithoutCreativeHundredths = result.MeanWithoutCreativeHundredths,
                TotalHundredths = result.TotalHundredths,
                BelowThreshold = result.BelowThreshold,
                Source = result.Source,
                PreviousHundredths = before.MeanHundredths,
                PrintedParticipation = result.PrintedParticipation,
                ImportId = result.ImportId,
                ImportRow = result.ImportRow,
            };
    }
}

/// <summary>A share with what it is made of.</summary>
/// <param name="Numerator">Part.</param>
/// <param name="Denominator">Whole.</param>
/// <param name="Percent">Unrounded, null when the whole is 0.</param>
internal sealed record ShareValue(decimal Numerator, decimal Denominator, decimal? Percent)
{
    public static ShareValue? Of(int? numerator, int? denominator) =>
        numerator is { } part && denominator is { } whole ? new(part, whole, new Share(part, whole).Percent) : null;
}
