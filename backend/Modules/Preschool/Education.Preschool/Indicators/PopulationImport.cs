using Education.Imports.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Indicators;

/// <summary>Children by full years of age in a territory at the end of a year, with source and date.</summary>
internal sealed class PopulationImport(PreschoolDbContext db) : IndicatorImport(db)
{
    private const int Oldest = 6;

    public override string Key => "preschool.population";

    public override LocalizedText Name { get; } = new("Балалар саны (халық)", "Численность детей (население)", "Children in the population");

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("age", new("Жасы", "Возраст", "Age"), ImportValueKind.Integer, Required: true, ["Жасы", "Жас", "Возраст", "Возраст, лет", "age"]),
        new("children", new("Балалар саны", "Численность", "Children"), ImportValueKind.Integer, Required: true,
            ["Балалар саны", "Саны", "Численность", "Детей", "Численность детей", "children", "population"]),
        new("source", new("Дереккөз", "Источник", "Source"), ImportValueKind.Text, Required: true, ["Дереккөз", "Источник", "source"]),
        new("date", new("Дереккөз күні", "Дата источника", "Date of the source"), ImportValueKind.Date, Required: false, ["Дереккөз күні", "Күні", "Дата", "Дата источника", "date"]),
    ];

    public override async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var stored = await Stored(context).AsNoTracking().ToDictionaryAsync(p => p.Age, p => p.Figures, cancellationToken);
        foreach (var row in rows)
        {
            var children = Count(row, "children");
            var age = row.Value<long>("age");
            if (row.Has("age") && age is < 0 or > Oldest)
            {
                row.Refuse("age", "preschool.age-out-of-range", Oldest);
            }

            if (row.Errors.Count == 0)
            {
                Decide(context, row, "age", (int)age, (children!.Value, row.Value<string>("source")!, row.Has("date") ? row.Value<DateOnly>("date") : (DateOnly?)null), stored);
            }
        }
    }

    public override async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var stored = await Stored(context).ToDictionaryAsync(p => p.Age, cancellationToken);
        foreach (var row in rows)
        {
            var (age, figures) = ((int, (int, string, DateOnly?)))row.Found!;
            if (!stored.TryGetValue(age, out var population))
            {
                Db.Add(population = new Population(context.Options["territory"], YearOf(context), age));
            }

            population.Take(figures, context.ImportId, row.Number);
        }

        await Db.SaveChangesAsync(cancellationToken);
        Db.ChangeTracker.Clear();
    }

    private IQueryable<Population> Stored(ImportContext context)
    {
        var (territory, year) = (context.Options["territory"], YearOf(context));
        return Db.Scoped<Population>().Where(p => p.TerritoryCode == territory && p.Year == year);
    }
}
