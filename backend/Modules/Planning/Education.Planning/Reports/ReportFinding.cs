using System.Security.Cryptography;
using System.Text;
using Education.BuildingBlocks.Persistence;
using Education.Planning.Checks;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Planning.Reports;

/// <summary>Есеп бойынша ескерту / замечание к отчёту: what the last check found, and why it may stay if it does.</summary>
internal sealed class ReportFinding : Entity, ITerritoryScoped
{
    private ReportFinding()
    {
    }

    public Guid ReportId { get; private init; }

    public string TerritoryCode { get; private init; } = "";

    public string Rule { get; private init; } = "";

    public Severity Severity { get; private init; }

    public LocalizedText Place { get; private init; } = null!;

    public string Printed { get; private init; } = "";

    public string Recomputed { get; private init; } = "";

    public LocalizedText Why { get; private init; } = null!;

    /// <summary>The same finding of two checks has the same print, so that an explanation given once stays.</summary>
    public string Fingerprint { get; private init; } = "";

    /// <summary>Why it may stay; null while it is open.</summary>
    public string? Reason { get; private set; }

    public string? AcknowledgedBy { get; private set; }

    public DateTime? AcknowledgedAt { get; private set; }

    public static ReportFinding Of(Report report, Finding finding) => new()
    {
        ReportId = report.Id,
        TerritoryCode = report.TerritoryCode,
        Rule = finding.Rule,
        Severity = finding.Severity,
        Place = Copy(finding.Where),
        Printed = finding.Printed,
        Recomputed = finding.Recomputed,
        Why = Copy(finding.Why),
        Fingerprint = PrintOf(finding),
    };

    public static string PrintOf(Finding finding) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', finding.Rule, finding.Severity, finding.Where.Ru, finding.Printed, finding.Recomputed, finding.Why.Ru))));

    public void Acknowledge(string reason, string by, DateTime now)
    {
        Reason = reason.Trim();
        AcknowledgedBy = by;
        AcknowledgedAt = now;
    }

    // Every row needs a text of its own: the database maps it as a part of the row.
    private static LocalizedText Copy(LocalizedText text) => new(text.Kk, text.Ru, text.En);
}

internal sealed class ReportFindingMapping : IEntityTypeConfiguration<ReportFinding>
{
    public void Configure(EntityTypeBuilder<ReportFinding> builder)
    {
        builder.ToTable("ReportFindings");
        builder.Property(f => f.TerritoryCode).HasMaxLength(9);
        builder.Property(f => f.Rule).HasMaxLength(40);
        builder.Property(f => f.Fingerprint).HasMaxLength(64);
        builder.Property(f => f.Reason).HasMaxLength(1000);
        builder.ComplexProperty(f => f.Place, place => Wide(place));
        builder.ComplexProperty(f => f.Why, why => Wide(why));
        builder.HasOne<Report>().WithMany().HasForeignKey(f => f.ReportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => new { f.ReportId, f.Fingerprint }).IsUnique();
    }

    private static void Wide(ComplexPropertyBuilder<LocalizedText> text)
    {
        text.Property(t => t.Kk).HasMaxLength(2000);
        text.Property(t => t.Ru).HasMaxLength(2000);
        text.Property(t => t.En).HasMaxLength(2000);
    }
}
