using System.Globalization;

namespace Education.Imports.Reading.Xlsx;

/// <summary>Streams the rows of one sheet; a fresh one for each reading.</summary>
internal sealed class SheetRows(PartReader part, XlsxWorkbook workbook, TabularLimits limits)
{
    private readonly TextBuffer text = new(limits.MaxCellLength);
    private readonly TabularCell[] cells = NewCells(limits.MaxColumns);
    private int used;

    public IEnumerable<TabularRow> Read()
    {
        if (!part.MoveTo("sheetData") || part.IsEmptyElement)
        {
            yield break;
        }

        var depth = part.Depth;
        var number = 0;
        var filled = 0;
        while (part.ReadWithin(depth))
        {
            if (!part.IsStartOf("row"))
            {
                continue;
            }

            number = RowNumber(number);
            if (part.IsEmptyElement || !ReadCells(number))
            {
                continue;
            }

            if (++filled > limits.MaxRows)
            {
                throw new FileRejected(FileRejected.TooManyRows, limits.MaxRows);
            }

            yield return new TabularRow(number, Take());
        }
    }

    private static TabularCell[] NewCells(int count)
    {
        var fresh = new TabularCell[count];
        Array.Fill(fresh, TabularCell.Empty);
        return fresh;
    }

    private int RowNumber(int previous)
    {
        var number = previous + 1;
        if (part.Attribute("r") is { } given
            && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number <= previous))
        {
            // Excel does not open rows out of order either.
            throw new FileRejected(FileRejected.Damaged);
        }

        return number <= TabularLimits.LastRow ? number : throw new FileRejected(FileRejected.TooManyRows, limits.MaxRows);
    }

    private TabularCell[] Take()
    {
        var taken = cells[..used];
        Array.Fill(cells, TabularCell.Empty, 0, used);
        used = 0;
        return taken;
    }

    /// <summary>True when the row holds something.</summary>
    private bool ReadCells(int row)
    {
        var depth = part.Depth;
        var column = -1;
        while (part.ReadWithin(depth))
        {
            if (!part.IsStartOf("c"))
            {
                continue;
            }

            column = part.Attribute("r") is { } reference ? ColumnName.Parse(reference) : column + 1;
            if (column < 0)
            {
                throw new FileRejected(FileRejected.Damaged);
            }

            if (part.IsEmptyElement)
            {
                continue;
            }

            var cell = ReadCell(row, column);
            if (cell.IsEmpty)
            {
                continue;
            }

            if (column >= limits.MaxColumns)
            {
                throw FileRejected.ForColumns(row, limits.MaxColumns);
            }

            cells[column] = cell;
            used = Math.Max(used, column + 1);
        }

        return used > 0;
    }

    private TabularCell ReadCell(int row, int column)
    {
        var type = part.Attribute("t");
        var style = part.Attribute("s");
        var depth = part.Depth;
        var formula = false;
        var inValue = false;
        text.Clear();
        while (part.ReadWithin(depth))
        {
            if (part.IsStart)
            {
                inValue = part.Name == "v";
                formula |= part.Name == "f";
                if (part.Name == "is" && !part.IsEmptyElement)
                {
                    RichText.Read(part, text);
                }
            }
            else if (part.IsText)
            {
                if (inValue)
                {
                    part.AppendText(text);
                }
            }
            else
            {
                inValue = false;
            }
        }

        if (text.IsTooLong)
        {
            throw FileRejected.ForCell(row, column, limits.MaxCellLength);
        }

        return Value(type, style, formula) ?? throw FileRejected.ForCell(row, column, limits.MaxCellLength);
    }

    /// <summary>Null when a shared string is longer than a cell may be.</summary>
    private TabularCell? Value(string? type, string? style, bool formula)
    {
        var raw = text.Span;
        switch (type)
        {
            case "s":
                if (!int.TryParse(raw, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index))
                {
                    return raw.IsWhiteSpace() ? WithFormula(TabularCell.Empty, formula) : throw new FileRejected(FileRejected.Damaged);
                }

                return workbook.Strings[index] is { } shared ? WithFormula(TabularCell.OfText(shared), formula) : null;
            case "str":
                text.Unescape();
                return WithFormula(TabularCell.OfText(text.Span.ToString()), formula);
            case "inlineStr":
                return WithFormula(TabularCell.OfText(raw.ToString()), formula);
        }

        if (raw.IsWhiteSpace())
        {
            return WithFormula(TabularCell.Empty, formula);
        }

        return type switch
        {
            "b" => new TabularCell(raw.Trim() is "1" or "true" ? "true" : "false", CellKind.Boolean, formula),
            "e" => new TabularCell(raw.ToString(), CellKind.Error, formula),
            "d" => new TabularCell(raw.Trim().ToString(), CellKind.Date, formula),
            _ => NumberText.Cell(raw, StyleOf(style), workbook.Date1904, formula),
        };
    }

    private CellStyle StyleOf(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? workbook.Styles[index] : default;

    private static TabularCell WithFormula(TabularCell cell, bool formula) => formula ? cell with { IsFormula = true } : cell;
}
