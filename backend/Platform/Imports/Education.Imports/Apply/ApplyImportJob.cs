using Education.BuildingBlocks.Jobs;
using Education.Imports.Check;
using Education.Imports.Engine;
using Education.Imports.Storage;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Apply;

/// <summary>Writes the rows. May be started again after a kill at any point: see <see cref="ImportWriter"/>.</summary>
internal sealed class ApplyImportJob(ImportsDbContext db, DefinitionCatalogue catalogue, ImportWriter writer, ImportFailure failure) : JobHandler
{
    public const string JobKind = "imports.apply";

    public override string Kind => JobKind;

    public override async Task<object?> Run(JobContext job, CancellationToken cancellationToken)
    {
        var id = job.Args<ImportJobArgs>().ImportId;
        var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, cancellationToken);
        if (import.JobId != job.Id || import.Status is not (ImportStatus.Applying or ImportStatus.Applied))
        {
            return null;
        }

        try
        {
            job.Report(0, "imports.step.writing");
            return await writer.Write(import, catalogue.Require(import.DefinitionKey), percent => job.Report(percent), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What broke after the module's commit does not undo it.
            if (await writer.IsWritten(id, CancellationToken.None))
            {
                return await writer.Settle(id, CancellationToken.None);
            }

            await failure.Keep(id, job.Id, exception);
            throw;
        }
    }
}
