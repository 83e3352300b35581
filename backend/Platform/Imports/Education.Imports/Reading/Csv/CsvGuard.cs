namespace Education.Imports.Reading.Csv;

/// <summary>
/// Stands before the CSV parser, which keeps a whole record in memory, and stops a record that would outgrow it: an unclosed quotation
/// mark makes the rest of the file one field, a file of delimiters one row.
/// </summary>
internal sealed class CsvGuard(TextReader inner, char delimiter, TabularLimits limits) : TextReader
{
    private int row = 1;
    private int column;
    private int length;
    private Place place = Place.FieldStart;
    private bool afterReturn;

    private enum Place : byte
    {
        FieldStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        foreach (var c in buffer.AsSpan(index, read))
        {
            Follow(c);
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Follow(char c)
    {
        if (place != Place.Quoted && (c == delimiter || c is '\r' or '\n'))
        {
            EndField(c);
            return;
        }

        afterReturn = false;
        place = (place, c) switch
        {
            (Place.FieldStart, '"') => Place.Quoted,
            (Place.FieldStart, _) => Place.Plain,
            (Place.Quoted, '"') => Place.QuoteInQuoted,
            (Place.QuoteInQuoted, '"') => Place.Quoted,
            (Place.QuoteInQuoted, _) => Place.Plain,
            _ => place,
        };

        // Every quotation mark of a quoted text takes two characters.
        if (++length > (limits.MaxCellLength * 2L) + 2)
        {
            throw FileRejected.ForCell(row, column, limits.MaxCellLength);
        }
    }

    private void EndField(char c)
    {
        place = Place.FieldStart;
        length = 0;
        if (c == delimiter)
        {
            // Trailing empty columns are common; far more of them than any sheet shows are not.
            if (++column >= Math.Max(limits.MaxColumns, 16_384))
            {
                throw FileRejected.ForColumns(row, limits.MaxColumns);
            }

            afterReturn = false;
            return;
        }

        column = 0;
        row += c == '\n' && afterReturn ? 0 : 1;
        afterReturn = c == '\r';
    }
}
