using Education.Imports.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Indicators;

/// <summary>Totals that a past report printed: code of the indicator and number.</summary>
internal sealed class PublishedImport(PreschoolDbContext db) : IndicatorImport(db)
{
    public override string Key => "preschool.published";

    public override LocalizedText Name { get; } =
        new("Мектепке дейінгі тәрбие: жарияланған қорытындылар", "Дошкольное воспитание: опубликованные итоги", "Preschool: published totals");

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("code", new("Көрсеткіш коды", "Код показателя", "Code of the indicator"), ImportValueKind.Text, Required: true, ["Көрсеткіш коды", "Код показателя", "code"]),
        new("value", new("Мәні", "Значение", "Value"), ImportValueKind.Decimal, Required: true, ["Мәні", "Значение", "value"]),
    ];

    public override async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var stored = await Stored(context).AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Value, StringComparer.Ordinal, cancellationToken);
        foreach (var row in rows)
        {
            var code = row.Value<string>("code");
            if (code is not null && !PreschoolIndicators.Knows(code))
            {
                row.Refuse("code", "preschool.indicator-unknown", code);
            }

            if (row.Errors.Count == 0)
            {
                Decide(context, row, "code", code!, row.Value<decimal>("value"), stored);
            }
        }
    }

    public override async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var stored = await Stored(context).ToDictionaryAsync(t => t.Code, StringComparer.Ordinal, cancellationToken);
        foreach (var row in rows)
        {
            var (code, value) = ((string, decimal))row.Found!;
            if (!stored.TryGetValue(code, out var total))
            {
                Db.Add(total = new PublishedTotal(context.Options["territory"], YearOf(context), code));
            }

            total.Take(value, context.ImportId, row.Number);
        }

        await Db.SaveChangesAsync(cancellationToken);
        Db.ChangeTracker.Clear();
    }

    private IQueryable<PublishedTotal> Stored(ImportContext context)
    {
        var (territory, year) = (context.Options["territory"], YearOf(context));
        return Db.Scoped<PublishedTotal>().Where(t => t.TerritoryCode == territory && t.Year == year);
    }
}
