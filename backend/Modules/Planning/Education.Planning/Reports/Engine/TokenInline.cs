using System.Globalization;
using Education.SharedKernel;
using Markdig;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Education.Planning.Reports.Engine;

/// <summary>A token in the read Markdown.</summary>
internal sealed class TokenInline(RenderToken token) : LeafInline
{
    public RenderToken Token { get; } = token;
}

/// <summary>Reads the Markdown of a rendered template and puts tokens in their places.</summary>
internal static class ReportMarkdown
{
    /// <summary>Raw HTML is text; tables are the only extension.</summary>
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>Throws <c>planning.template-token</c> when a tag stands where it cannot: in code, in the address of a link, a table within text.</summary>
    public static MarkdownDocument Read(string markdown, RenderTokens tokens)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var tables = document.Descendants<ParagraphBlock>().Select(block => (Block: block, Table: TableIn(block, tokens))).Where(t => t.Table is not null).ToList();
        var placed = tables.Select(table => table.Block.Inline!.FirstChild!).ToHashSet();
        foreach (var literal in document.Descendants<LiteralInline>().Where(literal => !placed.Contains(literal)).ToList())
        {
            Split(literal, tokens);
        }

        foreach (var code in document.Descendants<CodeInline>().Where(code => RenderTokens.Holds(code.Content)))
        {
            throw Misplaced(code.Line);
        }

        foreach (var block in document.Descendants<CodeBlock>().Where(block => RenderTokens.Holds(block.Lines.ToString())))
        {
            throw Misplaced(block.Line);
        }

        foreach (var link in document.Descendants<LinkInline>().Where(link => !IsSafe(link)))
        {
            throw Misplaced(link.Line);
        }

        foreach (var (block, table) in tables)
        {
            var parent = block.Parent!;
            var place = parent.IndexOf(block);
            parent.RemoveAt(place);
            parent.Insert(place, new DataTable(table!));
        }

        return document;
    }

    private static RenderTable? TableIn(ParagraphBlock block, RenderTokens tokens) =>
        block.Inline is { FirstChild: LiteralInline { NextSibling: null } only } ? tokens.TableIn(only.Content.AsSpan()) : null;

    private static RuleViolation Misplaced(int line) => new("planning.template-token", line + 1);

    /// <summary>A report links to the web and to itself; anything else (scripts, files, pictures) has no place in it.</summary>
    private static bool IsSafe(LinkInline link) =>
        !link.IsImage
        && link.Url is { } url
        && !RenderTokens.Holds(url)
        && !RenderTokens.Holds(link.Title)
        && (url.StartsWith('#') || url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal));

    private static void Split(LiteralInline literal, RenderTokens tokens)
    {
        var text = literal.Content.ToString();
        if (text.Contains(RenderTokens.OpenTable, StringComparison.Ordinal))
        {
            throw Misplaced(literal.Line);
        }

        if (!text.Contains(RenderTokens.Open, StringComparison.Ordinal))
        {
            return;
        }

        Inline last = literal;
        var from = 0;
        while (text.IndexOf(RenderTokens.Open, from) is var open and >= 0)
        {
            var close = text.IndexOf(RenderTokens.Close, open);
            After(new LiteralInline(text[from..open]));
            After(new TokenInline(tokens[int.Parse(text.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture)]));
            from = close + 1;
        }

        After(new LiteralInline(text[from..]));
        literal.Remove();

        void After(Inline inline)
        {
            last.InsertAfter(inline);
            last = inline;
        }
    }
}

/// <summary>Writes a token as HTML: a figure as the anchor that opens its trace, anything else as escaped text.</summary>
internal sealed class TokenHtmlRenderer : HtmlObjectRenderer<TokenInline>
{
    public static void Write(HtmlRenderer renderer, RenderToken token)
    {
        if (token.Figure is not { } figure)
        {
            renderer.WriteEscape(token.Text);
            return;
        }

        renderer.Write("<a class=\"figure\" data-figure=\"").WriteEscape(figure.Key);
        renderer.Write("\" href=\"#figure/").WriteEscape(Uri.EscapeDataString(figure.Key)).Write("\">");
        renderer.WriteEscape(token.Text);
        renderer.Write("</a>");
    }

    protected override void Write(HtmlRenderer renderer, TokenInline obj) => Write(renderer, obj.Token);
}
