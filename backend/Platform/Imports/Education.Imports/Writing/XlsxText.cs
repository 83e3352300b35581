using System.Globalization;
using System.Text;

namespace Education.Imports.Writing;

/// <summary>Text as a cell can hold it.</summary>
internal static class XlsxText
{
    /// <summary>The most characters Excel opens in one cell.</summary>
    public const int Longest = 32_767;

    /// <summary>What XML cannot hold, a carriage return, and what would read as an escape, become <c>_x000D_</c>; over-long text is cut with «…».</summary>
    public static string Escape(string text)
    {
        if (text.Length > Longest)
        {
            text = text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
        }

        var first = 0;
        while (first < text.Length && !NeedsEscape(text, first))
        {
            first += char.IsHighSurrogate(text[first]) ? 2 : 1;
        }

        if (first >= text.Length)
        {
            return text;
        }

        var result = new StringBuilder(text, 0, first, text.Length + 16);
        for (var i = first; i < text.Length; i++)
        {
            if (NeedsEscape(text, i))
            {
                result.Append("_x").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture)).Append('_');
                continue;
            }

            result.Append(text[i]);
            if (char.IsHighSurrogate(text[i]))
            {
                result.Append(text[++i]);
            }
        }

        return result.ToString();
    }

    private static bool NeedsEscape(string text, int at)
    {
        var c = text[at];
        if (c == '_')
        {
            return at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_' && !text.AsSpan(at + 2, 4).ContainsAnyExcept("0123456789abcdefABCDEF");
        }

        return c is < ' ' and not ('\t' or '\n') or '\uFFFE' or '\uFFFF'
            || char.IsLowSurrogate(c)
            || (char.IsHighSurrogate(c) && !(at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])));
    }
}

/// <summary>Names of sheets: at most 31 characters, none of <c>[ ] : * ? / \</c>, no apostrophe at the ends, unique without regard to case.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    public static string Allowed(string name, IReadOnlyCollection<string> taken)
    {
        var clean = new string([.. name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && !"[]:*?/\\\uFFFE\uFFFF".Contains(c))]).Trim(' ', '\'');
        clean = Cut(clean.Length == 0 ? "1" : clean, Longest);
        var result = clean;
        for (var i = 2; taken.Contains(result, StringComparer.OrdinalIgnoreCase); i++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({i})");
            result = Cut(clean, Longest - suffix.Length) + suffix;
        }

        return result;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length].TrimEnd(' ', '\'');
}
