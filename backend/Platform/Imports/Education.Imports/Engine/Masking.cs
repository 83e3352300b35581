using System.Globalization;
using Education.Imports.Contracts;
using Education.Imports.Reading;
using Education.SharedKernel;

namespace Education.Imports.Engine;

/// <summary>How a cell is shown: what is personal stays in the original file.</summary>
internal static class Masking
{
    public const string Hidden = "•••";
    private const int Longest = 400;

    public static string Text(ImportColumn column, in TabularCell cell) =>
        cell.Text.Length == 0 ? "" : IsPersonal(column) ? Hidden : Cut(cell.Text.Trim());

    /// <summary>The value as it was understood; null when there is none.</summary>
    public static string? Value(ImportColumn column, object? value) => value switch
    {
        null => null,
        Iin iin => iin.Masked,
        _ when IsPersonal(column) => Hidden,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    public static bool IsPersonal(ImportColumn column) => column.Personal || column.Kind == ImportValueKind.Iin;

    public static string Cut(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
}
