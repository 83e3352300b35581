using System.Security.Cryptography;
using System.Text;
using Education.BuildingBlocks.Persistence;
using Education.Planning.Snapshots;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Planning.Reports;

/// <summary>One report in one language: what was written from which template.</summary>
internal sealed record PrintedReport(string Template, string Html, byte[] Docx);

/// <summary>
/// Бекітілген есептің мәтіні / текст утверждённого отчёта: templates and documents of both languages as they were at the approval, so that
/// the report is given out byte for byte whatever becomes of data, templates and program.
/// </summary>
internal sealed class FrozenReport : Entity
{
    private FrozenReport()
    {
    }

    /// <summary>The report; a frozen text is reached through it only, within the reader's scope.</summary>
    public Guid ReportId { get; private init; }

    /// <summary>Hash of the snapshot it was written from.</summary>
    public string FiguresSha256 { get; private init; } = "";

    [NotAudited]
    public byte[] TemplateKk { get; private init; } = [];

    [NotAudited]
    public byte[] TemplateRu { get; private init; } = [];

    [NotAudited]
    public byte[] HtmlKk { get; private init; } = [];

    [NotAudited]
    public byte[] HtmlRu { get; private init; } = [];

    [NotAudited]
    public byte[] DocxKk { get; private init; } = [];

    [NotAudited]
    public byte[] DocxRu { get; private init; } = [];

    public static FrozenReport Of(Guid reportId, string figuresSha256, PrintedReport kk, PrintedReport ru) => new()
    {
        ReportId = reportId,
        FiguresSha256 = figuresSha256,
        TemplateKk = Packed.Pack(Encoding.UTF8.GetBytes(kk.Template)),
        TemplateRu = Packed.Pack(Encoding.UTF8.GetBytes(ru.Template)),
        HtmlKk = Packed.Pack(Encoding.UTF8.GetBytes(kk.Html)),
        HtmlRu = Packed.Pack(Encoding.UTF8.GetBytes(ru.Html)),
        DocxKk = kk.Docx,
        DocxRu = ru.Docx,
    };

    public string Template(Language language) => Encoding.UTF8.GetString(Packed.Unpack(language == Language.Kk ? TemplateKk : TemplateRu));

    public string Html(Language language) => Encoding.UTF8.GetString(Packed.Unpack(language == Language.Kk ? HtmlKk : HtmlRu));

    public byte[] Docx(Language language) => language == Language.Kk ? DocxKk : DocxRu;

    /// <summary>SHA-256 over the figures' hash and everything frozen, in a fixed order.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(FiguresSha256));
        foreach (var language in new[] { Language.Kk, Language.Ru })
        {
            foreach (var part in new[] { Encoding.UTF8.GetBytes(Template(language)), Encoding.UTF8.GetBytes(Html(language)), Docx(language) })
            {
                hash.AppendData(BitConverter.GetBytes(part.LongLength));
                hash.AppendData(part);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>True when the frozen text is what was approved, down to the byte.</summary>
    public bool Holds(string? approvedSha256)
    {
        try
        {
            return Hash() == approvedSha256;
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidDataException)
        {
            return false;
        }
    }
}

internal sealed class FrozenReportMapping : IEntityTypeConfiguration<FrozenReport>
{
    public void Configure(EntityTypeBuilder<FrozenReport> builder)
    {
        builder.ToTable("FrozenReports");
        builder.Property(f => f.FiguresSha256).HasMaxLength(64);
        builder.HasOne<Report>().WithOne().HasForeignKey<FrozenReport>(f => f.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}
