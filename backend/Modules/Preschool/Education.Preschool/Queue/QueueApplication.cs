using Education.BuildingBlocks.Persistence;
using Education.Preschool.Groups;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Queue;

/// <summary>
/// Кезекке қою туралы өтініш / заявление о постановке на очередь. What it says of the queue (state, rank, pool, wishes) repeats the log for
/// SQL to filter by; <c>verify</c> proves that the two agree.
/// </summary>
internal sealed partial class QueueApplication : Entity, ITerritoryScoped
{
    private readonly List<QueueWish> _wishes = [];

    private QueueApplication()
    {
    }

    public QueueApplication(string number, PoolKey pool, DateOnly bornOn)
    {
        (Number, BornOn) = (number, bornOn);
        MoveTo(pool);
    }

    /// <summary>Өтініш нөмірі / номер заявления, unique: the family knows it.</summary>
    public string Number { get; private set; } = "";

    public string TerritoryCode { get; private set; } = "";

    /// <summary>Calendar year of birth.</summary>
    public int BirthYear { get; private set; }

    public GroupLanguage Language { get; private set; }

    /// <summary>Code of <see cref="GroupProfile"/>.</summary>
    public string Profile { get; private set; } = GroupProfile.General;

    /// <summary>Text of <see cref="PoolKey"/>.</summary>
    [NotAudited]
    public string Pool { get; private set; } = "";

    [Personal]
    public DateOnly BornOn { get; private set; }

    /// <summary>Rank of the category, see <see cref="QueueRank"/>.</summary>
    public int Rank { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AppliedAt { get; private set; }

    public TicketState State { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StateSince { get; private set; }

    /// <summary>Last day of the state, where it has one: to answer, to bring documents, to restore, to leave the stop-list.</summary>
    public DateOnly? StateUntil { get; private set; }

    /// <summary>Kindergartens wished, best first.</summary>
    public IReadOnlyList<QueueWish> Wishes => _wishes;

    public PoolKey PoolKey => new(TerritoryCode, BirthYear, Language, Profile);

    public QueueKey Key => new(Rank, AppliedAt, Id);

    /// <summary>Follows an event, by the same table as the board.</summary>
    /// <exception cref="RuleViolation"><c>preschool.application-state</c>.</exception>
    public void Take(QueueEventKind kind, QueueFact fact, DateTime now)
    {
        var from = Version == 0 && StateSince == default ? (TicketState?)null : State;
        var next = TicketLife.After(from, kind) ?? throw new RuleViolation("preschool.application-state", State);
        Rank = fact.Rank ?? Rank;
        AppliedAt = fact.AppliedAt ?? AppliedAt;
        if (fact.Wishes is { } wishes)
        {
            Wish(wishes);
        }

        if (kind == QueueEventKind.Restored)
        {
            RestoredAt = now;
        }

        if (!TicketLife.IsActive(next))
        {
            ActiveChildKey = null;
        }

        if (next != State || from is null)
        {
            (State, StateSince) = (next, now);
            StateUntil = fact.Until;
        }
        else if (fact.Until is { } until)
        {
            StateUntil = until;
        }
    }

    /// <summary>Another line; the log hears of it as <see cref="QueueEventKind.Left"/> and <see cref="QueueEventKind.Entered"/>.</summary>
    public void MoveTo(PoolKey pool)
    {
        (TerritoryCode, BirthYear, Language, Profile) = (pool.TerritoryCode, pool.BirthYear, pool.Language, pool.Profile);
        Pool = pool.ToString();
    }

    private void Wish(IReadOnlyList<Guid> wishes)
    {
        _wishes.RemoveAll(w => !wishes.Contains(w.InstitutionId));
        foreach (var (order, institution) in wishes.Index())
        {
            if (_wishes.Find(w => w.InstitutionId == institution) is { } kept)
            {
                kept.Order = order;
            }
            else
            {
                _wishes.Add(new QueueWish { ApplicationId = Id, InstitutionId = institution, Order = order });
            }
        }

        Touch();
    }
}

/// <summary>A kindergarten that a family wishes; the log tells of every change.</summary>
[NotAudited]
internal sealed class QueueWish
{
    public Guid ApplicationId { get; init; }

    public Guid InstitutionId { get; init; }

    /// <summary>0 for the best.</summary>
    public int Order { get; set; }
}

internal sealed class QueueApplicationMapping : IEntityTypeConfiguration<QueueApplication>, IEntityTypeConfiguration<QueueWish>
{
    public void Configure(EntityTypeBuilder<QueueApplication> builder)
    {
        builder.ToTable("Applications");
        builder.Ignore(a => a.PoolKey);
        builder.Ignore(a => a.Key);
        builder.Property(a => a.Number).HasMaxLength(20);
        builder.Property(a => a.TerritoryCode).HasMaxLength(9);
        builder.Property(a => a.Profile).HasMaxLength(40);
        builder.Property(a => a.Pool).HasMaxLength(PoolKey.MaxLength);
        builder.HasMany(a => a.Wishes).WithOne().HasForeignKey(w => w.ApplicationId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(a => a.Wishes).HasField("_wishes").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(a => a.Number).IsUnique();

        // The list of a territory by state in the order of the line; the pool for runs; terms that run out.
        builder.HasIndex(a => new { a.TerritoryCode, a.State, a.Rank, a.AppliedAt });
        builder.HasIndex(a => new { a.Pool, a.State, a.Rank, a.AppliedAt });
        builder.HasIndex(a => new { a.State, a.StateUntil });
        builder.HasIndex(a => new { a.State, a.BornOn });
        MapPerson(builder);
    }

    private static void MapPerson(EntityTypeBuilder<QueueApplication> builder)
    {
        builder.Property(a => a.Iin).HasMaxLength(12);
        builder.Property(a => a.BirthDocument).HasMaxLength(40);
        builder.Property(a => a.ChildName).HasMaxLength(200);
        builder.Property(a => a.ApplicantName).HasMaxLength(200);
        builder.Property(a => a.ApplicantPhone).HasMaxLength(40);
        builder.Property(a => a.ActiveChildKey).HasMaxLength(60);
        builder.HasIndex(a => a.Iin);

        // One active application a child (norms §1.2), also when two desks register at the same moment.
        builder.HasIndex(a => a.ActiveChildKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<QueueWish> builder)
    {
        builder.ToTable("ApplicationWishes");
        builder.HasKey(w => new { w.ApplicationId, w.InstitutionId });
        builder.HasIndex(w => w.InstitutionId);
    }
}
