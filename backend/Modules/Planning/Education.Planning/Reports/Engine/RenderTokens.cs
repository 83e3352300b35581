using System.Globalization;
using Education.Planning.Indicators;

namespace Education.Planning.Reports.Engine;

/// <summary>A text that came from data, standing in the rendered document.</summary>
/// <param name="Text">Plain text; never Markdown, never HTML.</param>
/// <param name="Figure">The figure it shows; null for names and words.</param>
internal sealed record RenderToken(string Text, Figure? Figure);

/// <summary>A table that came from data: headings, then rows, all of one length. Numbers stand right, the names of the rows left.</summary>
internal sealed record RenderTable(IReadOnlyList<RenderToken> Head, IReadOnlyList<IReadOnlyList<RenderToken>> Rows, int NameColumn);

/// <summary>
/// Everything that comes from data enters the Markdown as a token of two private-use characters and its number, and is put back as plain
/// text after the Markdown was read. So no name of a school can become a heading, a link or a tag.
/// </summary>
internal sealed class RenderTokens
{
    public const char Open = '\uE000';
    public const char Close = '\uE001';
    public const char OpenTable = '\uE002';

    private readonly List<RenderToken> _tokens = [];
    private readonly List<RenderTable> _tables = [];

    public string Add(string text, Figure? figure = null)
    {
        _tokens.Add(new RenderToken(text, figure));
        return string.Create(CultureInfo.InvariantCulture, $"{Open}{_tokens.Count - 1}{Close}");
    }

    /// <summary>A table stands as a paragraph of its own and never becomes Markdown: one of ten thousand schools would take seconds to be read back.</summary>
    public string Add(RenderTable table)
    {
        _tables.Add(table);
        return string.Create(CultureInfo.InvariantCulture, $"{OpenTable}{_tables.Count - 1}{Close}");
    }

    public RenderToken this[int index] => _tokens[index];

    /// <summary>The table whose token is the whole of <paramref name="text"/>; null when there is more, or none.</summary>
    public RenderTable? TableIn(ReadOnlySpan<char> text) =>
        text is [OpenTable, .. var number, Close] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? _tables[index] : null;

    public static bool Holds(ReadOnlySpan<char> text) => text.ContainsAny(Open, OpenTable);
}
