using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Persistence;
using Education.Imports.Engine;
using Education.Imports.Storage;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Check;

internal sealed record ImportJobArgs(Guid ImportId);

/// <summary>Reads every row without writing to the register; what it found replaces what the check before found, all at once.</summary>
internal sealed class CheckImportJob(
    ImportsDbContext db, DefinitionCatalogue catalogue, ImportPass pass, ImportFailure failure, ImportsSettings settings, IDatabaseEngine engine) : JobHandler
{
    public const string JobKind = "imports.check";

    public override string Kind => JobKind;

    public override async Task<object?> Run(JobContext job, CancellationToken cancellationToken)
    {
        var id = job.Args<ImportJobArgs>().ImportId;
        var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, cancellationToken);
        if (!IsMine(import, job.Id))
        {
            return null;
        }

        try
        {
            var report = new CheckReport(id, settings.MaxStoredErrors);
            job.Report(0, "imports.step.checking");
            var left = await pass.Run(
                import,
                catalogue.Require(import.DefinitionKey),
                (_, reader, chunk) =>
                {
                    report.Take(reader, chunk);
                    return Task.CompletedTask;
                },
                percent => job.Report(percent * 9 / 10),
                cancellationToken);
            job.Report(90, "imports.step.storing");
            await db.InTransaction(token => Store(id, job.Id, report, left, token), cancellationToken);
            return report.Counts;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await failure.Keep(id, job.Id, exception);
            throw;
        }
    }

    private static bool IsMine(Import import, Guid jobId) => import.Status == ImportStatus.Checking && import.JobId == jobId;

    private async Task<int> Store(Guid id, Guid jobId, CheckReport report, InstitutionResolver left, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var import = await db.Imports.SingleAsync(i => i.Id == id, cancellationToken);
        if (!IsMine(import, jobId))
        {
            return 0;
        }

        await db.RowErrors.Where(e => e.ImportId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Outcomes.Where(o => o.ImportId == id).ExecuteDeleteAsync(cancellationToken);
        await engine.BulkInsert(db, report.Errors.ToAsyncEnumerable(), cancellationToken);
        db.Add(new ImportOutcomes { ImportId = id, Data = report.Outcomes });
        await StoreQuestions(id, left, cancellationToken);
        import.TakeCheck(report.Counts, report.ErrorCount, report.Summary);
        return await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Answers stay; questions that are gone go, unless answered.</summary>
    private async Task StoreQuestions(Guid id, InstitutionResolver left, CancellationToken cancellationToken)
    {
        var open = left.Questions.OrderByDescending(q => q.IsAmbiguous).ThenByDescending(q => q.Count).Take(settings.MaxQuestions)
            .ToDictionary(q => q.Text, StringComparer.Ordinal);
        foreach (var known in await db.Answers.Where(a => a.ImportId == id).ToListAsync(cancellationToken))
        {
            if (open.Remove(known.Text, out var question))
            {
                (known.IsAmbiguous, known.Count, known.InstitutionId) = (question.IsAmbiguous, question.Count, null);
            }
            else if (known.InstitutionId is null)
            {
                db.Remove(known);
            }
        }

        db.AddRange(open.Values.Select(q => new ImportAnswer { ImportId = id, Text = q.Text, IsAmbiguous = q.IsAmbiguous, Count = q.Count }));
    }
}
