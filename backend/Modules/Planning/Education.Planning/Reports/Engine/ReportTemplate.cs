using System.Globalization;
using Education.SharedKernel;
using HandlebarsDotNet;

namespace Education.Planning.Reports.Engine;

/// <summary>
/// Есеп үлгісі / шаблон отчёта: Markdown with tags, in one language, over the figures of a chapter. The tags are a closed list, so a
/// template can neither reach into the program nor print text that is not a figure's, a name's or its own.
/// </summary>
internal sealed class ReportTemplate
{
    private static readonly HashSet<string> Keyed = new(["fig", "pct", "money", "dir", "plural", "#known", "#changed", "#positive"], StringComparer.Ordinal);
    private static readonly HashSet<string> Free = new(["table", "#each", "/each", "/known", "/changed", "/positive", "else", "year", "text", "!"], StringComparer.Ordinal);
    private static readonly HashSet<string> OfRow = new(["label", "rank"], StringComparer.Ordinal);

    private readonly Lazy<HandlebarsTemplate<object, object>> _compiled;

    private ReportTemplate(string code, Language language, string text, IReadOnlyList<TemplateIssue> issues)
    {
        Code = code;
        Language = language;
        Text = text;
        Issues = issues;
        _compiled = new(() => Compile(text));
    }

    public string Code { get; }

    public Language Language { get; }

    public string Text { get; }

    /// <summary>Everything found, errors and warnings, in the order of the text.</summary>
    public IReadOnlyList<TemplateIssue> Issues { get; }

    /// <summary>A template with an error is not rendered.</summary>
    public bool IsValid => Issues.All(issue => !issue.IsError);

    public static ReportTemplate Read(string code, Language language, string text)
    {
        text = text.ReplaceLineEndings("\n");
        var issues = Syntax(text).Concat(NumeralLint.Check(text, language)).OrderBy(issue => issue.Line).ThenBy(issue => issue.Column);
        return new ReportTemplate(code, language, text, [.. issues]);
    }

    /// <summary>The keys of figures that stand in the template as literals, each once.</summary>
    public IEnumerable<string> Keys() => TemplateScanner.Tags(Text).Where(tag => Keyed.Contains(tag.Name))
        .Select(tag => tag.Literal?.Text).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Markdown with tokens for what came from data. Throws <c>planning.template-invalid</c>.</summary>
    public string Run(TemplateHelpers report)
    {
        try
        {
            return _compiled.Value(report.Context());
        }
        catch (HandlebarsException error)
        {
            throw new RuleViolation("planning.template-invalid", Code, 1, 1, error.Message);
        }
    }

    private static HandlebarsTemplate<object, object> Compile(string text)
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new NoText(), FormatProvider = CultureInfo.InvariantCulture });
        TemplateHelpers.Register(handlebars);
        return handlebars.Compile(text);
    }

    private static IEnumerable<TemplateIssue> Syntax(string text)
    {
        var marker = text.AsSpan().IndexOfAnyInRange('\uE000', '\uF8FF');
        if (marker >= 0)
        {
            yield return TemplateIssue.At(text, marker, "planning.template.private-character", true, $"U+{(int)text[marker]:X4}");
        }

        var open = new Stack<TemplateTag>();
        foreach (var tag in TemplateScanner.Tags(text))
        {
            if (Wrong(text, tag, open) is { } code)
            {
                yield return TemplateIssue.At(text, tag.Start, code, true, text.Substring(tag.Start, Math.Min(tag.Length, 60)));
            }
        }

        foreach (var tag in open)
        {
            yield return TemplateIssue.At(text, tag.Start, "planning.template.block", true, tag.Name);
        }
    }

    private static string? Wrong(string text, TemplateTag tag, Stack<TemplateTag> open)
    {
        var raw = text.AsSpan(tag.Start, tag.Length);
        if (!raw.EndsWith("}}"))
        {
            return "planning.template.unclosed";
        }

        // '{{{x}}}' would print past the escaping, '\{{' would print the tag itself.
        if (raw.StartsWith("{{{") || raw.EndsWith("}}}") || (tag.Start > 0 && text[tag.Start - 1] == '\\'))
        {
            return "planning.template.raw";
        }

        var name = tag.Name.Trim('~');
        if (name.StartsWith('#'))
        {
            open.Push(tag);
        }
        else if (name.StartsWith('/') && !(open.TryPop(out var opening) && opening.Name[1..] == name[1..]))
        {
            return "planning.template.block";
        }

        var inRow = open.Any(block => block.Name == "#each");
        return Keyed.Contains(name) ? (tag.Words.Count > 1 ? null : "planning.template.no-key")
            : Free.Contains(name) || (inRow && OfRow.Contains(name)) ? null
            : "planning.template.unknown-tag";
    }

    /// <summary>Whatever reaches the encoder did not come through a helper and has no business in a report.</summary>
    private sealed class NoText : ITextEncoder
    {
        public void Encode(System.Text.StringBuilder? text, TextWriter target)
        {
        }

        public void Encode(string? text, TextWriter target)
        {
        }

        public void Encode<T>(T? text, TextWriter target)
            where T : IEnumerator<char>
        {
        }
    }
}
