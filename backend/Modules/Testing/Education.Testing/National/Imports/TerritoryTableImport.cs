using Education.Imports.Contracts;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Imports;

/// <summary>Published totals by year of one territory: mean, below the threshold, takers of a creative exam.</summary>
internal sealed class TerritoryTableImport(TestingDbContext db, IParameters parameters) : TestingImport(db, parameters)
{
    private const int HighestMean = 140;
    private readonly TestingDbContext _db = db;

    public override string Key => "testing.territory";

    public override LocalizedText Name { get; } = new("ҰБТ-ның жарияланған қорытындылары", "Опубликованные итоги ЕНТ", "Published totals of the national test");

    public override IReadOnlyList<ImportOption> Options { get; } = [Territory];

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("year", new("Жыл", "Год", "Year"), ImportValueKind.Integer, Required: true, ["Жыл", "Год", "year"]),
        new("mean", new("Орташа балл", "Средний балл", "Mean"), ImportValueKind.Decimal, Required: false, ["Орташа балл", "Средний балл", "mean"]),
        new("belowThreshold", new("Шекті балдан төмен", "Ниже порога", "Below the threshold"), ImportValueKind.Integer, Required: false,
            ["Шекті балл жинамағандар", "Не набрали порог", "Ниже порога", "below_threshold"]),
        new("creativeTakers", new("Шығармашылық емтихан тапсырғандар", "Сдавали творческий экзамен", "Creative exam takers"), ImportValueKind.Integer, Required: false,
            ["Шығармашылық емтихан тапсырғандар", "Сдавали творческий экзамен", "creative_takers"]),
    ];

    public override Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FieldError>>([]);

    public override async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var stored = await Stored(context, track: false, cancellationToken);
        var seen = context.Memory<Dictionary<int, int>>();
        foreach (var row in rows)
        {
            var mean = Hundredths(row, "mean", HighestMean);
            int? below = row.Has("belowThreshold") ? (int)row.Value<long>("belowThreshold") : null;
            int? creative = row.Has("creativeTakers") ? (int)row.Value<long>("creativeTakers") : null;
            if (below < 0 || creative < 0)
            {
                row.Refuse(below < 0 ? "belowThreshold" : "creativeTakers", "testing.negative-count");
            }

            if (row.Errors.Count > 0)
            {
                continue;
            }

            var year = (int)row.Value<long>("year");
            if (!seen.TryAdd(year, row.Number))
            {
                row.Refuse("year", "testing.year-twice", seen[year]);
                continue;
            }

            var figures = (mean, below, creative);
            row.Found = new Found(year, figures);
            row.Outcome = stored.TryGetValue(year, out var result)
                ? result.Figures == figures ? ImportOutcome.Unchanged : ImportOutcome.Changed
                : ImportOutcome.Created;
        }
    }

    public override async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var stored = await Stored(context, track: true, cancellationToken);
        foreach (var row in rows)
        {
            var found = (Found)row.Found!;
            if (!stored.TryGetValue(found.Year, out var result))
            {
                _db.Add(result = new TerritoryResult(context.Options["territory"], found.Year));
            }

            result.Take(found.Figures, context.ImportId, row.Number);
        }

        await _db.SaveChangesAsync(cancellationToken);
        _db.ChangeTracker.Clear();
    }

    private Task<Dictionary<int, TerritoryResult>> Stored(ImportContext context, bool track, CancellationToken cancellationToken)
    {
        var territory = context.Options["territory"];
        var results = track ? _db.Scoped<TerritoryResult>() : _db.Scoped<TerritoryResult>().AsNoTracking();
        return results.Where(r => r.TerritoryCode == territory).ToDictionaryAsync(r => r.Year, cancellationToken);
    }

    private sealed record Found(int Year, (long? Mean, int? Below, int? Creative) Figures);
}
