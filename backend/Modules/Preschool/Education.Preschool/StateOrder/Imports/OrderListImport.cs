using System.Globalization;
using Education.BuildingBlocks.Persistence;
using Education.Imports.Contracts;
using Education.Preschool.StateOrder.Orders;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Imports;

/// <summary>
/// The list of kindergartens with the state order as departments print it: at least the names; a name may stand for several kindergartens. What
/// the list does not say of a contract stays empty, places above all.
/// </summary>
internal sealed class OrderListImport(PreschoolDbContext db, OrderCapacity capacity) : OrderImport(db)
{
    private const string Kindergarten = "kindergarten";
    private readonly PreschoolDbContext _db = db;

    public override string Key => "preschool.state-order";

    public override LocalizedText Name { get; } = new(
        "Мемлекеттік тапсырысы бар балабақшалар", "Детские сады с госзаказом", "Kindergartens with the state order");

    public override string Permission => PreschoolPermissions.WriteStateOrder;

    public override IReadOnlyList<ImportOption> Options { get; } =
    [
        new("territory", new("Аумақ", "Территория", "Territory"), "territory", Required: true),
        new("startsOn", new("Шарттардың басталу күні", "Начало договоров", "First day of the contracts"), "date", Required: false),
        new("endsOn", new("Шарттардың аяқталу күні", "Окончание договоров", "Last day of the contracts"), "date", Required: false),
    ];

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Kindergarten, new("Балабақша", "Детский сад", "Kindergarten"), ImportValueKind.Institution, Required: true,
            ["Балабақша", "Балабақша атауы", "Детский сад", "Наименование детского сада", "Наименование", "Kindergarten"]),
        new("kindergartens", new("Балабақша саны", "Число садов", "Number of kindergartens"), ImportValueKind.Integer, Required: false,
            ["Балабақша саны", "Число садов", "Количество садов", "Садов", "Kindergartens"]),
        new("number", new("Шарт нөмірі", "Номер договора", "Number"), ImportValueKind.Text, Required: false, ["Шарт нөмірі", "Номер договора", "№ договора", "Contract number"]),
        new("signedOn", new("Шарт күні", "Дата договора", "Date"), ImportValueKind.Date, Required: false, ["Шарт күні", "Дата договора", "Contract date"]),
        new("lot", new("Лот", "Лот", "Lot"), ImportValueKind.Text, Required: false, ["Лот", "Номер лота", "Lot"]),
        new("places", new("Орын", "Мест", "Places"), ImportValueKind.Integer, Required: false, ["Орын саны", "Мест", "Количество мест", "Мест по госзаказу", "Places"]),
        new("startsOn", new("Басталуы", "Начало", "First day"), ImportValueKind.Date, Required: false, ["Басталу күні", "Начало", "Срок с", "Дата начала", "First day"]),
        new("endsOn", new("Аяқталуы", "Окончание", "Last day"), ImportValueKind.Date, Required: false, ["Аяқталу күні", "Окончание", "Срок по", "Дата окончания", "Last day"]),
    ];

    public override Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FieldError>>(
            OptionDay(context, "startsOn") is { } first && OptionDay(context, "endsOn") is { } last && last < first
                ? [new("endsOn", "preschool.order-ends-before-start")] : []);

    public override async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var load = await Load(rows, cancellationToken);
        var seen = context.Memory<Seen>().Rows;
        foreach (var row in rows)
        {
            var terms = Read(context, row);
            var institution = row.Value<Guid>(Kindergarten);
            if (row.Errors.Count > 0)
            {
                continue;
            }

            if (!seen.TryAdd((institution, terms!.StartsOn), row.Number))
            {
                row.Refuse(Kindergarten, "preschool.order-row-twice", seen[(institution, terms.StartsOn)]);
                continue;
            }

            var stored = Stored(load, institution, terms);
            if (stored?.Status == OrderStatus.Terminated)
            {
                row.Refuse(Kindergarten, "preschool.order-terminated");
            }
            else if (load.Refusal(institution, stored?.Id ?? Guid.Empty, terms) is { } refusal)
            {
                row.Refuse(Kindergarten, refusal.Code, [.. refusal.Args]);
            }
            else
            {
                row.Found = terms;
                row.Outcome = stored is null ? ImportOutcome.Created : Merged(stored, terms) == stored.Terms ? ImportOutcome.Unchanged : ImportOutcome.Changed;
            }
        }
    }

    public override async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var institutions = rows.Select(r => r.Value<Guid>(Kindergarten)).Distinct().ToList();
        var stored = await _db.Scoped<OrderContract>().Where(c => institutions.Contains(c.InstitutionId)).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            var (institution, terms) = (row.Value<Guid>(Kindergarten), (OrderTerms)row.Found!);
            var contract = stored.Find(c => c.InstitutionId == institution && c.StartsOn == terms.StartsOn);
            if (contract is null)
            {
                _db.Add(contract = new OrderContract(institution, terms));
            }
            else
            {
                contract.Set(Merged(contract, terms));
            }

            contract.CameFrom(context.ImportId, row.Number);
        }

        await _db.SaveChangesAsync(cancellationToken);
        _db.ChangeTracker.Clear();
    }

    private Task<OrderLoad> Load(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken) =>
        capacity.Load([.. rows.Select(r => r.Value<Guid>(Kindergarten)).Where(id => id != Guid.Empty).Distinct()], cancellationToken);

    private static OrderContract? Stored(OrderLoad load, Guid institution, OrderTerms terms) =>
        load.Contracts.FirstOrDefault(c => c.InstitutionId == institution && c.StartsOn == terms.StartsOn);

    /// <summary>A list says less than a contract: what it leaves out keeps what is stored.</summary>
    private static OrderTerms Merged(OrderContract stored, OrderTerms said)
    {
        var old = stored.Terms;
        return old with
        {
            Number = said.Number ?? old.Number, SignedOn = said.SignedOn ?? old.SignedOn, Lot = said.Lot ?? old.Lot, EndsOn = said.EndsOn,
            Places = said.Places ?? old.Places, Kindergartens = said.Kindergartens,
        };
    }

    private static OrderTerms? Read(ImportContext context, ImportRow row)
    {
        DateOnly? Day(string key) => row.Has(key) ? row.Value<DateOnly>(key) : OptionDay(context, key);
        int? Number(string key, int most)
        {
            if (!row.Has(key))
            {
                return null;
            }

            var number = row.Value<long>(key);
            if (number < 1 || number > most)
            {
                row.Refuse(key, "preschool.order-row-range", most);
            }

            return (int)Math.Clamp(number, 1, most);
        }

        var (first, last) = (Day("startsOn"), Day("endsOn"));
        var (places, kindergartens) = (Number("places", 5_000), Number("kindergartens", 50));
        if (first is null || last is null)
        {
            row.Refuse(Kindergarten, "preschool.order-row-dates");
            return null;
        }

        if (last < first)
        {
            row.Refuse(Kindergarten, "preschool.order-ends-before-start");
        }

        DateOnly? signed = row.Has("signedOn") ? row.Value<DateOnly>("signedOn") : null;
        return new(
            row.Value<string>("number"), signed, null, row.Value<string>("lot"), first.Value, last.Value, places, kindergartens ?? 1, OrderPlace.Urban, OrderHours.FullDay,
            Groups.GroupProfile.General);
    }

    private static DateOnly? OptionDay(ImportContext context, string key) =>
        DateOnly.TryParseExact(context.Options.GetValueOrDefault(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private sealed class Seen
    {
        public Dictionary<(Guid, DateOnly), int> Rows { get; } = [];
    }
}
