using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Education.Planning.Reports.Engine;

/// <summary>A table that came from data as a block of the document; its cells become blocks of their own only where somebody needs them.</summary>
internal sealed class DataTable(RenderTable source) : LeafBlock(parser: null)
{
    public RenderTable Source { get; } = source;

    public bool IsRight(int column) => column != Source.NameColumn;

    /// <summary>The same as a table of Markdown.</summary>
    public Table ToMarkdown()
    {
        var table = new Table();
        table.ColumnDefinitions.AddRange(Source.Head.Select((_, i) =>
            new TableColumnDefinition { Alignment = IsRight(i) ? TableColumnAlign.Right : TableColumnAlign.Left }));
        table.Add(Row(Source.Head, isHeader: true));
        foreach (var row in Source.Rows)
        {
            table.Add(Row(row, isHeader: false));
        }

        return table;
    }

    private static TableRow Row(IReadOnlyList<RenderToken> cells, bool isHeader)
    {
        var row = new TableRow { IsHeader = isHeader };
        foreach (var token in cells)
        {
            var text = new ContainerInline();
            text.AppendChild(new TokenInline(token));
            row.Add(new TableCell { new ParagraphBlock { Inline = text } });
        }

        return row;
    }
}

/// <summary>Writes a table of data as the table of Markdown would be written.</summary>
internal sealed class DataTableHtmlRenderer : HtmlObjectRenderer<DataTable>
{
    protected override void Write(HtmlRenderer renderer, DataTable obj)
    {
        renderer.EnsureLine();
        renderer.Write("<table>\n<thead>\n");
        WriteRow(renderer, obj, obj.Source.Head, "th");
        renderer.Write("</thead>\n");
        if (obj.Source.Rows.Count > 0)
        {
            renderer.Write("<tbody>\n");
            foreach (var row in obj.Source.Rows)
            {
                WriteRow(renderer, obj, row, "td");
            }

            renderer.Write("</tbody>\n");
        }

        renderer.Write("</table>").WriteLine();
    }

    private static void WriteRow(HtmlRenderer renderer, DataTable table, IReadOnlyList<RenderToken> cells, string tag)
    {
        renderer.Write("<tr>\n");
        for (var i = 0; i < cells.Count; i++)
        {
            renderer.Write("<").Write(tag).Write(table.IsRight(i) ? " class=\"right\">" : ">");
            TokenHtmlRenderer.Write(renderer, cells[i]);
            renderer.Write("</").Write(tag).Write(">\n");
        }

        renderer.Write("</tr>\n");
    }
}
