using Education.Imports.Contracts;
using Education.Planning.Indicators;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Checks.Printed;

/// <summary>A table of printed figures: document, place, number and what it claims to be.</summary>
internal sealed class PrintedImport(PlanningDbContext db, IndicatorBook book) : IImportDefinition
{
    private static readonly Dictionary<string, Relation> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["equals"] = Relation.Equals, ["тең"] = Relation.Equals, ["равно"] = Relation.Equals,
        ["sum"] = Relation.Sum, ["қосынды"] = Relation.Sum, ["сумма"] = Relation.Sum,
        ["share"] = Relation.Share, ["үлес"] = Relation.Share, ["доля"] = Relation.Share,
        ["list-count"] = Relation.ListCount, ["тізім саны"] = Relation.ListCount, ["число в списке"] = Relation.ListCount,
    };

    public string Key => "planning.printed";

    public LocalizedText Name { get; } = new("Құжатта басылған көрсеткіштер", "Напечатанные показатели документа", "Printed figures of a document");

    public string Permission => PlanningPermissions.WriteChecks;

    public IReadOnlyList<ImportOption> Options { get; } =
    [
        new("year", new("Жыл", "Год", "Year"), "integer", Required: true),
        new("territory", new("Аумақ", "Территория", "Territory"), "territory", Required: true),
    ];

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("document", new("Құжат", "Документ", "Document"), ImportValueKind.Text, Required: true, ["Құжат", "Құжат атауы", "Документ", "Document"]),
        new("place", new("Орны", "Место", "Place"), ImportValueKind.Text, Required: true, ["Орны", "Бет, жол", "Место", "Страница", "Строка", "Place"]),
        new("label", new("Атауы", "Название", "Label"), ImportValueKind.Text, Required: false, ["Атауы", "Көрсеткіш атауы", "Название", "Показатель", "Label"]),
        new("code", new("Код", "Код", "Code"), ImportValueKind.Text, Required: false, ["Код", "Көрсеткіш коды", "Код показателя", "Code"]),
        new("valuePeriod", new("Мәннің кезеңі", "Период значения", "Period of the value"), ImportValueKind.Text, Required: false,
            ["Мәннің кезеңі", "Период значения", "Period of the value"]),
        new("dimensions", new("Қималар", "Разрезы", "Dimensions"), ImportValueKind.Text, Required: false, ["Қималар", "Разрезы", "Dimensions"]),
        new("printed", new("Басылған сан", "Напечатано", "Printed"), ImportValueKind.Text, Required: true, ["Басылған сан", "Басылған", "Напечатано", "Printed"]),
        new("relation", new("Қатынас", "Отношение", "Relation"), ImportValueKind.Text, Required: false, ["Қатынас", "Отношение", "Relation"]),
        new("operands", new("Бөліктері", "Части", "Operands"), ImportValueKind.Text, Required: false, ["Бөліктері", "Части", "Операнды", "Operands"]),
        new("chapter", new("Тарау", "Глава", "Chapter"), ImportValueKind.Text, Required: false, ["Тарау", "Тарау коды", "Глава", "Код главы", "Chapter"]),
    ];

    public Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FieldError>>(
            ReportingPeriod.TryParse(context.Options.GetValueOrDefault("year"), out _) ? [] : [new FieldError("year", "planning.period-format")]);

    public async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var claims = new Dictionary<ImportRow, PrintedClaim>();
        var seen = context.Memory<Seen>().Rows;
        foreach (var row in rows.Where(row => row.Errors.Count == 0))
        {
            if (Read(row) is not { } claim)
            {
                continue;
            }

            if (!seen.TryAdd(claim.Key(), row.Number))
            {
                row.Refuse("place", "planning.printed-twice", seen[claim.Key()]);
                continue;
            }

            claims.Add(row, claim);
        }

        var stored = await Stored(context, [.. claims.Values.Select(claim => claim.Key())]).AsNoTracking().ToDictionaryAsync(s => s.Key, cancellationToken);
        foreach (var (row, claim) in claims)
        {
            row.Found = claim;
            row.Outcome = !stored.TryGetValue(claim.Key(), out var known) ? ImportOutcome.Created
                : known.Claim == claim ? ImportOutcome.Unchanged
                : ImportOutcome.Changed;
        }
    }

    public Task InTransaction(Func<CancellationToken, Task> work, Func<IIntegrationEvent> completed, CancellationToken cancellationToken) =>
        db.InTransaction(
            async token =>
            {
                db.ChangeTracker.Clear();
                await work(token);
                db.Publish(completed());
                await db.SaveChangesAsync(token);
                return true;
            },
            cancellationToken);

    public async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var claims = rows.Select(row => (PrintedClaim)row.Found!).ToList();
        var stored = await Stored(context, [.. claims.Select(claim => claim.Key())]).ToDictionaryAsync(s => s.Key, cancellationToken);
        foreach (var claim in claims)
        {
            if (stored.TryGetValue(claim.Key(), out var known))
            {
                known.Say(claim, context.ImportId);
            }
            else
            {
                db.Add(PrintedStatement.Of(Territory(context), Period(context), claim, context.ImportId));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private PrintedClaim? Read(ImportRow row)
    {
        var relation = Relation.Equals;
        if (row.Value<string>("relation") is { } word && !Words.TryGetValue(word, out relation))
        {
            row.Refuse("relation", "planning.relation-unknown", word);
            return null;
        }

        var claim = new PrintedClaim(
            row.Value<string>("document") ?? "", row.Value<string>("place") ?? "", row.Value<string>("label"), row.Value<string>("code"),
            row.Value<string>("valuePeriod"), row.Value<string>("dimensions"), row.Value<string>("printed") ?? "", relation, row.Value<string>("operands"))
        {
            Chapter = row.Value<string>("chapter"),
        };
        foreach (var error in claim.Errors())
        {
            row.Refuse(error.Field, error.Code, error.Args);
        }

        if (claim.Code is { } code && !book.Catalogue.Contains(code))
        {
            row.Refuse("code", "planning.indicator-unknown", code);
        }

        if (claim.Chapter is { } chapter && book.FindChapter(chapter) is null)
        {
            row.Refuse("chapter", "planning.chapter-unavailable", chapter);
        }

        return row.Errors.Count > 0 ? null : claim;
    }

    private IQueryable<PrintedStatement> Stored(ImportContext context, List<string> keys)
    {
        var (territory, period) = (Territory(context), Period(context));
        return db.Scoped<PrintedStatement>().Where(s => s.TerritoryCode == territory && s.Period == period && keys.Contains(s.Key));
    }

    private static string Territory(ImportContext context) => context.Options["territory"];

    private static string Period(ImportContext context) => ReportingPeriod.Parse(context.Options["year"]).Code;

    private sealed class Seen
    {
        public Dictionary<string, int> Rows { get; } = [];
    }
}
