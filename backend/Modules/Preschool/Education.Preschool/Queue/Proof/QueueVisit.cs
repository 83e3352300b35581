using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Queue;

/// <summary>What was last seen of an application, by the family and by the desk: moves are told since then. Looking again the same day tells the same.</summary>
[NotAudited]
internal sealed class QueueVisit : Entity
{
    private QueueVisit()
    {
    }

    public QueueVisit(Guid applicationId, bool byFamily) => (ApplicationId, ByFamily) = (applicationId, byFamily);

    public Guid ApplicationId { get; private set; }

    public bool ByFamily { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>Text of the pool whose log the numbers belong to.</summary>
    public string Pool { get; private set; } = "";

    public long Sequence { get; private set; }

    public string Rules { get; private set; } = "";

    /// <summary>The visit before this day's; 0: none, moves are told from the beginning.</summary>
    public long SequenceBefore { get; private set; }

    public string? RulesBefore { get; private set; }

    public void Turn(DateOnly day, string pool)
    {
        if (pool != Pool)
        {
            (Sequence, Rules) = (0, "");
        }

        (SequenceBefore, RulesBefore, Day, Pool) = (Sequence, Rules.Length == 0 ? null : Rules, day, pool);
    }

    public void Saw(long sequence, string rules) => (Sequence, Rules) = (sequence, rules);
}

internal sealed class QueueVisitMapping : IEntityTypeConfiguration<QueueVisit>
{
    public void Configure(EntityTypeBuilder<QueueVisit> builder)
    {
        builder.ToTable("QueueVisits");
        builder.Property(v => v.Pool).HasMaxLength(Engine.PoolKey.MaxLength);
        builder.Property(v => v.Rules).HasMaxLength(16);
        builder.Property(v => v.RulesBefore).HasMaxLength(16);
        builder.HasIndex(v => new { v.ApplicationId, v.ByFamily }).IsUnique();
    }
}

/// <summary>Remembers visits: one write a day and application.</summary>
internal sealed class QueueVisits(PreschoolDbContext db, QueueExplainer explainer, TimeProvider time)
{
    /// <summary>The position with its moves since the last visit on another day.</summary>
    public async Task<ApplicationPosition> Visit(QueueApplication application, bool byFamily, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var visit = await db.Set<QueueVisit>().SingleOrDefaultAsync(v => v.ApplicationId == application.Id && v.ByFamily == byFamily, cancellationToken);
        var isNew = visit is null;
        visit ??= new QueueVisit(application.Id, byFamily);
        var again = visit.Day == today && visit.Pool == application.Pool;
        if (!again)
        {
            visit.Turn(today, application.Pool);
        }

        var position = await explainer.Now(application, (visit.SequenceBefore, visit.RulesBefore), cancellationToken);
        if (!again)
        {
            visit.Saw(position.Sequence, position.RulesVersion);
            await Keep(visit, isNew, cancellationToken);
        }

        return position;
    }

    private async Task Keep(QueueVisit visit, bool isNew, CancellationToken cancellationToken)
    {
        if (isNew)
        {
            db.Add(visit);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two looks at the same moment: the other one is remembered.
            db.ChangeTracker.Clear();
        }
    }
}
