using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Indicators;

/// <summary>Readiness for school, one record an institution.</summary>
internal sealed class ReadinessRecords(PreschoolDbContext db) : IFigureRecords
{
    public async Task<IReadOnlyList<FigureRecord>> Find(FigureQuestion question, CancellationToken cancellationToken)
    {
        if (!question.Asks(PreschoolIndicators.Assessed, PreschoolIndicators.Ready))
        {
            return [];
        }

        var lines = await db.OfInstitutions<Readiness>(question).AsNoTracking().Where(l => l.Row.Year == question.Year)
            .OrderBy(l => l.Institution.SortName).ThenBy(l => l.Institution.Id).ToListAsync(cancellationToken);
        return
        [
            .. lines.Select(l => Of(l, PreschoolIndicators.Assessed, l.Row.High + l.Row.Middle + l.Row.Low, null)),
            .. lines.Select(l => Of(l, PreschoolIndicators.Ready, l.Row.High, l.Row.High + l.Row.Middle + l.Row.Low)),
        ];
    }

    private static FigureRecord Of(InstitutionLine<Readiness> line, string code, int numerator, int? denominator) =>
        new(code, line.Institution.Name, line.Institution.TerritoryCode, numerator)
        {
            InstitutionId = line.Institution.Id,
            Denominator = denominator,
            Cells = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["high"] = FigureRecord.Cell(line.Row.High), ["middle"] = FigureRecord.Cell(line.Row.Middle), ["low"] = FigureRecord.Cell(line.Row.Low),
            },
            ImportId = line.Row.ImportId,
            ImportRow = line.Row.ImportRow,
        };
}
