using Education.Planning.Indicators;
using Education.Planning.Reports.Docx;
using Education.Planning.Reports.Engine;
using Education.Planning.Reports.Templates;
using Education.Planning.Snapshots;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Reports;

/// <summary>The templates in force: those that came with the product.</summary>
internal class TemplateShelf
{
    public virtual ReportTemplate Read(string chapter, Language language) => ShippedTemplates.Read(chapter, language);
}

/// <summary>Finds the figures of a report and writes its text.</summary>
internal sealed class ReportPress(PlanningDbContext db, SnapshotShelf shelf, CurrentFigures current, TemplateShelf templates, TextOf texts)
{
    /// <summary>The report the reader may see. Throws <see cref="NotFound"/>.</summary>
    public async Task<Report> Find(Guid id, CancellationToken cancellationToken) =>
        await db.Scoped<Report>().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw new NotFound("Report", id);

    /// <summary>
    /// The chosen snapshot, else the report's own, else the records as they are now. A snapshot of another report's subject is
    /// <see cref="NotFound"/>.
    /// </summary>
    public async Task<FigureSet> Figures(Report report, Guid? snapshotId, CancellationToken cancellationToken)
    {
        if ((snapshotId ?? report.SnapshotId) is not { } id)
        {
            return await current.Of(new FigureSubject(report.Chapter, report.Period, report.TerritoryCode), cancellationToken);
        }

        var set = await shelf.Open(id, cancellationToken);
        return (set.Report, set.Period, set.Territory) == (report.Chapter, report.Period, report.TerritoryCode) ? set : throw new NotFound("Snapshot", id);
    }

    public RenderedReport Render(FigureSet set, Language language) => Render(set, language, templates.Read(set.Report, language));

    public RenderedReport Render(FigureSet set, Language language, ReportTemplate template) =>
        new ReportRenderer(texts).Render(template, AsShown(set), ChapterOf(set)?.Title ?? new LocalizedText(set.Report, set.Report));

    /// <summary>With everything that the chapter's templates of today may ask for.</summary>
    public static FigureSet AsShown(FigureSet set) => ChapterOf(set)?.Complete(set) ?? set;

    private static ChapterDefinition? ChapterOf(FigureSet set) => ShippedTemplates.Chapters.FirstOrDefault(chapter => chapter.Code == set.Report);

    /// <summary>Both documents in one language; rendered twice, since writing a document may change it.</summary>
    public PrintedReport Print(FigureSet set, Language language)
    {
        var template = templates.Read(set.Report, language);
        return new PrintedReport(
            template.Text, Render(set, language, template).ToHtml(), DocxReportWriter.Write(Render(set, language, template)));
    }

    /// <summary>The approved text. Throws <c>planning.report-damaged</c> when it is no longer what was approved.</summary>
    public async Task<FrozenReport> Frozen(Report report, CancellationToken cancellationToken)
    {
        var frozen = await db.FrozenReports.AsNoTracking().SingleOrDefaultAsync(f => f.ReportId == report.Id, cancellationToken);
        return frozen is not null && frozen.Holds(report.Sha256) ? frozen : throw new RuleViolation("planning.report-damaged", report.Number, report.Period);
    }
}
