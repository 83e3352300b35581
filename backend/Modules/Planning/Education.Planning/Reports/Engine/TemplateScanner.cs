using System.Text.RegularExpressions;

namespace Education.Planning.Reports.Engine;

/// <summary>One <c>{{…}}</c> of a template.</summary>
/// <param name="Start">Offset of the first brace.</param>
/// <param name="Length">Braces included.</param>
/// <param name="Words">What stands inside, in order: names, strings with their quotes, <c>=</c>, <c>(</c>, <c>)</c>.</param>
internal sealed record TemplateTag(int Start, int Length, IReadOnlyList<TemplateWord> Words)
{
    /// <summary><c>fig</c>, <c>#each</c>, <c>/each</c>, <c>else</c>; <c>!</c> for a comment.</summary>
    public string Name => Words.Count == 0 ? string.Empty : Words[0].Text;

    /// <summary>The values of <c>name="…"</c>, without quotes.</summary>
    public IEnumerable<(string Name, TemplateWord Value)> Options
    {
        get
        {
            for (var i = 1; i + 1 < Words.Count; i++)
            {
                if (Words[i].Text == "=")
                {
                    yield return (Words[i - 1].Text, Words[i + 1].Unquoted());
                }
            }
        }
    }

    /// <summary>The first argument when it is a string: the key of a figure, the name of a table.</summary>
    public TemplateWord? Literal => Words.Count > 1 && Words[1].IsString ? Words[1].Unquoted() : null;
}

internal readonly record struct TemplateWord(int Start, string Text)
{
    public bool IsString => Text.Length > 1 && Text[0] is '"' or '\'';

    public TemplateWord Unquoted() => IsString ? new TemplateWord(Start + 1, Text[1..^1]) : this;
}

/// <summary>Finds the tags of a template without running it.</summary>
internal static partial class TemplateScanner
{
    public static IReadOnlyList<TemplateTag> Tags(string template)
    {
        var tags = new List<TemplateTag>();
        var from = 0;
        while (template.IndexOf("{{", from, StringComparison.Ordinal) is var start and >= 0)
        {
            var comment = template.AsSpan(start + 2).StartsWith("!");
            var closing = template.AsSpan(start).StartsWith("{{!--") ? "--}}" : "}}";
            var end = template.IndexOf(closing, start, StringComparison.Ordinal);
            end = end < 0 ? template.Length : end + closing.Length;
            // '{{{x}}}' ends with three braces.
            while (!comment && end < template.Length && template[end] == '}')
            {
                end++;
            }

            var inner = template[(start + 2)..Math.Max(start + 2, end - 2)];
            tags.Add(new TemplateTag(start, end - start, comment ? [new TemplateWord(start + 2, "!")]
                : [.. Word().Matches(inner).Select(match => new TemplateWord(start + 2 + match.Index, match.Value))]));
            from = end;
        }

        return tags;
    }

    /// <summary>The template with every tag replaced by spaces, so that offsets stay.</summary>
    public static string Blank(string template, IEnumerable<TemplateTag> tags)
    {
        var text = template.ToCharArray();
        foreach (var tag in tags)
        {
            for (var i = tag.Start; i < tag.Start + tag.Length; i++)
            {
                text[i] = text[i] == '\n' ? '\n' : ' ';
            }
        }

        return new string(text);
    }

    /// <summary>1-based line and column of an offset.</summary>
    public static (int Line, int Column) Position(string text, int offset)
    {
        var before = text.AsSpan(0, offset);
        return (before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }

    [GeneratedRegex("""
        "[^"]*"|'[^']*'|[()=]|[^\s"'=()]+
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Word();
}
