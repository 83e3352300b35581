using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Views;

/// <summary>Sums over a territory, added up in SQL. They are aggregates for comparison, so they do not depend on the reader's scope.</summary>
internal static class Totals
{
    /// <summary>Sums over the schools of a territory in a year.</summary>
    public sealed record SchoolTotals(
        int Schools, int Graduates, int Participants, long TotalHundredths, int CreativeSchools, int BothYears, int Risen,
        int? BelowThreshold);

    /// <summary>Means over the subject rows: of all takers, and of those without a creative exam.</summary>
    public sealed record SubjectTotals(MeanValue Mean, MeanValue? WithoutCreative, int CreativeTakers);

    public static async Task<SchoolTotals> OfSchools(TestingDbContext db, int year, string territory, CancellationToken cancellationToken) =>
        await SchoolLine.Of(db, db.ForAggregates, year, territory).Where(l => l.Participants != null).GroupBy(_ => 1)
            .Select(g => new SchoolTotals(
                g.Count(l => l.Participants > 0),
                g.Sum(l => l.Graduates ?? 0),
                g.Sum(l => l.Participants ?? 0),
                g.Sum(l => l.TotalHundredths ?? 0),
                g.Count(l => l.WithoutCreativeHundredths != null && l.WithoutCreativeHundredths != l.MeanHundredths),
                g.Count(l => l.MeanHundredths != null && l.PreviousHundredths != null),
                g.Count(l => l.MeanHundredths > l.PreviousHundredths),
                // Known of the whole only where it is known of every school that took part.
                g.Count(l => l.Participants > 0 && l.BelowThreshold == null) == 0 ? g.Sum(l => l.BelowThreshold) : null))
            .SingleOrDefaultAsync(cancellationToken) ?? new(0, 0, 0, 0, 0, 0, 0, null);

    /// <summary>
    /// Every participant takes reading, so its takers are the participants; the sum of all subject totals is the sum of all points. Takers of
    /// a creative exam (rows of <see cref="TakerGroup.Creative"/>) have another maximum and are taken out of both.
    /// </summary>
    public static async Task<SubjectTotals?> OfSubjects(TestingDbContext db, int year, string territory, CancellationToken cancellationToken)
    {
        return FromSubjects(await db.SubjectsForAggregates.Where(r => r.Year == year && r.TerritoryCode == territory).ToListAsync(cancellationToken));
    }

    /// <summary>The same over rows already read, of one territory and year.</summary>
    public static SubjectTotals? FromSubjects(IReadOnlyCollection<SubjectResult> rows)
    {
        var all = rows.Where(r => r is { Group: TakerGroup.All, TotalHundredths: not null }).ToList();
        if (all.Find(r => r.SubjectCode == Subject.Reading) is not { Participants: { } participants })
        {
            return null;
        }

        var total = all.Sum(r => r.TotalHundredths!.Value);
        var creative = rows.Where(r => r is { Group: TakerGroup.Creative, TotalHundredths: not null }).ToList();
        var takers = creative.Count == 0 ? 0 : creative.Max(r => r.Participants!.Value);
        var without = takers == 0 ? null : MeanValue.Of(total - creative.Sum(r => r.TotalHundredths!.Value), participants - takers);
        return new(MeanValue.Of(total, participants), without, takers);
    }

    public static async Task<IReadOnlyDictionary<(string Code, int Year), TerritoryResult>> Published(
        TestingDbContext db, int year, IReadOnlyCollection<string> codes, CancellationToken cancellationToken) =>
        await db.TerritoriesForAggregates.AsNoTracking().Where(r => (r.Year == year || r.Year == year - 1) && codes.Contains(r.TerritoryCode))
            .ToDictionaryAsync(r => (r.TerritoryCode, r.Year), cancellationToken);

    public static async Task<IReadOnlyList<int>> Years(TestingDbContext db, string territory, CancellationToken cancellationToken)
    {
        var codes = db.Set<TerritoryClosure>().Where(c => c.AncestorCode == territory).Select(c => c.DescendantCode);
        var schools = db.Set<InstitutionRef>().Where(i => codes.Contains(i.TerritoryCode)).Select(i => i.Id);
        return await db.ForAggregates.Where(r => r.Participants != null && schools.Contains(r.InstitutionId))
            .Select(r => r.Year).Distinct().OrderByDescending(y => y).ToListAsync(cancellationToken);
    }
}
