using Education.Planning.Contracts;
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

        var lines = await Lines(question, null).ToListAsync(cancellationToken);
        return [.. lines.Select(l => Of(l, PreschoolIndicators.Assessed)), .. lines.Select(l => Of(l, PreschoolIndicators.Ready))];
    }

    public async Task<FigureRows?> Rows(FigureQuestion question, FigureCut cut, CancellationToken cancellationToken) =>
        cut.Code is PreschoolIndicators.Assessed or PreschoolIndicators.Ready && cut.Dimensions.Equals(Dimensions.None)
            ? await FigureRows.Of(Lines(question, cut.InstitutionId), l => Of(l, cut.Code), cancellationToken)
            : null;

    private IQueryable<InstitutionLine<Readiness>> Lines(FigureQuestion question, Guid? institutionId) => db.OfInstitutions<Readiness>(question).AsNoTracking()
        .Where(l => l.Row.Year == question.Year && (institutionId == null || l.Row.InstitutionId == institutionId))
        .OrderBy(l => l.Institution.SortName).ThenBy(l => l.Institution.Id);

    private static FigureRecord Of(InstitutionLine<Readiness> line, string code)
    {
        var assessed = line.Row.High + line.Row.Middle + line.Row.Low;
        return code == PreschoolIndicators.Ready ? Of(line, code, line.Row.High, assessed) : Of(line, code, assessed, null);
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
