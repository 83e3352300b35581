namespace Education.Planning.Reports.Engine;

/// <summary>Something wrong in a template.</summary>
/// <param name="Code">Code of the text: <c>planning.template.…</c>.</param>
/// <param name="IsError">An error keeps the template from being registered; a warning is shown.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in characters.</param>
/// <param name="Text">What stands there.</param>
internal sealed record TemplateIssue(string Code, bool IsError, int Line, int Column, string Text)
{
    public static TemplateIssue At(string template, int offset, string code, bool isError, string text)
    {
        var (line, column) = TemplateScanner.Position(template, offset);
        return new TemplateIssue(code, isError, line, column, text);
    }
}
