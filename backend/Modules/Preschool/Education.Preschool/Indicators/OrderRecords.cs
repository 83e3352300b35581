using Education.BuildingBlocks.Persistence;
using Education.Planning.Contracts;
using Education.Preschool.StateOrder.Acts;
using Education.Preschool.StateOrder.Orders;
using Education.Preschool.StateOrder.Tariffs;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Indicators;

/// <summary>
/// The state order: contracts in force on 31 December, approved acts of the year, the general tariff. Places are given only when every contract
/// says them: a sum over some would pass for the whole.
/// </summary>
internal sealed class OrderRecords(PreschoolDbContext db) : IFigureRecords
{
    public async Task<IReadOnlyList<FigureRecord>> Find(FigureQuestion question, CancellationToken cancellationToken)
    {
        var records = new List<FigureRecord>();
        if (question.Asks(PreschoolIndicators.OrderInstitutions, PreschoolIndicators.OrderPlaces))
        {
            records.AddRange(await Contracts(question, cancellationToken));
        }

        if (question.Asks(PreschoolIndicators.OrderMoney))
        {
            records.AddRange(await Acts(question, cancellationToken));
        }

        if (question.TerritoryCode is { } territory && question.Asks(PreschoolIndicators.Tariff, PreschoolIndicators.ParentFee))
        {
            records.AddRange(await Tariffs(territory, new DateOnly(question.Year, 12, 31), cancellationToken));
        }

        return records;
    }

    public async Task<FigureRows?> Rows(FigureQuestion question, FigureCut cut, CancellationToken cancellationToken)
    {
        if (!cut.Dimensions.Equals(Dimensions.None))
        {
            return null;
        }

        switch (cut.Code)
        {
            case PreschoolIndicators.OrderInstitutions:
                return await FigureRows.Of(InForce(question, cut.InstitutionId), InstitutionOf, cancellationToken);
            case PreschoolIndicators.OrderPlaces when await IsWhole(question, cancellationToken):
                return await FigureRows.Of(InForce(question, cut.InstitutionId), PlacesOf, cancellationToken);
            case PreschoolIndicators.OrderMoney:
                return await FigureRows.Of(Approved(question, cut.InstitutionId), Of, cancellationToken);
            default:
                return null;
        }
    }

    private async Task<IEnumerable<FigureRecord>> Contracts(FigureQuestion question, CancellationToken cancellationToken)
    {
        var lines = await InForce(question, null).ToListAsync(cancellationToken);
        return lines.Select(InstitutionOf).Concat(await IsWhole(question, cancellationToken) ? lines.Select(PlacesOf) : []);
    }

    private IQueryable<InstitutionLine<OrderContract>> InForce(FigureQuestion question, Guid? institutionId)
    {
        var day = new DateOnly(question.Year, 12, 31);
        return db.OfInstitutions<OrderContract>(question).AsNoTracking()
            .Where(l => l.Row.StartsOn <= day && l.Row.LastDay >= day && (institutionId == null || l.Row.InstitutionId == institutionId))
            .OrderBy(l => l.Institution.SortName).ThenBy(l => l.Row.Id);
    }

    /// <summary>Every contract says its places, whoever asks.</summary>
    private async Task<bool> IsWhole(FigureQuestion question, CancellationToken cancellationToken) =>
        !await InForce(question with { WithinRights = false }, null).AnyAsync(l => l.Row.Places == null, cancellationToken);

    private static FigureRecord InstitutionOf(InstitutionLine<OrderContract> line) => Of(PreschoolIndicators.OrderInstitutions, line, line.Row.Kindergartens);

    private static FigureRecord PlacesOf(InstitutionLine<OrderContract> line) => Of(PreschoolIndicators.OrderPlaces, line, line.Row.Places!.Value);

    private static FigureRecord Of(string code, InstitutionLine<OrderContract> line, int numerator) =>
        new(code, line.Institution.Name, line.Institution.TerritoryCode, numerator)
        {
            InstitutionId = line.Institution.Id, ImportId = line.Row.ImportId, ImportRow = line.Row.ImportRow,
        };

    private async Task<IEnumerable<FigureRecord>> Acts(FigureQuestion question, CancellationToken cancellationToken)
    {
        var lines = await Approved(question, null).ToListAsync(cancellationToken);
        return lines.Select(Of);
    }

    private IQueryable<ActLine> Approved(FigureQuestion question, Guid? institutionId)
    {
        var (first, last) = (new DateOnly(question.Year, 1, 1), new DateOnly(question.Year, 12, 31));
        return db.OfInstitutions<MonthlyAct>(question).AsNoTracking()
            .Where(l => l.Row.State == ActState.Approved && l.Row.Month >= first && l.Row.Month <= last && (institutionId == null || l.Row.InstitutionId == institutionId))
            .OrderBy(l => l.Institution.SortName).ThenBy(l => l.Row.Month).ThenBy(l => l.Row.Id)
            .Select(l => new ActLine(l.Institution, l.Row.Month, l.Row.ConfirmedDays, l.Row.Amount));
    }

    private static FigureRecord Of(ActLine act) => new(PreschoolIndicators.OrderMoney, act.Institution.Name, act.Institution.TerritoryCode, act.Amount)
    {
        InstitutionId = act.Institution.Id,
        Cells = new Dictionary<string, string>(StringComparer.Ordinal) { ["month"] = FigureRecord.Cell(act.Month.Month), ["days"] = FigureRecord.Cell(act.ConfirmedDays) },
    };

    private async Task<IEnumerable<FigureRecord>> Tariffs(string territory, DateOnly day, CancellationToken cancellationToken)
    {
        var book = await TariffBook.Open(db, territory, day, day, cancellationToken);
        return book.Find(day, new(null, null, null, null, null)) is not { } tariff ? [] :
        [
            new(PreschoolIndicators.Tariff, new(tariff.LegalAct, tariff.LegalAct), territory, tariff.Monthly),
            .. tariff.ParentFee is { } fee ? new FigureRecord[] { new(PreschoolIndicators.ParentFee, new(tariff.LegalAct, tariff.LegalAct), territory, fee) } : [],
        ];
    }

    private sealed record ActLine(InstitutionRef Institution, DateOnly Month, int ConfirmedDays, decimal Amount);
}
