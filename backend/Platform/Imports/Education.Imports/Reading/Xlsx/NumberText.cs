using System.Globalization;

namespace Education.Imports.Reading.Xlsx;

/// <summary>Numbers of a sheet as text: what the user sees, not what the binary fraction became (96.599999999999994 is 96.6).</summary>
internal static class NumberText
{
    private const int ExactDigits = 15;
    private const double LargestDecimal = 1e28;
    private const double SmallestDecimal = 1e-13;

    // 9999-12-31 as a serial number of the 1900 system.
    private const double LastSerial = 2_958_466;
    private const int Days1904 = 1462;

    public static TabularCell Cell(ReadOnlySpan<char> raw, CellStyle style, bool date1904, bool formula)
    {
        raw = raw.Trim();
        if (style.Look == NumberLook.Plain)
        {
            return new TabularCell(Plain(raw), CellKind.Number, formula);
        }

        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return new TabularCell(raw.ToString(), CellKind.Text, formula);
        }

        return style.Look switch
        {
            NumberLook.Percent => new TabularCell(OfDecimalOrDouble(value, 100) + "%", CellKind.Percent, formula),
            NumberLook.Padded => new TabularCell(Plain(raw).PadLeft(style.Zeros, '0'), CellKind.Text, formula),
            _ => Date(value, style.Look, date1904) is { } date
                ? new TabularCell(date, CellKind.Date, formula)
                : new TabularCell(Plain(raw), CellKind.Number, formula),
        };
    }

    /// <summary>Integers and short decimals are exact as written; the rest is rounded to the 15 digits that a double holds.</summary>
    internal static string Plain(ReadOnlySpan<char> raw)
    {
        if (IsPlainInteger(raw))
        {
            return raw.ToString();
        }

        return double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? OfDecimalOrDouble(value, 1)
            : raw.ToString();
    }

    private static bool IsPlainInteger(ReadOnlySpan<char> raw)
    {
        var digits = raw is ['-', ..] ? raw[1..] : raw;
        return digits.Length is > 0 and <= 28 && !digits.ContainsAnyExceptInRange('0', '9');
    }

    private static string OfDecimalOrDouble(double value, int times)
    {
        var size = Math.Abs(value);
        if (size is 0 or (>= SmallestDecimal and < LargestDecimal / 100))
        {
            // The conversion rounds to 15 significant digits; the format drops the zeros behind.
            return ((decimal)value * times).ToString("0.############################", CultureInfo.InvariantCulture);
        }

        return (value * times).ToString("G" + ExactDigits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static string? Date(double serial, NumberLook look, bool date1904)
    {
        if (date1904)
        {
            serial += Days1904;
        }

        // The 1900 system counts a 29 February that never was (serial 60): before it the days are one behind.
        if (serial is < 0 or >= LastSerial or (>= 60 and < 61))
        {
            return null;
        }

        var seconds = Math.Round(serial * 86_400);
        var moment = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(seconds);
        if (look == NumberLook.Time && serial < 1)
        {
            return moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        }

        if (look == NumberLook.Time)
        {
            // A duration over a day ([h]:mm) is no date.
            return null;
        }

        moment = serial < 60 ? moment.AddDays(1) : moment;
        return moment.TimeOfDay == TimeSpan.Zero
            ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }
}
