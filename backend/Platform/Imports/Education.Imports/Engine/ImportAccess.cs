using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Imports.Apply;
using Education.Imports.Storage;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Engine;

/// <summary>Whose imports a user may see (his own, or all with a permission and an unrestricted scope) and change (his own).</summary>
internal sealed class ImportAccess(ImportsDbContext db, CurrentUser user, ImportWriter writer)
{
    public IQueryable<Import> Readable()
    {
        var me = user.Id;

        // A file holds rows of whatever institutions its owner may see: nobody with a narrower sight reads it.
        return user.Has(ImportsPermissions.ReadAll) && user.Scope.Everything ? db.Imports.AsNoTracking() : db.Imports.AsNoTracking().Where(i => i.OwnerId == me);
    }

    /// <exception cref="NotFound">There is none, or it is somebody else's.</exception>
    public async Task<Import> ForReading(Guid id, CancellationToken cancellationToken) =>
        await Recover(await Readable().SingleOrDefaultAsync(i => i.Id == id, cancellationToken), cancellationToken) ?? throw new NotFound("Import", id);

    /// <exception cref="NotFound">There is none, or it is somebody else's and the user may not see it.</exception>
    /// <exception cref="Problem">403: somebody else's.</exception>
    public async Task<Import> ForChange(Guid id, CancellationToken cancellationToken)
    {
        var me = user.Id;
        var import = await Recover(await db.Imports.SingleOrDefaultAsync(i => i.Id == id && i.OwnerId == me, cancellationToken), cancellationToken);
        return import ?? throw (await Readable().AnyAsync(i => i.Id == id, cancellationToken) ? new Problem(403, "forbidden") : new NotFound("Import", id));
    }

    /// <summary>A job that died for good cannot tell its import: who looks at the import next does.</summary>
    private async Task<Import?> Recover(Import? import, CancellationToken cancellationToken)
    {
        if (import is { IsBusy: true, JobId: { } jobId }
            && await db.Set<StoredJob>().AnyAsync(j => j.Id == jobId && (j.Status == JobStatus.Failed || j.Status == JobStatus.Done), cancellationToken)
            && !await writer.IsWritten(import.Id, cancellationToken))
        {
            import.Fail("job.interrupted", "[]");
        }

        return import;
    }
}
