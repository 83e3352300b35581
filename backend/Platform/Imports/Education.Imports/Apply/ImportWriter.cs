using Education.BuildingBlocks.Outbox;
using Education.BuildingBlocks.Persistence;
using Education.Imports.Contracts;
using Education.Imports.Engine;
using Education.Imports.Storage;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Apply;

/// <summary>
/// Writes an import in the module's own transaction, once. A marker goes down in that transaction (an inbox entry under the import's id):
/// a second writer of the same import fails on its key and is rolled back, and whoever comes after a kill sees that the rows are in. The
/// import's own row lives on another connection and follows: by this class right after the commit, or by <see cref="ImportAppliedConsumer"/>.
/// </summary>
internal sealed class ImportWriter(ImportsDbContext db, ImportPass pass, WriteCompanions companions, TimeProvider time)
{
    private const string Marker = "imports.apply";

    public async Task<ImportCounts> Write(Import import, IImportDefinition definition, Action<int>? progress, CancellationToken cancellationToken)
    {
        if (await IsWritten(import.Id, cancellationToken))
        {
            return await Settle(import.Id, cancellationToken);
        }

        var counts = default(ImportCounts);
        await definition.InTransaction(
            async token =>
            {
                counts = default;
                if (companions.AllSaved)
                {
                    companions.Add(now => new InboxEntry { MessageId = import.Id, Consumer = Marker, At = now });
                }

                await pass.Run(
                    import,
                    definition,
                    async (context, _, chunk) =>
                    {
                        chunk.Rows.ForEach(row => counts = counts.With(row.Outcome));
                        Refuse(import, counts.Rejected);
                        var rows = chunk.Rows.Where(row => row.Outcome is ImportOutcome.Created or ImportOutcome.Changed).ToList();
                        if (rows.Count > 0)
                        {
                            await definition.Write(context, rows, token);
                        }
                    },
                    progress,
                    token);
            },
            () => new ImportAppliedEvent(import.Id, import.DefinitionKey, counts.Created, counts.Changed, counts.Unchanged, counts.Rejected),
            cancellationToken);
        if (!companions.AllSaved)
        {
            throw new InvalidOperationException($"{definition.Key} did not save in its transaction.");
        }

        await TakeApplied(import.Id, counts, cancellationToken);
        return counts;
    }

    /// <summary>The module's transaction is committed.</summary>
    public Task<bool> IsWritten(Guid importId, CancellationToken cancellationToken) =>
        db.Set<InboxEntry>().AnyAsync(i => i.MessageId == importId && i.Consumer == Marker, cancellationToken);

    /// <summary>Tells the import that it is applied; who comes second finds it done.</summary>
    public async Task TakeApplied(Guid importId, ImportCounts counts, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.Imports.SingleOrDefaultAsync(i => i.Id == importId, cancellationToken) is not { } import)
        {
            return;
        }

        import.TakeApplied(counts, time.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await db.Imports.AnyAsync(i => i.Id == importId && i.Status == ImportStatus.Applied, cancellationToken))
            {
                throw;
            }
        }
    }

    /// <summary>All rows were asked for, and since the check one has become wrong: the whole is rolled back.</summary>
    private static void Refuse(Import import, int rejected)
    {
        if (import.Mode == ImportMode.All && rejected > 0)
        {
            throw new RuleViolation("imports.changed-since-check");
        }
    }

    /// <summary>The rows went in before a kill: the message of that transaction has the counts.</summary>
    public async Task<ImportCounts> Settle(Guid importId, CancellationToken cancellationToken)
    {
        var name = IntegrationEvents.NameOf(typeof(ImportAppliedEvent));
        var key = importId.ToString();
        var payload = await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.Name == name && m.Payload.Contains(key))
            .Select(m => m.Payload).FirstOrDefaultAsync(cancellationToken);
        if (payload is not null)
        {
            var applied = StoredJson.Read<ImportAppliedEvent>(payload);
            await TakeApplied(importId, Counts(applied), cancellationToken);
        }

        var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == importId, cancellationToken);
        return new(import.Created, import.Changed, import.Unchanged, import.Rejected);
    }

    public static ImportCounts Counts(ImportAppliedEvent applied) => new(applied.Created, applied.Changed, applied.Unchanged, applied.Rejected);
}
