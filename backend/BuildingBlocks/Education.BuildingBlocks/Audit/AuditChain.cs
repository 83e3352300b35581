using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Education.BuildingBlocks.Audit;

/// <summary>What <c>verify</c> found: the rows it read, and the first sequence at which the chain breaks, if it does.</summary>
public sealed record ChainReport(long Rows, long? BrokenAt, string HeadHash)
{
    /// <summary>The chain holds from the first row to the head.</summary>
    public bool Holds => BrokenAt is null;
}

/// <summary>Proves the audit chain: every row hashes to what it says, follows the row before, and the last one is the head.</summary>
public sealed class AuditChain(PlatformDbContext db)
{
    /// <summary>Reads the whole log once, streaming.</summary>
    public async Task<ChainReport> Verify(CancellationToken cancellationToken)
    {
        // Read before the head: whatever is committed meanwhile has moved the head, so a row beyond it was never chained.
        var last = await db.Audit.MaxAsync(a => (long?)a.Sequence, cancellationToken) ?? 0;
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var previous = "";
        var expected = 0L;
        await foreach (var entry in db.Audit.AsNoTracking().Where(a => a.Sequence <= head.Sequence).OrderBy(a => a.Sequence)
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            expected++;
            if (entry.Sequence != expected || entry.ComputeHash(previous) != entry.Hash)
            {
                return new(expected, expected, head.Hash);
            }

            previous = entry.Hash;
        }

        return expected == head.Sequence && previous == head.Hash && last <= head.Sequence ? new(expected, null, head.Hash) : new(expected, expected + 1, head.Hash);
    }
}
