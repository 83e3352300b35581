using System.Globalization;

namespace Education.Imports.Reading.Header;

/// <summary>
/// Finds the header among the first rows: below titles, one to three rows high, beside a column of numbers «№ п/п», above a row that
/// numbers the columns. The best total fit of the columns decides.
/// </summary>
internal static class HeaderFinder
{
    private const double RequiredWeight = 2;

    // Of equal fits the lower header wins, and the one a caption needs.
    private const double HeightCost = 0.05;

    /// <summary>Null when no row looks like the header: fewer than two columns, or fewer than half of the required ones, are recognised.</summary>
    public static HeaderMatch? Find(IEnumerable<TabularRow> rows, IReadOnlyList<ColumnSpec> specs, HeaderOptions options) =>
        Best(rows, specs, options)?.Header;

    /// <summary>The sheet whose header fits best, visible sheets before hidden ones; null when none fits.</summary>
    /// <exception cref="FileRejected"><c>imports.file-empty</c> when no sheet holds a single row.</exception>
    public static (TabularSheet Sheet, HeaderMatch Header)? FindSheet(TabularFile file, IReadOnlyList<ColumnSpec> specs, HeaderOptions options)
    {
        (TabularSheet Sheet, HeaderMatch Header)? best = null;
        double bestScore = 0;
        var isEmpty = true;
        foreach (var sheet in file.Sheets.OrderByDescending(one => one.IsVisible))
        {
            var rows = file.Rows(sheet.Index).Take(options.MaxRows + options.MaxHeight).ToList();
            isEmpty &= rows.Count == 0;
            if (Best(rows, specs, options) is { } found && found.Score > bestScore && (sheet.IsVisible || best is null))
            {
                (best, bestScore) = ((sheet, found.Header), found.Score);
            }
        }

        return isEmpty ? throw new FileRejected(FileRejected.Empty) : best;
    }

    /// <summary>The header at the rows a person pointed out; columns are recognised as far as they can be.</summary>
    public static HeaderMatch At(IEnumerable<TabularRow> rows, int firstRow, int lastRow, IReadOnlyList<ColumnSpec> specs, HeaderOptions options)
    {
        var header = rows.SkipWhile(row => row.Number < firstRow).TakeWhile(row => row.Number <= lastRow).ToList();
        var cells = HeaderRows.Compose(header);
        return new HeaderMatch(firstRow, lastRow, HeaderRows.Captions(cells), new ColumnMatcher(specs, options.Year).Match(cells));
    }

    private static (HeaderMatch Header, double Score)? Best(IEnumerable<TabularRow> rows, IReadOnlyList<ColumnSpec> specs, HeaderOptions options)
    {
        var top = rows.Take(options.MaxRows + options.MaxHeight).ToList();
        var matcher = new ColumnMatcher(specs, options.Year);

        // The days of a month are columns called 1, 2, 3…
        var numbersWanted = specs.SelectMany(one => one.AliasesKk.Concat(one.AliasesRu).Concat(one.AliasesEn)).Where(alias => alias.All(char.IsAsciiDigit))
            .ToHashSet(StringComparer.Ordinal);
        (HeaderMatch Header, double Score)? best = null;
        for (var first = 0; first < Math.Min(top.Count, options.MaxRows); first++)
        {
            for (var height = 1; height <= options.MaxHeight && HeaderRows.CanBe(top, first, height, numbersWanted); height++)
            {
                var cells = HeaderRows.Compose(top.GetRange(first, height));
                var columns = matcher.Match(cells);
                var score = Score(columns, specs) - (HeightCost * (height - 1));
                if (IsEnough(columns, specs) && (best is null || score > best.Value.Score))
                {
                    var last = first + height - 1;
                    last += last + 1 < top.Count && HeaderRows.NumbersColumns(top[last + 1]) ? 1 : 0;
                    best = (new HeaderMatch(top[first].Number, top[last].Number, HeaderRows.Captions(cells), columns), score);
                }
            }
        }

        return best;
    }

