using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Queue;

/// <summary>
/// Күндік түбір хэші / корневой хеш дня: where a territory's log stood when the day began. Published: who has written a root down can prove
/// that nothing before it was changed since.
/// </summary>
[NotAudited]
internal sealed class QueueRoot : Entity
{
    private QueueRoot()
    {
    }

    public QueueRoot(DateOnly day, QueueHead head) => (Day, TerritoryCode, Sequence, Hash) = (day, head.TerritoryCode, head.Sequence, head.Hash);

    public DateOnly Day { get; private set; }

    public string TerritoryCode { get; private set; } = "";

    /// <summary>Last event that the hash covers.</summary>
    public long Sequence { get; private set; }

    public string Hash { get; private set; } = "";
}

internal sealed class QueueRootMapping : IEntityTypeConfiguration<QueueRoot>
{
    public void Configure(EntityTypeBuilder<QueueRoot> builder)
    {
        builder.ToTable("QueueRoots");
        builder.Property(r => r.TerritoryCode).HasMaxLength(9);
        builder.Property(r => r.Hash).HasMaxLength(64);
        builder.HasIndex(r => new { r.TerritoryCode, r.Day }).IsUnique();
        builder.HasIndex(r => r.Day);
    }
}

/// <summary>Writes the roots of a day, once.</summary>
internal sealed class QueueRoots(PreschoolDbContext db, IDatabaseEngine engine)
{
    public async Task Write(DateOnly day, CancellationToken cancellationToken)
    {
        var open = await db.QueueHeads.AsNoTracking()
            .Where(h => h.Sequence > 0 && !db.QueueRoots.Any(r => r.TerritoryCode == h.TerritoryCode && r.Day == day)).ToListAsync(cancellationToken);
        db.AddRange(open.Select(h => new QueueRoot(day, h)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (engine.IsUniqueViolation(exception))
        {
            // Another process wrote the day's roots.
            db.ChangeTracker.Clear();
        }
    }
}
