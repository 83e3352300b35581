using System.Globalization;
using Education.Imports.Contracts;
using Education.Imports.Reading;
using Education.SharedKernel;

namespace Education.Imports.Engine;

/// <summary>Turns the text of a cell into the value that its column holds, or into the code of what is wrong with it.</summary>
internal static class CellReader
{
    public const int MaxText = 400;
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    // A number without any sign of its own fits into a long up to here.
    private const int PlainDigits = 18;

    private static readonly string[] DateFormats =
        ["dd.MM.yyyy", "d.M.yyyy", "yyyy-MM-dd", "dd/MM/yyyy", "dd-MM-yyyy", "yyyy-MM-ddTHH:mm:ss", "dd.MM.yyyy HH:mm:ss", "d.M.yyyy H:mm:ss"];

    /// <summary>The value, null for an empty cell or a dash. An institution stays its name here; the register is asked for a chunk at once.</summary>
    public static object? Read(in TabularCell cell, ImportValueKind kind, out string? error)
    {
        error = null;
        if (cell.IsFormula)
        {
            error = "imports.formula";
            return null;
        }

        if (cell.Kind == CellKind.Error)
        {
            error = "imports.cell-error";
            return null;
        }

        var text = cell.Text.AsSpan().Trim();
        if (text.IsEmpty || IsDash(text))
        {
            return null;
        }

        return kind switch
        {
            ImportValueKind.Integer => Whole(cell, text, out error),
            ImportValueKind.Decimal => Number(cell, text, out error),
            ImportValueKind.Date => Date(text, out error),
            ImportValueKind.Iin => ReadIin(cell, text, out error),
            _ => Text(cell, text, out error),
        };
    }

    private static string? Text(in TabularCell cell, ReadOnlySpan<char> text, out string? error)
    {
        error = text.Length > MaxText ? "imports.too-long" : null;
        return error is not null ? null : text.Length == cell.Text.Length ? cell.Text : text.ToString();
    }

    private static object? Whole(in TabularCell cell, ReadOnlySpan<char> text, out string? error)
    {
        error = null;
        if (IsPlain(text))
        {
            return long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        if (Number(cell, text, out error) is not decimal number)
        {
            return null;
        }

        if (decimal.Truncate(number) != number)
        {
            error = "imports.not-whole";
            return null;
        }

        if (number is > long.MaxValue or < long.MinValue)
        {
            error = "imports.not-a-number";
            return null;
        }

        return (long)number;
    }

    private static object? Number(in TabularCell cell, ReadOnlySpan<char> text, out string? error)
    {
        error = null;
        if (IsPlain(text))
        {
            return (decimal)long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        if (cell.Kind == CellKind.Number && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var stored))
        {
            return stored;
        }

        var read = HumanNumber.Parse(cell.Text);
        error = read.Kind == HumanNumberKind.Invalid ? "imports.not-a-number" : null;
        return read.Kind == HumanNumberKind.Value ? read.Value : null;
    }

    private static object? Date(ReadOnlySpan<char> text, out string? error)
    {
        error = null;
        if (DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= EarliestYear and <= LatestYear)
        {
            return DateOnly.FromDateTime(date);
        }

        error = "imports.not-a-date";
        return null;
    }

    private static object? ReadIin(in TabularCell cell, ReadOnlySpan<char> text, out string? error)
    {
        // A spreadsheet that took the number for a number dropped its leading zeros.
        var written = cell.Kind == CellKind.Number && text.Length < 12 && IsPlain(text) ? text.ToString().PadLeft(12, '0') : text.ToString();
        return Iin.TryParse(written, out var iin, out error) ? iin : null;
    }

    private static bool IsPlain(ReadOnlySpan<char> text) => text.Length <= PlainDigits && !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsDash(ReadOnlySpan<char> text) => !text.ContainsAnyExcept("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212");
}
