using Education.SharedKernel;

namespace Education.Preschool;

/// <summary>The transaction that every import of the module writes in.</summary>
internal static class ImportWriting
{
    /// <summary>Begins with nothing tracked; what is told of the import is stored with its rows.</summary>
    public static Task WriteImport(
        this PreschoolDbContext db, Func<CancellationToken, Task> work, Func<IIntegrationEvent> completed, CancellationToken cancellationToken) => db.InTransaction(
        async token =>
        {
            db.ChangeTracker.Clear();
            await work(token);
            db.Publish(completed());
            await db.SaveChangesAsync(token);
            return true;
        },
        cancellationToken);
}
