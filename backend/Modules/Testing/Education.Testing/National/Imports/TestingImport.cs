using Education.Imports.Contracts;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Imports;

/// <summary>What all imports of the module share: one transaction of the module's context, the year, its norms.</summary>
internal abstract class TestingImport(TestingDbContext db, IParameters parameters) : IImportDefinition
{
    private const int FirstYear = 2004;

    protected static readonly ImportOption Year = new("year", new("Жыл", "Год", "Year"), "integer", Required: true);
    protected static readonly ImportOption Territory = new("territory", new("Аумақ", "Территория", "Territory"), "territory", Required: true);

    public abstract string Key { get; }

    public abstract LocalizedText Name { get; }

    public string Permission => TestingPermissions.Write;

    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    public abstract IReadOnlyList<ImportOption> Options { get; }

    public virtual Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken)
    {
        var year = YearOf(context);
        return Task.FromResult<IReadOnlyList<FieldError>>(
            year is < FirstYear or > 2100 ? [new FieldError("year", "testing.year-out-of-range", FirstYear)] : []);
    }

    public abstract Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    public abstract Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    public virtual Task InTransaction(Func<CancellationToken, Task> work, Func<IIntegrationEvent> completed, CancellationToken cancellationToken) =>
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

    protected static int YearOf(ImportContext context) =>
        int.TryParse(context.Options.GetValueOrDefault("year"), out var year) ? year : 0;

    /// <summary>Norms of the year, read once a pass.</summary>
    protected async Task<Norms> NormsOf(ImportContext context, CancellationToken cancellationToken)
    {
        var norms = context.Memory<Norms>();
        if (norms.Values is null)
        {
            var day = new DateOnly(YearOf(context), 6, 1);
            norms.Values = await parameters.FindAll("testing.unt.", day, context.Options.GetValueOrDefault("territory"), cancellationToken);
        }

        return norms;
    }

    /// <summary>A mean as whole hundredths of a point; refused below zero and above the year's maximum.</summary>
    protected static long? Hundredths(ImportRow row, string column, decimal max)
    {
        if (!row.Has(column))
        {
            return null;
        }

        var mean = row.Value<decimal>(column);
        if (mean < 0 || mean > max)
        {
            row.Refuse(column, "testing.mean-out-of-range", max);
            return null;
        }

        return (long)Rounding.HalfUp(mean * 100, 0);
    }

    internal sealed class Norms
    {
        public IReadOnlyDictionary<string, ParameterValue>? Values { get; set; }

        public decimal Of(string code, decimal otherwise) => Values!.TryGetValue(code, out var value) ? value.Value : otherwise;
    }
}
