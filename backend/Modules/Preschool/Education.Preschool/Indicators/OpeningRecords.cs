using System.Globalization;
using Education.Planning.Contracts;
using Education.Preschool.Network;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Indicators;

/// <summary>Openings and expansions, planned and carried out, one record a line of the list: the printed total must be the sum of these.</summary>
internal sealed class OpeningRecords(PreschoolDbContext db) : IFigureRecords
{
    public const string Opening = "opening";
    public const string Expansion = "expansion";

    private static readonly string[] Codes =
    [
        PreschoolIndicators.OpeningsPlanned, PreschoolIndicators.Openings, PreschoolIndicators.OpenedPlaces, PreschoolIndicators.Expansions,
        PreschoolIndicators.ExpandedPlaces, PreschoolIndicators.ProgrammePlaces,
    ];

    public async Task<IReadOnlyList<FigureRecord>> Find(FigureQuestion question, CancellationToken cancellationToken)
    {
        if (!question.Asks(Codes))
        {
            return [];
        }

        var year = question.Year;
        var changes = await db.OfTerritories<NetworkChange>(question).AsNoTracking()
            .Where(c => c.Kind != NetworkChangeKind.Renaming && (c.ActualYear == year || c.PlannedYear >= year))
            .OrderBy(c => c.ActualMonth).ThenBy(c => c.SortName).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        return [.. changes.SelectMany(c => Of(c, year))];
    }

    private static IEnumerable<FigureRecord> Of(NetworkChange change, int year)
    {
        var isOpening = change.Kind == NetworkChangeKind.Opening;
        FigureRecord Record(string code, int? numerator) => new(code, new(change.Name, change.Name), change.TerritoryCode, numerator ?? 0)
        {
            Cuts = Dimensions.Of((isOpening ? Opening : Expansion, change.Id.ToString("N", CultureInfo.InvariantCulture))),
            Cells = Cells(change),
            ImportId = change.ImportId,
            ImportRow = change.ImportRow,
        };

        if (change.ActualYear == year)
        {
            yield return Record(isOpening ? PreschoolIndicators.Openings : PreschoolIndicators.Expansions, 1);
            yield return Record(isOpening ? PreschoolIndicators.OpenedPlaces : PreschoolIndicators.ExpandedPlaces, change.ActualPlaces);
        }

        if (isOpening && change.PlannedYear == year)
        {
            yield return Record(PreschoolIndicators.OpeningsPlanned, 1);
        }

        if (change.PlannedYear > year)
        {
            yield return Record(PreschoolIndicators.ProgrammePlaces, change.PlannedPlaces);
        }
    }

    private static Dictionary<string, string> Cells(NetworkChange change)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        if (change.ActualMonth is { } month)
        {
            cells["month"] = FigureRecord.Cell(month);
        }

        return cells;
    }
}
