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

    private async Task<IEnumerable<FigureRecord>> Contracts(FigureQuestion question, CancellationToken cancellationToken)
    {
        var end = new DateOnly(question.Year, 12, 31);
        var lines = await InForce(question, end).OrderBy(l => l.Institution.SortName).ThenBy(l => l.Row.Id).ToListAsync(cancellationToken);
        var isWhole = !await InForce(question with { WithinRights = false }, end).AnyAsync(l => l.Row.Places == null, cancellationToken);
        return lines.Select(l => Of(PreschoolIndicators.OrderInstitutions, l, l.Row.Kindergartens))
            .Concat(isWhole ? lines.Select(l => Of(PreschoolIndicators.OrderPlaces, l, l.Row.Places!.Value)) : []);
    }

    private IQueryable<InstitutionLine<OrderContract>> InForce(FigureQuestion question, DateOnly day) =>
        db.OfInstitutions<OrderContract>(question).AsNoTracking().Where(l => l.Row.StartsOn <= day && l.Row.LastDay >= day);

    private static FigureRecord Of(string code, InstitutionLine<OrderContract> line, int numerator) =>
        new(code, line.Institution.Name, line.Institution.TerritoryCode, numerator)
        {
            InstitutionId = line.Institution.Id, ImportId = line.Row.ImportId, ImportRow = line.Row.ImportRow,
        };

    private async Task<IEnumerable<FigureRecord>> Acts(FigureQuestion question, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(question.Year, 1, 1), new DateOnly(question.Year, 12, 31));
        var lines = await db.OfInstitutions<MonthlyAct>(question).AsNoTracking()
            .Where(l => l.Row.State == ActState.Approved && l.Row.Month >= first && l.Row.Month <= last)
            .OrderBy(l => l.Institution.SortName).ThenBy(l => l.Row.Month).ThenBy(l => l.Row.Id)
            .Select(l => new { l.Institution, l.Row.Month, l.Row.ConfirmedDays, l.Row.Amount }).ToListAsync(cancellationToken);
        return lines.Select(l => new FigureRecord(PreschoolIndicators.OrderMoney, l.Institution.Name, l.Institution.TerritoryCode, l.Amount)
        {
            InstitutionId = l.Institution.Id,
            Cells = new Dictionary<string, string>(StringComparer.Ordinal) { ["month"] = FigureRecord.Cell(l.Month.Month), ["days"] = FigureRecord.Cell(l.ConfirmedDays) },
        });
    }

    private async Task<IEnumerable<FigureRecord>> Tariffs(string territory, DateOnly day, CancellationToken cancellationToken)
    {
        var book = await TariffBook.Open(db, territory, day, day, cancellationToken);
        return book.Find(day, new(null, null, null, null, null)) is not { } tariff ? [] :
        [
            new(PreschoolIndicators.Tariff, new(tariff.LegalAct, tariff.LegalAct), territory, tariff.Monthly),
            .. tariff.ParentFee is { } fee ? new FigureRecord[] { new(PreschoolIndicators.ParentFee, new(tariff.LegalAct, tariff.LegalAct), territory, fee) } : [],
        ];
    }
}
