using Education.Imports.Contracts;
using Education.SharedKernel;

namespace Education.Preschool.Indicators;

/// <summary>What the yearly tables share: year and territory, a row known by a key within the file, one transaction.</summary>
internal abstract class IndicatorImport(PreschoolDbContext db) : IImportDefinition
{
    private const int FirstYear = 2000;

    protected static readonly ImportOption Territory = new("territory", new("Аумақ", "Территория", "Territory"), "territory", Required: true);
    protected static readonly ImportOption Year = new("year", new("Жыл", "Год", "Year"), "integer", Required: true);

    public abstract string Key { get; }

    public abstract LocalizedText Name { get; }

    public string Permission => PreschoolPermissions.WriteNetwork;

    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    public IReadOnlyList<ImportOption> Options { get; } = [Year, Territory];

    protected PreschoolDbContext Db { get; } = db;

    public Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FieldError>>(
            YearOf(context) is < FirstYear or > 2100 ? [new FieldError("year", "preschool.year-out-of-range", FirstYear)] : []);

    public abstract Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    public abstract Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    public Task InTransaction(Func<CancellationToken, Task> work, Func<IIntegrationEvent> completed, CancellationToken cancellationToken) =>
        Db.WriteImport(work, completed, cancellationToken);

    protected static int YearOf(ImportContext context) => int.TryParse(context.Options.GetValueOrDefault("year"), out var year) ? year : 0;

    /// <summary>A whole number from 0, refused otherwise; null when the cell is empty or wrong.</summary>
    protected static int? Count(ImportRow row, string column)
    {
        if (!row.Has(column))
        {
            return null;
        }

        var count = row.Value<long>(column);
        if (count is >= 0 and <= int.MaxValue)
        {
            return (int)count;
        }

        row.Refuse(column, "preschool.negative-count");
        return null;
    }

    /// <summary>Sets the outcome of a good row by what is stored under its key; the same key twice in the file is refused.</summary>
    protected static void Decide<TKey, TFigures>(
        ImportContext context, ImportRow row, string column, TKey key, TFigures figures, IReadOnlyDictionary<TKey, TFigures> stored)
        where TKey : notnull
    {
        var seen = context.Memory<Dictionary<TKey, int>>();
        if (!seen.TryAdd(key, row.Number))
        {
            row.Refuse(column, "preschool.row-twice", seen[key]);
            return;
        }

        row.Found = (key, figures);
        row.Outcome = !stored.TryGetValue(key, out var known) ? ImportOutcome.Created
            : Equals(known, figures) ? ImportOutcome.Unchanged : ImportOutcome.Changed;
    }
}
