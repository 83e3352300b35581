using System.Globalization;
using System.Runtime.InteropServices;

namespace Education.Imports.Reading.Xlsx;

/// <summary>What the number format of a cell makes of a number.</summary>
internal enum NumberLook : byte
{
    Plain,
    Percent,
    Date,
    DateTime,
    Time,

    /// <summary>A format of zeros alone, as for an ИИН that lost its leading zeros to the number type; <c>Zeros</c> gives the width.</summary>
    Padded,
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellStyle(NumberLook Look, byte Zeros = 0);

/// <summary>The number formats behind the style indexes of cells (ECMA-376 part 1, 18.8.30).</summary>
internal sealed class CellStyles
{
    private const int MostStyles = 100_000;

    private readonly List<CellStyle> styles = [];

    public CellStyle this[int index] => index >= 0 && index < styles.Count ? styles[index] : default;

    public static CellStyles Load(PartReader part)
    {
        var result = new CellStyles();
        var formats = new Dictionary<int, CellStyle>();
        var depth = -1;
        while (part.Read())
        {
            if (part.IsStartOf("numFmt") && int.TryParse(part.Attribute("numFmtId"), CultureInfo.InvariantCulture, out var id))
            {
                formats[id] = Look(part.Attribute("formatCode") ?? "");
            }
            else if (part.IsStartOf("cellXfs"))
            {
                depth = part.Depth;
            }
            else if (depth >= 0 && part.Depth <= depth)
            {
                depth = -1;
            }
            else if (depth >= 0 && part.Depth == depth + 1 && part.IsStartOf("xf"))
            {
                _ = int.TryParse(part.Attribute("numFmtId"), CultureInfo.InvariantCulture, out id);
                result.styles.Add(formats.TryGetValue(id, out var style) ? style : BuiltIn(id));
            }

            if (result.styles.Count > MostStyles || formats.Count > MostStyles)
            {
                throw new FileRejected(FileRejected.Damaged);
            }
        }

        return result;
    }

    /// <summary>Formats that files name by number only.</summary>
    private static CellStyle BuiltIn(int id) => id switch
    {
        9 or 10 => new(NumberLook.Percent),
        14 or 15 or 16 or 17 or (>= 27 and <= 31) or (>= 34 and <= 36) or (>= 50 and <= 58) => new(NumberLook.Date),
        22 => new(NumberLook.DateTime),
        18 or 19 or 20 or 21 or 32 or 33 or 45 or 46 or 47 => new(NumberLook.Time),
        _ => default,
    };

    /// <summary>Reads a format code: its first section, without quoted text, escapes, padding and bracketed colours or locales.</summary>
    internal static CellStyle Look(string code)
    {
        bool date = false, time = false, percent = false, onlyZeros = code.Length is > 1 and < 29;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            var c = char.ToLowerInvariant(code[i]);
            onlyZeros &= c == '0';
            switch (c)
            {
                case '"':
                    i = code.IndexOf('"', i + 1) is var quote and >= 0 ? quote : code.Length;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    time |= i + 1 < code.Length && char.ToLowerInvariant(code[i + 1]) is 'h' or 'm' or 's' && IsElapsed(code, i);
                    i = code.IndexOf(']', i) is var bracket and >= 0 ? bracket : code.Length;
                    break;
                case 'd' or 'y':
                    date = true;
                    break;
                case 'h' or 's':
                    time = true;
                    break;
                case 'm':
                    // Months or minutes: minutes never come without hours or seconds.
                    break;
                case 'g' when code.AsSpan(i).StartsWith("general", StringComparison.OrdinalIgnoreCase):
                    return default;
                case '%':
                    percent = true;
                    break;
            }
        }

        var monthAlone = !date && !time && !percent && code.AsSpan().TrimEnd().Trim("mM").IsEmpty && code.Length > 0;
        return (date || monthAlone, time, percent) switch
        {
            (true, true, _) => new(NumberLook.DateTime),
            (true, false, _) => new(NumberLook.Date),
            (false, true, _) => new(NumberLook.Time),
            (_, _, true) => new(NumberLook.Percent),
            _ => onlyZeros ? new(NumberLook.Padded, (byte)code.Length) : default,
        };
    }

    /// <summary><c>[h]</c>, <c>[mm]</c>, <c>[ss]</c>; <c>[magenta]</c> is a colour.</summary>
    private static bool IsElapsed(string code, int open)
    {
        var close = code.IndexOf(']', open);
        return close > 0 && code.AsSpan(open + 1, close - open - 1).Trim(char.ToLowerInvariant(code[open + 1]) + char.ToUpperInvariant(code[open + 1]).ToString()).IsEmpty;
    }
}
