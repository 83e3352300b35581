using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Education.Planning.Reports.Engine;
using Education.SharedKernel;

namespace Education.Planning.Reports.Docx;

/// <summary>
/// Writes a report as DOCX by the usage of Kazakh offices: A4, Times New Roman 14, tables 11, page number in the footer. The same report gives
/// the same bytes: part ids are given, nothing carries the time.
/// </summary>
internal static class DocxReportWriter
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string FooterId = "rIdFooter";

    /// <summary>Margins in twentieths of a point: left 30 mm, right 15 mm, top and bottom 20 mm.</summary>
    private const int Left = 1701, Right = 850, TopBottom = 1134;

    public static byte[] Write(RenderedReport report)
    {
        var language = report.Language switch { Language.Kk => "kk-KZ", Language.Ru => "ru-RU", _ => "en-GB" };
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document, autoSave: true))
        {
            var main = package.AddNewPart<MainDocumentPart>(MainType, "rIdDocument");
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DocxStyles.Styles(language);
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new Settings(
                new Zoom { Percent = "100" },
                new DefaultTabStop { Val = 708 },
                new Compatibility(new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }));
            main.AddNewPart<FooterPart>(FooterId).Footer = new Footer(new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Footer }),
                new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " }));
            var blocks = new DocxBlocks();
            var body = new Body(blocks.Write(report.Document));
            main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = DocxStyles.Numbering(blocks.OrderedLists);
            body.AppendChild(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = TopBottom, Bottom = TopBottom, Left = Left, Right = Right, Header = 567, Footer = 567, Gutter = 0 }));
            main.Document = new Document(body);
            var properties = package.AddNewPart<CoreFilePropertiesPart>("rIdProperties");
            using var core = new MemoryStream(DocxStyles.CoreProperties(report.Title, language));
            properties.FeedData(core);
        }

        return DeterministicZip.Repack(stream);
    }
}
