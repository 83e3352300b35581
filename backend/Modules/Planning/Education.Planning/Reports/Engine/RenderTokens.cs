using System.Globalization;
using Education.Planning.Indicators;

namespace Education.Planning.Reports.Engine;

/// <summary>A text that came from data, standing in the rendered document.</summary>
/// <param name="Text">Plain text; never Markdown, never HTML.</param>
/// <param name="Figure">The figure it shows; null for names and words.</param>
internal sealed record RenderToken(string Text, Figure? Figure);

/// <summary>
/// Everything that comes from data enters the Markdown as a token of two private-use characters and its number, and is put back as plain
/// text after the Markdown was read. So no name of a school can become a heading, a link or a tag.
/// </summary>
internal sealed class RenderTokens
{
    public const char Open = '\uE000';
    public const char Close = '\uE001';

    private readonly List<RenderToken> _tokens = [];

    public string Add(string text, Figure? figure = null)
    {
        _tokens.Add(new RenderToken(text, figure));
        return string.Create(CultureInfo.InvariantCulture, $"{Open}{_tokens.Count - 1}{Close}");
    }

    public RenderToken this[int index] => _tokens[index];
}
