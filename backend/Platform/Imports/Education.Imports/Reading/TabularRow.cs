namespace Education.Imports.Reading;

/// <summary>What a cell holds; a CSV knows only <see cref="Empty"/> and <see cref="Text"/>.</summary>
internal enum CellKind : byte
{
    /// <summary>Nothing, or white space only.</summary>
    Empty,

    Text,

    /// <summary>Decimal text with a point, without exponent where it fits: <c>96.6</c>.</summary>
    Number,

    /// <summary>A number shown as a percentage, as the reader of the sheet sees it: 0.796 formatted <c>0.0%</c> is <c>79.6%</c>.</summary>
    Percent,

    /// <summary>ISO text: <c>2017-06-20</c>, <c>2017-06-20T10:30:00</c>, or <c>10:30:00</c> for a time of day.</summary>
    Date,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>An error value of the spreadsheet: <c>#N/A</c>.</summary>
    Error,
}

/// <summary>One cell. A formula gives its last computed value, which may be stale or empty: importers may refuse it.</summary>
internal readonly record struct TabularCell(string Text, CellKind Kind, bool IsFormula = false)
{
    public static TabularCell Empty { get; } = new("", CellKind.Empty);

    /// <summary>Neither a value nor a formula.</summary>
    public bool IsEmpty => Kind == CellKind.Empty && !IsFormula;

    public static TabularCell OfText(string? text) => string.IsNullOrWhiteSpace(text) ? Empty : new TabularCell(text, CellKind.Text);
}

/// <summary>A row that holds at least one cell. <paramref name="number"/> is the 1-based row as the user sees it in the sheet.</summary>
internal sealed class TabularRow(int number, TabularCell[] cells)
{
    public int Number { get; } = number;

    /// <summary>From column A on; trailing empty cells are left out.</summary>
    public IReadOnlyList<TabularCell> Cells { get; } = cells;

    /// <summary>The cell of a 0-based column, empty beyond the last.</summary>
    public TabularCell this[int column] => column < cells.Length ? cells[column] : TabularCell.Empty;
}

/// <summary>Letters of spreadsheet columns: 0 is A, 26 is AA.</summary>
internal static class ColumnName
{
    public static string Of(int column)
    {
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--at] = (char)('A' + ((rest - 1) % 26));
        }

        return new string(letters[at..]);
    }

    /// <summary>The 0-based column of a reference such as <c>AB12</c>; -1 when it has no letters or too many.</summary>
    public static int Parse(ReadOnlySpan<char> reference)
    {
        var column = 0;
        var at = 0;
        while (at < reference.Length && at < 4 && char.IsAsciiLetter(reference[at]))
        {
            column = (column * 26) + (char.ToUpperInvariant(reference[at]) - 'A') + 1;
            at++;
        }

        return at is 0 or 4 ? -1 : column - 1;
    }
}
