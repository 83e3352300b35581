using Education.Imports.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Network.Imports;

/// <summary>What the imports of the network share: permission, one transaction of the module's context.</summary>
internal abstract class NetworkImport(PreschoolDbContext db) : IImportDefinition
{
    protected static readonly ImportOption Territory = new("territory", new("Аумақ", "Территория", "Territory"), "territory", Required: true);

    public abstract string Key { get; }

    public abstract LocalizedText Name { get; }

    public string Permission => PreschoolPermissions.WriteNetwork;

    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    public abstract IReadOnlyList<ImportOption> Options { get; }

    protected PreschoolDbContext Db => db;

    public virtual Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FieldError>>([]);

    public abstract Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    public abstract Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    public Task InTransaction(Func<CancellationToken, Task> work, Func<IIntegrationEvent> completed, CancellationToken cancellationToken) =>
        db.WriteImport(work, completed, cancellationToken);
}
