using Education.Imports.Contracts;
using Education.SharedKernel;

namespace Education.Preschool.StateOrder.Imports;

/// <summary>What the imports of the state order share: one transaction of the module's context.</summary>
internal abstract class OrderImport(PreschoolDbContext db) : IImportDefinition
{
    public abstract string Key { get; }

    public abstract LocalizedText Name { get; }

    public abstract string Permission { get; }

    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    public abstract IReadOnlyList<ImportOption> Options { get; }

    public abstract Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken);

    public abstract Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    public abstract Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    public Task InTransaction(Func<CancellationToken, Task> work, Func<IIntegrationEvent> completed, CancellationToken cancellationToken) =>
        db.WriteImport(work, completed, cancellationToken);
}
