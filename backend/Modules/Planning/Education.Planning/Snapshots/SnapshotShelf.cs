using Education.Planning.Indicators;
using Education.Planning.Reports;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Snapshots;

/// <summary>Keeps and opens snapshots.</summary>
internal sealed class SnapshotShelf(PlanningDbContext db)
{
    /// <summary>
    /// The newest snapshot when it holds the same figures, else a new one with the next number, added to the context and not yet saved.
    /// </summary>
    public async Task<Snapshot> Keep(FigureSet set, CancellationToken cancellationToken)
    {
        var newest = await db.Scoped<Snapshot>()
            .Where(s => s.TerritoryCode == set.Territory && s.Period == set.Period && s.Chapter == set.Report)
            .OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellationToken);
        var next = Snapshot.Of(set, (newest?.Number ?? 0) + 1);
        if (newest?.Sha256 == next.Sha256)
        {
            return newest;
        }

        db.Add(next);
        return next;
    }

    /// <summary>Throws <see cref="NotFound"/>, or <c>planning.snapshot-damaged</c> when the stored figures do not fit their hash.</summary>
    public async Task<FigureSet> Open(Guid id, CancellationToken cancellationToken)
    {
        var snapshot = await db.Scoped<Snapshot>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken)
            ?? throw new NotFound("Snapshot", id);
        return Open(snapshot);
    }

    public static FigureSet Open(Snapshot snapshot)
    {
        try
        {
            var bytes = Packed.Unpack(snapshot.Content);
            if (FigureSetJson.Hash(bytes) == snapshot.Sha256)
            {
                return FigureSetJson.Read(bytes);
            }
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidDataException)
        {
            // Not even the compression holds: damaged as well.
        }

        throw new RuleViolation("planning.snapshot-damaged", snapshot.Number, snapshot.Period);
    }

    /// <summary>The figures of the newest approved report on the subject; null when none was approved.</summary>
    public async Task<FigureSet?> ApprovedFigures(FigureSubject subject, CancellationToken cancellationToken)
    {
        var approved = await db.Scoped<Report>().AsNoTracking()
            .Where(r => r.TerritoryCode == subject.TerritoryCode && r.Period == subject.Period && r.Chapter == subject.Chapter && r.State == ReportState.Approved)
            .OrderByDescending(r => r.Number).Select(r => r.SnapshotId).FirstOrDefaultAsync(cancellationToken);
        return approved is { } id ? await Open(id, cancellationToken) : null;
    }
}
