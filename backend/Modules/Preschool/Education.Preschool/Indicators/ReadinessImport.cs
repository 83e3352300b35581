using Education.Imports.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Indicators;

/// <summary>Levels of readiness by institution: high, middle, low.</summary>
internal sealed class ReadinessImport(PreschoolDbContext db) : IndicatorImport(db)
{
    public override string Key => "preschool.readiness";

    public override LocalizedText Name { get; } = new("Мектепке дайындық деңгейі", "Уровень готовности к школе", "Readiness for school");

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("institution", new("Ұйым", "Организация", "Institution"), ImportValueKind.Institution, Required: true,
            ["Ұйым", "Балабақша", "Организация", "Наименование", "Детский сад", "institution"]),
        new("high", new("Жоғары", "Высокий", "High"), ImportValueKind.Integer, Required: true, ["Жоғары", "Жоғары деңгей", "Высокий", "Высокий уровень", "high"]),
        new("middle", new("Орташа", "Средний", "Middle"), ImportValueKind.Integer, Required: true, ["Орташа", "Орташа деңгей", "Средний", "Средний уровень", "middle"]),
        new("low", new("Төмен", "Низкий", "Low"), ImportValueKind.Integer, Required: true, ["Төмен", "Төмен деңгей", "Низкий", "Низкий уровень", "low"]),
    ];

    public override async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var stored = await Stored(context, rows).AsNoTracking().ToDictionaryAsync(r => r.InstitutionId, r => r.Levels, cancellationToken);
        foreach (var row in rows)
        {
            var (high, middle, low) = (Count(row, "high"), Count(row, "middle"), Count(row, "low"));
            if (row.Errors.Count == 0)
            {
                Decide(context, row, "institution", row.Value<Guid>("institution"), (high!.Value, middle!.Value, low!.Value), stored);
            }
        }
    }

    public override async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var stored = await Stored(context, rows).ToDictionaryAsync(r => r.InstitutionId, cancellationToken);
        foreach (var row in rows)
        {
            var (institution, levels) = ((Guid, (int, int, int)))row.Found!;
            if (!stored.TryGetValue(institution, out var readiness))
            {
                Db.Add(readiness = new Readiness(institution, YearOf(context)));
            }

            readiness.Take(levels, context.ImportId, row.Number);
        }

        await Db.SaveChangesAsync(cancellationToken);
        Db.ChangeTracker.Clear();
    }

    private IQueryable<Readiness> Stored(ImportContext context, IReadOnlyList<ImportRow> rows)
    {
        var year = YearOf(context);
        var ids = rows.Select(r => r.Value<Guid>("institution")).Distinct().ToList();
        return Db.Scoped<Readiness>().Where(r => r.Year == year && ids.Contains(r.InstitutionId));
    }
}
