using System.Globalization;
using Education.Planning.Indicators;
using Education.SharedKernel;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Education.Planning.Reports.Engine;

/// <summary>A report with its figures in place, ready to be written as HTML or DOCX.</summary>
/// <param name="Title">Title of the chapter, for the properties of the file.</param>
internal sealed record RenderedReport(MarkdownDocument Document, Language Language, string Title)
{
    /// <summary>HTML of the text, without a page around it. The same report gives the same characters.</summary>
    public string ToHtml()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        renderer.ObjectRenderers.Add(new TokenHtmlRenderer());
        renderer.ObjectRenderers.Add(new DataTableHtmlRenderer());
        renderer.ObjectRenderers.AddIfNotAlready(new Markdig.Extensions.Tables.HtmlTableRenderer());
        renderer.Render(Document);

        // Alignment as a class: a strict content security policy drops style attributes. Data cannot hold this text, its quotes are escaped.
        return writer.GetStringBuilder()
            .Replace(" style=\"text-align: right;\"", " class=\"right\"")
            .Replace(" style=\"text-align: left;\"", string.Empty)
            .ToString();
    }
}

/// <summary>Puts figures into a template.</summary>
internal sealed class ReportRenderer(TextOf texts)
{
    /// <summary>
    /// Throws <c>planning.template-invalid</c> for a template with errors, <c>planning.report-unknown-keys</c> with every key that the
    /// figures lack, in literals and in rows alike.
    /// </summary>
    public RenderedReport Render(ReportTemplate template, FigureSet set, LocalizedText title)
    {
        if (!template.IsValid)
        {
            var first = template.Issues.First(issue => issue.IsError);
            throw new RuleViolation("planning.template-invalid", template.Code, first.Line, first.Column, first.Text);
        }

        var helpers = new TemplateHelpers(set, template.Language, texts);
        foreach (var key in template.Keys().Where(key => set.Find(key) is null))
        {
            helpers.Unknown.Add(key);
        }

        var markdown = template.Run(helpers);
        if (helpers.Unknown.Count > 0)
        {
            throw new RuleViolation("planning.report-unknown-keys", string.Join(", ", helpers.Unknown));
        }

        return new RenderedReport(ReportMarkdown.Read(markdown, helpers.Tokens), template.Language, title.In(template.Language));
    }
}