    private static double Score(IReadOnlyList<ColumnMatch> columns, IReadOnlyList<ColumnSpec> specs) =>
        columns.Select((one, i) => one.Confidence * (one.IsAmbiguous ? 0.5 : 1) * (specs[i].Required ? RequiredWeight : 1)).Sum();

    private static bool IsEnough(IReadOnlyList<ColumnMatch> columns, IReadOnlyList<ColumnSpec> specs)
    {
        var found = columns.Count(one => one.Confidence > 0);
        var required = specs.Count(one => one.Required);
        var requiredFound = columns.Where((one, i) => specs[i].Required && one.Confidence > 0).Count();
        return found >= Math.Min(2, specs.Count) && requiredFound * 2 >= required;
    }
}

/// <summary>Rows as parts of a header.</summary>
internal static class HeaderRows
{
    /// <summary>A header is text; below its first row nothing but text and years, and the numbers that columns are called by.</summary>
    public static bool CanBe(List<TabularRow> rows, int first, int height, IReadOnlySet<string> numbersWanted)
    {
        var last = first + height - 1;
        if (last >= rows.Count || rows[last].Number - rows[first].Number != height - 1)
        {
            return false;
        }

        var filled = rows[last].Cells.Count(cell => !cell.IsEmpty);
        var numbers = rows[last].Cells.Count(cell => IsNumber(cell) && !numbersWanted.Contains(cell.Text.Trim()));
        return height == 1 ? numbers * 3 <= filled : numbers == 0;
    }

    /// <summary>The row «1 2 3 …» or «А Б 1 2 …» that statistical forms put under the header.</summary>
    public static bool NumbersColumns(TabularRow row)
    {
        var expected = 1;
        var numbers = 0;
        foreach (var text in row.Cells.Where(cell => !cell.IsEmpty).Select(cell => cell.Text.Trim()))
        {
            if (text == expected.ToString(CultureInfo.InvariantCulture))
            {
                numbers++;
            }
            else if (numbers > 0 || text.Length != 1 || !char.IsLetter(text[0]))
            {
                return false;
            }

            expected = numbers + 1;
        }

        return numbers >= 3;
    }

    /// <summary>The captions of the rows taken together, one for each column that has any.</summary>
    public static List<HeaderCell> Compose(List<TabularRow> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Count);
        var cells = new List<HeaderCell>();
        for (var column = 0; column < width; column++)
        {
            var parts = Enumerable.Range(0, rows.Count).Select(row => Part(rows, row, column)).Where(text => text.Length > 0).ToList();
            if (parts.Count > 0)
            {
                var text = string.Join(' ', parts);
                cells.Add(new HeaderCell(column, text, Caption.Of(text), parts.Count > 1 ? Caption.Of(parts[^1]) : null));
            }
        }

        return cells;
    }

    public static string[] Captions(List<HeaderCell> cells)
    {
        var captions = new string[cells.Count == 0 ? 0 : cells[^1].Column + 1];
        Array.Fill(captions, "");
        foreach (var cell in cells)
        {
            captions[cell.Column] = cell.Text;
        }

        return captions;
    }

    /// <summary>The text of a header cell, or of the group heading it stands under: the nearest one to the left that has captions below it.</summary>
    private static string Part(List<TabularRow> rows, int row, int column)
    {
        var at = column;
        while (at > 0 && rows[row][at].IsEmpty && HasBelow(rows, row, at))
        {
            at--;
        }

        return at == column || HasBelow(rows, row, at) ? rows[row][at].Text.Trim() : "";
    }

    private static bool HasBelow(List<TabularRow> rows, int row, int column) => rows.Skip(row + 1).Any(one => !one[column].IsEmpty);

    private static bool IsNumber(TabularCell cell)
    {
        if (cell.Kind is CellKind.Empty or CellKind.Error)
        {
            return false;
        }

        var text = cell.Text.AsSpan().Trim();
        var isYear = text is ['1', '9', _, _] or ['2', '0', _, _] && !text.ContainsAnyExceptInRange('0', '9');
        return !isYear && (cell.Kind != CellKind.Text || (text.ContainsAnyInRange('0', '9') && !text.ContainsAnyExcept("0123456789.,-–% \u00A0")));
    }
}
