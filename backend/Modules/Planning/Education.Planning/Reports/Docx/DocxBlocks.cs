using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Education.Planning.Reports.Engine;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownTable = Markdig.Extensions.Tables.Table;
using MarkdownTableCell = Markdig.Extensions.Tables.TableCell;
using MarkdownTableRow = Markdig.Extensions.Tables.TableRow;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Education.Planning.Reports.Docx;

/// <summary>Turns the blocks of Markdown into those of Word.</summary>
internal sealed class DocxBlocks
{
    private const int TextWidth = 9355;

    /// <summary>How many ordered lists were written.</summary>
    public int OrderedLists { get; private set; }

    public List<OpenXmlElement> Write(MarkdownDocument document) => [.. document.SelectMany(block => Write(block, 0, null))];

    private IEnumerable<OpenXmlElement> Write(Block block, int level, int? list)
    {
        switch (block)
        {
            case HeadingBlock heading:
                return [Paragraph(heading, new ParagraphStyleId { Val = DocxStyles.Heading(heading.Level) })];
            case ParagraphBlock paragraph:
                return [list is { } number ? Item(paragraph, level, number) : Paragraph(paragraph, null)];
            case ListBlock items:
                var id = items.IsOrdered ? DocxStyles.FirstOrderedList + OrderedLists++ : DocxStyles.BulletList;
                var depth = list is null ? 0 : Math.Min(level + 1, 3);
                return items.OfType<ListItemBlock>().SelectMany(item => item.SelectMany(child => Write(child, depth, id))).ToList();
            case DataTable data:
                return Write(data.ToMarkdown(), level, list);
            case MarkdownTable table:
                // Word needs a paragraph after a table, and a reader a gap.
                return [Table(table), new Paragraph()];
            case QuoteBlock quote:
                return quote.OfType<ParagraphBlock>().Select(paragraph => Paragraph(paragraph, new ParagraphStyleId { Val = DocxStyles.Quote }));
            case CodeBlock code:
                return [new Paragraph(new Run(Text(code.Lines.ToString())))];
            case ThematicBreakBlock:
                return [new Paragraph()];
            default:
                return block is ContainerBlock container ? container.SelectMany(child => Write(child, level, list)).ToList() : [];
        }
    }

    private static Paragraph Item(ParagraphBlock block, int level, int list)
    {
        var paragraph = Paragraph(block, new ParagraphStyleId { Val = DocxStyles.List });
        paragraph.ParagraphProperties!.Append(new NumberingProperties(
            new NumberingLevelReference { Val = level }, new NumberingId { Val = list }));
        return paragraph;
    }

    private static Paragraph Paragraph(LeafBlock block, ParagraphStyleId? style)
    {
        var paragraph = new Paragraph();
        if (style is not null)
        {
            paragraph.Append(new ParagraphProperties(style));
        }

        paragraph.Append(Runs(block.Inline, bold: false, italic: false));
        return paragraph;
    }

    private static Table Table(MarkdownTable source)
    {
        var columns = source.OfType<MarkdownTableRow>().Max(row => row.Count);
        var widths = Widths(source, columns);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = DocxStyles.TableGrid },
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true }),
            new TableGrid(widths.Select(width => new GridColumn { Width = width })));
        foreach (var row in source.OfType<MarkdownTableRow>())
        {
            var properties = new TableRowProperties(new CantSplit());
            if (row.IsHeader)
            {
                properties.Append(new TableHeader());
            }

            table.Append(new TableRow([properties, .. Enumerable.Range(0, columns).Select(i =>
                Cell(i < row.Count ? (MarkdownTableCell)row[i] : null, row.IsHeader, Alignment(source, i), widths[i]))]));
        }

        return table;
    }

    private static TableCell Cell(MarkdownTableCell? source, bool header, JustificationValues alignment, string width)
    {
        var paragraph = new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = DocxStyles.TableText },
            new Justification { Val = header ? JustificationValues.Center : alignment }));
        foreach (var text in source?.OfType<LeafBlock>() ?? [])
        {
            paragraph.Append(Runs(text.Inline, bold: header, italic: false));
        }

        return new TableCell(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }), paragraph);
    }

    private static JustificationValues Alignment(MarkdownTable table, int column) =>
        (column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null) switch
        {
            TableColumnAlign.Right => JustificationValues.Right,
            TableColumnAlign.Center => JustificationValues.Center,
            _ => JustificationValues.Left,
        };

    /// <summary>The width of the text shared out by the longest text of each column, so that names get room and ranks do not.</summary>
    private static List<string> Widths(MarkdownTable table, int columns)
    {
        var longest = Enumerable.Range(0, columns)
            .Select(i => table.OfType<MarkdownTableRow>().Where(row => i < row.Count).Max(row => Math.Clamp(Length((MarkdownTableCell)row[i], row.IsHeader), 4, 40)))
            .ToList();
        return [.. longest.Select(length => (TextWidth * length / longest.Sum()).ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>A header may break between its words.</summary>
    private static int Length(MarkdownTableCell cell, bool header)
    {
        var text = string.Concat(cell.Descendants<LeafInline>().Select(inline => inline is TokenInline token ? token.Token.Text : inline.ToString()));
        return header ? text.Split(' ').Max(word => word.Length) : text.Length;
    }

    private static IEnumerable<OpenXmlElement> Runs(ContainerInline? inlines, bool bold, bool italic)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case TokenInline token:
                    yield return Run(Text(token.Token.Text), bold, italic);
                    break;
                case LiteralInline literal:
                    yield return Run(Text(literal.Content.ToString()), bold, italic);
                    break;
                case CodeInline code:
                    yield return Run(Text(code.Content), bold, italic);
                    break;
                case HtmlEntityInline entity:
                    yield return Run(Text(entity.Transcoded.ToString()), bold, italic);
                    break;
                case LineBreakInline { IsHard: true }:
                    yield return Run(new Break(), bold, italic);
                    break;
                case LineBreakInline:
                    yield return Run(Text(" "), bold, italic);
                    break;
                case EmphasisInline emphasis:
                    foreach (var run in Runs(emphasis, bold || emphasis.DelimiterCount == 2, italic || emphasis.DelimiterCount == 1))
                    {
                        yield return run;
                    }

                    break;
                case ContainerInline container:
                    foreach (var run in Runs(container, bold, italic))
                    {
                        yield return run;
                    }

                    break;
            }
        }
    }

    private static Text Text(string text) => new(XmlText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve };

    private static Run Run(OpenXmlElement content, bool bold, bool italic)
    {
        var run = new Run();
        if (bold || italic)
        {
            var properties = new RunProperties();
            if (bold)
            {
                properties.Append(new Bold());
            }

            if (italic)
            {
                properties.Append(new Italic());
            }

            run.Append(properties);
        }

        run.Append(content);
        return run;
    }
}

/// <summary>Text that XML can hold: a name with a control character must not keep a report from being written.</summary>
internal static class XmlText
{
    public static string Clean(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var allowed = rune.Value is '\t' or '\n' or '\r' || rune.Value is >= 0x20 and not (0xFFFE or 0xFFFF);
            clean.Append(allowed ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }
}
