using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Indicators;

/// <summary>Population by age slice, one record an age.</summary>
internal sealed class PopulationRecords(PreschoolDbContext db) : IFigureRecords
{
    public async Task<IReadOnlyList<FigureRecord>> Find(FigureQuestion question, CancellationToken cancellationToken)
    {
        var slices = PreschoolIndicators.Slices.Where(s => question.Asks(PreschoolIndicators.Population + s.Slice)).ToList();
        if (slices.Count == 0)
        {
            return [];
        }

        var rows = await db.OfTerritories<Population>(question).AsNoTracking().Where(p => p.Year == question.Year)
            .OrderBy(p => p.TerritoryCode).ThenBy(p => p.Age).ToListAsync(cancellationToken);
        return
        [
            .. from slice in slices
               from row in rows
               where row.Age >= slice.From && row.Age < slice.Below
               select new FigureRecord(PreschoolIndicators.Population + slice.Slice, Label(row), row.TerritoryCode, row.Children)
               {
                   Cells = new Dictionary<string, string>(StringComparer.Ordinal) { ["age"] = FigureRecord.Cell(row.Age) },
                   ImportId = row.ImportId,
                   ImportRow = row.ImportRow,
               },
        ];
    }

    private static LocalizedText Label(Population row) => row.SourceDate is { } date
        ? new($"{row.Source}, {DateFormat.Short(date)}", $"{row.Source}, {DateFormat.Short(date)}")
        : new(row.Source, row.Source);
}
