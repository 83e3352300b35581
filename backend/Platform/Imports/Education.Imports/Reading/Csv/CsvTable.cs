using System.Text;
using CsvHelper;

namespace Education.Imports.Reading.Csv;

/// <summary>A CSV: encoding and delimiter found at opening, rows streamed.</summary>
internal sealed class CsvTable : ITabularSource
{
    private const int BufferSize = 16 << 10;
    private const int LargestRecord = 8 << 20;

    private readonly Stream file;
    private readonly TabularLimits limits;

    private CsvTable(Stream file, TabularLimits limits)
    {
        this.file = file;
        this.limits = limits;
        Encoding = CsvEncoding.Detect(file);
        using var reader = Reader();
        (Delimiter, HasSeparatorLine) = CsvDelimiter.Detect(reader);
    }

    public Encoding Encoding { get; }

    public char Delimiter { get; }

    /// <summary>Excel's <c>sep=;</c> in the first line: an instruction, not a row; Excel does not show it either.</summary>
    public bool HasSeparatorLine { get; }

    public IReadOnlyList<TabularSheet> Sheets { get; } = [new(0, "", IsVisible: true)];

    /// <summary>How every text table is parsed.</summary>
    internal static CsvReaderOptions Options(char delimiter) => new()
    {
        Separator = delimiter,
        HasHeader = false,
        SkipEmptyLines = false,
        MaxRecordSize = LargestRecord,
        IncludeValuesInExceptions = false,

        // A quotation mark inside an unquoted name (СШ "Будущее") is common and harmless: taken as it stands.
        MalformedData = CsvMalformedDataHandling.Recover,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    public static CsvTable Open(Stream file, TabularLimits limits) => new(file, limits);

    public IEnumerable<TabularRow> Rows(int sheet)
    {
        using var reader = Reader();
        if (HasSeparatorLine)
        {
            reader.ReadLine();
        }

        using var guard = new CsvGuard(reader, Delimiter, limits);
        using var parser = CsvReader.Create(guard, Options(Delimiter), leaveOpen: true);
        var filled = 0;
        while (parser.Read())
        {
            // Blank lines are rows too: the number is that of the row in a spreadsheet.
            if (Cells(parser) is not { Length: > 0 } cells)
            {
                continue;
            }

            if (++filled > limits.MaxRows || parser.RowNumber > TabularLimits.LastRow)
            {
                throw new FileRejected(FileRejected.TooManyRows, limits.MaxRows);
            }

            yield return new TabularRow((int)parser.RowNumber, cells);
        }
    }

    public void Dispose()
    {
        // The stream is the caller's.
    }

    private TabularCell[] Cells(CsvReader parser)
    {
        var used = parser.FieldCount;
        while (used > 0 && string.IsNullOrWhiteSpace(parser.GetString(used - 1)))
        {
            used--;
        }

        if (used > limits.MaxColumns)
        {
            throw FileRejected.ForColumns((int)parser.RowNumber, limits.MaxColumns);
        }

        var cells = used == 0 ? [] : new TabularCell[used];
        for (var i = 0; i < used; i++)
        {
            var cell = TabularCell.OfText(parser.GetString(i));
            if (cell.Text.Length > limits.MaxCellLength)
            {
                throw FileRejected.ForCell((int)parser.RowNumber, i, limits.MaxCellLength);
            }

            // A spreadsheet would compute it; to us it is text with a warning.
            cells[i] = cell.Text.StartsWith('=') ? cell with { IsFormula = true } : cell;
        }

        return cells;
    }

    private StreamReader Reader()
    {
        file.Position = 0;
        return new StreamReader(file, Encoding, detectEncodingFromByteOrderMarks: true, BufferSize, leaveOpen: true);
    }
}
