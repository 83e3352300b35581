using Education.Imports.Contracts;

namespace Education.Imports.Writing;

/// <summary>Tables of other modules, by the writer of this one.</summary>
internal sealed class XlsxTables : IXlsxTables
{
    public void Write(Stream output, IReadOnlyList<XlsxTable> tables)
    {
        using var writer = new XlsxWriter(output);
        foreach (var table in tables)
        {
            writer.BeginTable(table.Name, [.. table.Columns.Select(c => new XlsxColumn(c))]);
            foreach (var row in table.Rows)
            {
                writer.WriteRow([.. row.Select(Cell)]);
            }
        }
    }

    private static XlsxCell Cell(object? value) => value switch
    {
        null => XlsxCell.Empty,
        string text => XlsxCell.Text(text),
        decimal number => XlsxCell.Number(number),
        int or long => XlsxCell.Number(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture)),
        DateOnly date => XlsxCell.Date(date),
        bool yes => XlsxCell.Boolean(yes),
        _ => throw new ArgumentException($"{value.GetType().Name} is no value of a cell.", nameof(value)),
    };
}
