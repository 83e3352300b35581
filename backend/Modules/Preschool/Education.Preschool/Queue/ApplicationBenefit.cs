using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Queue;

/// <summary>How far a claimed benefit is.</summary>
internal enum EvidenceStatus
{
    /// <summary>Мәлімделді / заявлена: changes nothing yet.</summary>
    Claimed,

    /// <summary>Расталды / подтверждена: gives its rank.</summary>
    Verified,

    /// <summary>Расталмады / не подтверждена.</summary>
    Refused,

    /// <summary>Аяқталды / прекращена: expired or withdrawn.</summary>
    Ended,
}

/// <summary>
/// Жеңілдік және оның растамасы / льгота и её подтверждение: type, number, issue, valid-to, channel, who verified it and when (norms §1.3).
/// Read through its application, which has the scope.
/// </summary>
internal sealed class ApplicationBenefit : Entity
{
    private ApplicationBenefit()
    {
    }

    public ApplicationBenefit(Guid applicationId, Benefit benefit, Evidence evidence, DateOnly today)
    {
        (ApplicationId, Code, Rank) = (applicationId, benefit.Code, benefit.Rank);
        (EvidenceType, EvidenceNumber, IssuedOn) = (evidence.Type, evidence.Number, evidence.IssuedOn);
        ValidTo = benefit.EvidenceUntil(evidence.IssuedOn, evidence.ValidTo);
        if (evidence.IssuedOn > today)
        {
            throw new RuleViolation("preschool.evidence-not-issued");
        }

        ExpectValid(today);
    }

    public Guid ApplicationId { get; private set; }

    /// <summary>Code of <see cref="Benefit"/>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Rank that it gives.</summary>
    public int Rank { get; private set; }

    public string EvidenceType { get; private set; } = "";

    [Personal]
    public string EvidenceNumber { get; private set; } = "";

    public DateOnly IssuedOn { get; private set; }

    /// <summary>Last day, or null: without end.</summary>
    public DateOnly? ValidTo { get; private set; }

    public EvidenceStatus Status { get; private set; }

    public EvidenceChannel? Channel { get; private set; }

    public Guid? VerifiedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? VerifiedAt { get; private set; }

    /// <summary>Why it ended or was refused, as a code.</summary>
    public string? EndReason { get; private set; }

    public void Verify(EvidenceChannel channel, bool accepted, Guid officer, DateTime now)
    {
        if (Status != EvidenceStatus.Claimed)
        {
            throw new RuleViolation("preschool.benefit-not-claimed");
        }

        if (accepted)
        {
            ExpectValid(LocalTime.DayOf(now));
        }

        (Status, Channel, VerifiedBy, VerifiedAt) = (accepted ? EvidenceStatus.Verified : EvidenceStatus.Refused, channel, officer, now);
        EndReason = accepted ? null : "not-confirmed";
    }

    public void End(string reason)
    {
        if (Status is not (EvidenceStatus.Claimed or EvidenceStatus.Verified))
        {
            throw new RuleViolation("preschool.benefit-ended");
        }

        (Status, EndReason) = (EvidenceStatus.Ended, reason);
    }

    /// <summary>The same evidence for the child's next application; verified as it was.</summary>
    public ApplicationBenefit For(Guid applicationId) => new()
    {
        ApplicationId = applicationId,
        Code = Code,
        Rank = Rank,
        EvidenceType = EvidenceType,
        EvidenceNumber = EvidenceNumber,
        IssuedOn = IssuedOn,
        ValidTo = ValidTo,
        Status = Status,
        Channel = Channel,
        VerifiedBy = VerifiedBy,
        VerifiedAt = VerifiedAt,
    };

    public void Rerank(int rank) => Rank = rank;

    private void ExpectValid(DateOnly today)
    {
        if (ValidTo < today)
        {
            throw new RuleViolation("preschool.evidence-expired", ValidTo);
        }
    }
}

/// <summary>What proves a benefit.</summary>
/// <param name="Type">Kind of document, for example «справка с места работы».</param>
internal sealed record Evidence(string Type, string Number, DateOnly IssuedOn, DateOnly? ValidTo);

internal sealed class ApplicationBenefitMapping : IEntityTypeConfiguration<ApplicationBenefit>
{
    public void Configure(EntityTypeBuilder<ApplicationBenefit> builder)
    {
        builder.ToTable("ApplicationBenefits");
        builder.Property(b => b.Code).HasMaxLength(60);
        builder.Property(b => b.EvidenceType).HasMaxLength(100);
        builder.Property(b => b.EvidenceNumber).HasMaxLength(60);
        builder.Property(b => b.EndReason).HasMaxLength(40);
        builder.HasOne<QueueApplication>().WithMany().HasForeignKey(b => b.ApplicationId).OnDelete(DeleteBehavior.Cascade);

        // What expires.
        builder.HasIndex(b => new { b.Status, b.ValidTo });
        builder.HasIndex(b => new { b.Code, b.Status });
    }
}
