using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Indicators;

/// <summary>
/// Totals taken from published reports, where no rows are. A published coverage is given only where the coverage cannot be computed: no
/// population, in the territory.
/// </summary>
internal sealed class PublishedRecords(PreschoolDbContext db) : IFigureRecords
{
    private static readonly LocalizedText Label = new("Жарияланған қорытынды", "Опубликованный итог", "Published total");

    public async Task<IReadOnlyList<FigureRecord>> Find(FigureQuestion question, CancellationToken cancellationToken)
    {
        var codes = question.Codes.ToList();
        var totals = await db.OfTerritories<PublishedTotal>(question).AsNoTracking().Where(t => t.Year == question.Year && codes.Contains(t.Code))
            .OrderBy(t => t.TerritoryCode).ThenBy(t => t.Code).ToListAsync(cancellationToken);
        var counted = totals.Exists(t => t.Code.StartsWith(PreschoolIndicators.Coverage, StringComparison.Ordinal))
            ? (await db.OfTerritories<Population>(question with { WithinRights = false }).Where(p => p.Year == question.Year).Select(p => p.TerritoryCode).Distinct()
                .ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal)
            : [];
        return
        [
            .. totals.Where(t => !t.Code.StartsWith(PreschoolIndicators.Coverage, StringComparison.Ordinal) || !counted.Contains(t.TerritoryCode))
                .Select(t => new FigureRecord(t.Code, Label, t.TerritoryCode, t.Value) { ImportId = t.ImportId, ImportRow = t.ImportRow }),
        ];
    }
}
