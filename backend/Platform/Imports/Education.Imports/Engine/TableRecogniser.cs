using System.Globalization;
using Education.BuildingBlocks.Web;
using Education.Imports.Contracts;
using Education.Imports.Reading;
using Education.Imports.Reading.Header;
using Education.Imports.Storage;
using Education.SharedKernel;

namespace Education.Imports.Engine;

/// <summary>What a person chose instead of what was recognised; null leaves the choice to the engine.</summary>
/// <param name="Sheet">0-based sheet.</param>
/// <param name="HeaderFirstRow">First row of the headings, 1-based.</param>
/// <param name="HeaderRow">Last row of the headings.</param>
/// <param name="Mapping">Column key → 0-based column of the file.</param>
internal sealed record TableChoice(int? Sheet, int? HeaderFirstRow, int? HeaderRow, IReadOnlyDictionary<string, int>? Mapping)
{
    public static TableChoice None { get; } = new(null, null, null, null);
}

/// <summary>Finds sheet, header and columns, and reads the sheet once to its end, so that a file that cannot be read is refused at once.</summary>
internal static class TableRecogniser
{
    /// <exception cref="Problem">The file cannot be read, or holds no row below the headings.</exception>
    /// <exception cref="InvalidFields">The choice does not fit the file.</exception>
    public static RecognisedTable Recognise(
        TabularFile file, IImportDefinition definition, IReadOnlyDictionary<string, string> options, TableChoice choice) => FileProblem.Guard<RecognisedTable>(() =>
    {
        CheckChoice(file, definition, choice);
        ColumnSpec[] specs = [.. definition.Columns.Select(c =>
            new ColumnSpec(c.Key, [c.Name.Kk], [c.Name.Ru, .. c.Aliases], c.Name.En is { } en ? [en] : [], c.Required))];
        var year = int.TryParse(options.GetValueOrDefault("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        var (sheet, header) = FindHeader(file, specs, new HeaderOptions { Year = year }, choice);
        var mapping = choice.Mapping
            ?? header?.Columns.Where(c => c.Column is not null).ToDictionary(c => c.Key, c => c.Column!.Value, StringComparer.Ordinal)
            ?? [];
        var last = choice.HeaderRow ?? header?.LastRow ?? 0;
        var rows = file.Rows(sheet).Count(row => row.Number > last);
        if (rows == 0)
        {
            throw new Problem(422, "imports.no-rows");
        }

        return new(
            [.. file.Sheets.Select(s => s.Name)], sheet, header?.FirstRow ?? 0, last, [.. (header?.Captions ?? []).Select(Masking.Cut)],
            mapping, [.. definition.Columns.Where(c => c.Required && !mapping.ContainsKey(c.Key)).Select(c => c.Key)], rows);
    });

    private static (int Sheet, HeaderMatch? Header) FindHeader(TabularFile file, ColumnSpec[] specs, HeaderOptions options, TableChoice choice)
    {
        if (choice.HeaderRow is { } last)
        {
            var chosen = choice.Sheet ?? 0;
            return (chosen, HeaderFinder.At(file.Rows(chosen), choice.HeaderFirstRow ?? last, last, specs, options));
        }

        if (choice.Sheet is { } sheet)
        {
            return (sheet, HeaderFinder.Find(file.Rows(sheet), specs, options));
        }

        return HeaderFinder.FindSheet(file, specs, options) is { } found
            ? (found.Sheet.Index, found.Header)
            : (file.Sheets.FirstOrDefault(s => s.IsVisible)?.Index ?? 0, null);
    }

    private static void CheckChoice(TabularFile file, IImportDefinition definition, TableChoice choice)
    {
        var errors = new List<FieldError>();
        if (choice.Sheet is { } sheet && (sheet < 0 || sheet >= file.Sheets.Count))
        {
            errors.Add(new("sheet", "out-of-range", 0, file.Sheets.Count - 1));
        }

        foreach (var (key, column) in choice.Mapping ?? new Dictionary<string, int>(StringComparer.Ordinal))
        {
            if (definition.Columns.All(c => c.Key != key))
            {
                errors.Add(new($"mapping.{key}", "unknown-field"));
            }
            else if (choice.Mapping!.Any(other => other.Value == column && other.Key != key))
            {
                errors.Add(new($"mapping.{key}", "imports.column-twice", ColumnName.Of(column)));
            }
        }

        if (errors.Count > 0)
        {
            throw new InvalidFields(errors);
        }
    }
}
