using Education.BuildingBlocks.Persistence;
using Education.Planning.Snapshots;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Planning.Reports;

/// <summary>Есептің күйі / состояние отчёта.</summary>
internal enum ReportState
{
    /// <summary>Жоба / черновик: shows the records as they are now.</summary>
    Draft,

    /// <summary>Тексерілді / проверен: stands on a snapshot that the checks ran over.</summary>
    Checked,

    /// <summary>Бекітілді / утверждён: frozen for good.</summary>
    Approved,
}

/// <summary>Талдамалық есеп / аналитический отчёт: one chapter for a period and territory. A correction of an approved one is the next number.</summary>
internal sealed class Report : Entity, ITerritoryScoped
{
    private Report()
    {
    }

    public string TerritoryCode { get; private init; } = "";

    /// <summary>Name of the territory when the report was begun.</summary>
    public LocalizedText TerritoryName { get; private init; } = null!;

    public string Chapter { get; private init; } = "";

    public string Period { get; private init; } = "";

    /// <summary>1, 2, 3… within chapter, period and territory.</summary>
    public int Number { get; private init; }

    /// <summary>The approved report that this one corrects.</summary>
    public Guid? SupersedesId { get; private init; }

    public ReportState State { get; private set; }

    /// <summary>The figures that were checked, later approved; null for a draft, which shows the present ones.</summary>
    public Guid? SnapshotId { get; private set; }

    public DateTime? CheckedAt { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    public string? ApprovedBy { get; private set; }

    /// <summary>SHA-256 over figures, templates and documents of the approved report.</summary>
    public string? Sha256 { get; private set; }

    public static Report Begin(string chapter, ReportingPeriod period, TerritoryInfo territory) => new()
    {
        Chapter = chapter,
        Period = period.Code,
        TerritoryCode = territory.Code,
        TerritoryName = territory.Name,
        Number = 1,
    };

    /// <summary>A new version beside this approved one, which stays as it is.</summary>
    public Report Correct()
    {
        if (State != ReportState.Approved)
        {
            throw new RuleViolation("planning.report-not-approved");
        }

        return new Report
        {
            Chapter = Chapter,
            Period = Period,
            TerritoryCode = TerritoryCode,
            TerritoryName = new LocalizedText(TerritoryName.Kk, TerritoryName.Ru, TerritoryName.En),
            Number = Number + 1,
            SupersedesId = Id,
        };
    }

    public void Check(Snapshot snapshot, DateTime now)
    {
        RefuseWhenApproved();
        SnapshotId = snapshot.Id;
        State = ReportState.Checked;
        CheckedAt = now;
    }

    /// <summary>The checks must have run, and every error they found must be corrected or explained.</summary>
    public void Approve(string by, DateTime now, int openErrors, string sha256)
    {
        RefuseWhenApproved();
        if (State != ReportState.Checked)
        {
            throw new RuleViolation("planning.report-not-checked");
        }

        if (openErrors > 0)
        {
            throw new RuleViolation("planning.report-open-errors", openErrors);
        }

        State = ReportState.Approved;
        ApprovedAt = now;
        ApprovedBy = by;
        Sha256 = sha256;
    }

    public void RefuseWhenApproved()
    {
        if (State == ReportState.Approved)
        {
            throw new RuleViolation("planning.report-approved");
        }
    }
}

internal sealed class ReportMapping : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports");
        builder.ComplexProperty(r => r.TerritoryName);
        builder.Property(r => r.TerritoryCode).HasMaxLength(9);
        builder.Property(r => r.Chapter).HasMaxLength(40);
        builder.Property(r => r.Period).HasMaxLength(10);
        builder.Property(r => r.Sha256).HasMaxLength(64);
        builder.HasOne<Snapshot>().WithMany().HasForeignKey(r => r.SnapshotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Report>().WithMany().HasForeignKey(r => r.SupersedesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.TerritoryCode, r.Period, r.Chapter, r.Number }).IsUnique();
    }
}
