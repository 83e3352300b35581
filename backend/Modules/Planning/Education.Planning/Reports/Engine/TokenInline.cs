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

    /// <summary>Throws <c>planning.template-token</c> when a tag stands where only literal text can (code, the address of a link).</summary>
    public static MarkdownDocument Read(string markdown, RenderTokens tokens)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var literal in document.Descendants<LiteralInline>().ToList())
        {
            Split(literal, tokens);
        }

        foreach (var code in document.Descendants<CodeInline>().Where(code => code.Content.Contains(RenderTokens.Open, StringComparison.Ordinal)))
        {
            throw Misplaced(code.Line);
        }

        foreach (var block in document.Descendants<CodeBlock>().Where(block => block.Lines.ToString().Contains(RenderTokens.Open, StringComparison.Ordinal)))
        {
            throw Misplaced(block.Line);
        }

        foreach (var link in document.Descendants<LinkInline>().Where(link => !IsSafe(link)))
        {
            throw Misplaced(link.Line);
        }

        return document;
    }

    private static RuleViolation Misplaced(int line) => new("planning.template-token", line + 1);

    /// <summary>A report links to the web and to itself; anything else (scripts, files, pictures) has no place in it.</summary>
    private static bool IsSafe(LinkInline link) =>
        !link.IsImage
        && link.Url is { } url
        && !url.Contains(RenderTokens.Open, StringComparison.Ordinal)
        && !(link.Title ?? string.Empty).Contains(RenderTokens.Open, StringComparison.Ordinal)
        && (url.StartsWith('#') || url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal));

    private static void Split(LiteralInline literal, RenderTokens tokens)
    {
        var text = literal.Content.ToString();
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
    protected override void Write(HtmlRenderer renderer, TokenInline obj)
    {
        if (obj.Token.Figure is not { } figure)
        {
            renderer.WriteEscape(obj.Token.Text);
            return;
        }

        renderer.Write("<a class=\"figure\" data-figure=\"").WriteEscape(figure.Key);
        renderer.Write("\" href=\"#figure/").WriteEscape(Uri.EscapeDataString(figure.Key)).Write("\">");
        renderer.WriteEscape(obj.Token.Text);
        renderer.Write("</a>");
    }
}
