namespace Education.Imports.Contracts;

/// <summary>One sheet to write.</summary>
/// <param name="Name">Name of the sheet; what Excel does not allow is cut.</param>
/// <param name="Columns">Captions.</param>
/// <param name="Rows">Values: text, whole and decimal numbers, <see cref="DateOnly"/>, <see cref="bool"/>; null for an empty cell.</param>
public sealed record XlsxTable(string Name, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>What a workbook is called in HTTP.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

/// <summary>Writes tables of other modules as an XLSX workbook: a frozen header with a filter, text never taken for a formula.</summary>
public interface IXlsxTables
{
    /// <summary>The workbook. The same tables give the same bytes.</summary>
    /// <exception cref="ArgumentException">A value is of a type not named at <see cref="XlsxTable"/>.</exception>
    void Write(Stream output, IReadOnlyList<XlsxTable> tables);
}
