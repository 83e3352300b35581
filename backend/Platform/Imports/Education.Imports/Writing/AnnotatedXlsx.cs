using System.Globalization;
using Education.Imports.Reading;

namespace Education.Imports.Writing;

/// <summary>One error of an import. <paramref name="Row"/> is 1-based as the user sees it, <paramref name="Column"/> 0-based, null for the whole row.</summary>
internal sealed record AnnotatedError(int Row, int? Column, string Value, string Code, string Text);

/// <summary>Captions in the reader's language.</summary>
internal sealed record AnnotatedLabels(string Errors, string Row, string Column, string Value, string Code, string Text);

/// <summary>
/// The table that was sent, as it was, with its errors: wrong cells coloured, a last column with the texts, and a second sheet that lists
/// them. Rows keep their numbers, so the file can be corrected and sent again.
/// </summary>
internal static class AnnotatedXlsx
{
    // Both languages: the file goes to people who read either.
    public const string ErrorsCaption = "Қателер / Ошибки";

    private const double ErrorsWidth = 60;

    /// <param name="rows">The rows of the sheet from its top, header included; read twice.</param>
    /// <param name="errors">In the order of rows; read twice.</param>
    /// <param name="headerRows">First and last row of the header.</param>
    public static void Write(
        Stream output, string sheetName, IEnumerable<TabularRow> rows, (int First, int Last) headerRows, IEnumerable<AnnotatedError> errors, AnnotatedLabels labels)
    {
        var widths = Widths(rows);
        using var writer = new XlsxWriter(output);
        writer.BeginSheet(sheetName.Length == 0 ? "1" : sheetName, [.. widths, ErrorsWidth], freezeRows: headerRows.Last, filterAtRow: headerRows.Last);
        using (var pending = errors.GetEnumerator())
        {
            var more = pending.MoveNext();
            foreach (var row in rows)
            {
                var cells = new XlsxCell[widths.Count + 1];
                for (var i = 0; i < widths.Count; i++)
                {
                    cells[i] = Copy(row[i]);
                }

                if (row.Number >= headerRows.First && row.Number <= headerRows.Last)
                {
                    MakeHeader(cells, withCaption: row.Number == headerRows.Last);
                }

                more = Annotate(row.Number, cells, pending, more);
                writer.WriteRowAt(row.Number, cells);
            }
        }

        WriteList(writer, errors, labels);
    }

    private static void MakeHeader(XlsxCell[] cells, bool withCaption)
    {
        for (var i = 0; i < cells.Length - 1; i++)
        {
            // A date keeps its look: without it, it is a number.
            cells[i] = cells[i].Look is XlsxLook.Plain or XlsxLook.QuotedText ? cells[i] with { Look = XlsxLook.Header } : cells[i];
        }

        if (withCaption)
        {
            cells[^1] = XlsxCell.Text(ErrorsCaption, XlsxLook.Header);
        }
    }

    private static bool Annotate(int row, XlsxCell[] cells, IEnumerator<AnnotatedError> pending, bool more)
    {
        List<string>? texts = null;
        while (more && pending.Current.Row <= row)
        {
            var error = pending.Current;
            if (error.Row == row)
            {
                (texts ??= []).Add(error.Text);
                if (error.Column is { } column && column < cells.Length - 1)
                {
                    cells[column] = cells[column].AsError();
                }
            }

            more = pending.MoveNext();
        }

        if (texts is not null)
        {
            cells[^1] = XlsxCell.Text(string.Join('\n', texts), XlsxLook.WrappedText);
        }

        return more;
    }

    private static void WriteList(XlsxWriter writer, IEnumerable<AnnotatedError> errors, AnnotatedLabels labels)
    {
        writer.BeginTable(labels.Errors, [new(labels.Row, 8), new(labels.Column, 10), new(labels.Value, 24), new(labels.Code, 32), new(labels.Text, 80)]);
        foreach (var error in errors)
        {
            writer.WriteRow(
                XlsxCell.Number(error.Row),
                XlsxCell.Text(error.Column is { } column ? ColumnName.Of(column) : ""),
                XlsxCell.Text(error.Value),
                XlsxCell.Text(error.Code),
                XlsxCell.Text(error.Text, XlsxLook.WrappedText));
        }
    }

    /// <summary>Numbers, dates and percentages stay what they were; formulas become their values.</summary>
    private static XlsxCell Copy(TabularCell cell)
    {
        var invariant = CultureInfo.InvariantCulture;
        return cell.Kind switch
        {
            CellKind.Number when decimal.TryParse(cell.Text, NumberStyles.Number, invariant, out var number) => XlsxCell.Number(number),
            CellKind.Percent when decimal.TryParse(cell.Text.TrimEnd('%'), NumberStyles.Number, invariant, out var percent) => XlsxCell.Percent(percent / 100),
            CellKind.Date when DateOnly.TryParseExact(cell.Text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var date) => XlsxCell.Date(date),
            CellKind.Date when DateTime.TryParseExact(cell.Text, "yyyy-MM-ddTHH:mm:ss", invariant, DateTimeStyles.None, out var moment) => XlsxCell.DateTime(moment),
            CellKind.Boolean => XlsxCell.Boolean(cell.Text == "true"),
            _ => XlsxCell.Text(cell.Text),
        };
    }

    private static List<double> Widths(IEnumerable<TabularRow> rows)
    {
        const double Narrowest = 8;
        const double Widest = 50;
        var widths = new List<double>();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                if (i == widths.Count)
                {
                    widths.Add(Narrowest);
                }

                widths[i] = Math.Clamp(row.Cells[i].Text.Length + 2, widths[i], Widest);
            }
        }

        return widths;
    }
}
