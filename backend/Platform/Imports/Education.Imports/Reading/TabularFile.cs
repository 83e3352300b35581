using System.Xml;
using Education.Imports.Reading.Csv;
using Education.Imports.Reading.Xlsx;

namespace Education.Imports.Reading;

internal enum TabularKind
{
    Xlsx,
    Csv,
}

/// <summary>A sheet of the file; a CSV has one, without a name.</summary>
internal sealed record TabularSheet(int Index, string Name, bool IsVisible);

/// <summary>
/// An uploaded table, XLSX or CSV, told apart by content. Rows are streamed: one row, the shared strings and a few buffers are all that is
/// kept. Rows can be read any number of times, one reader at a time. The stream stays the caller's.
/// </summary>
internal sealed class TabularFile : IDisposable
{
    private readonly ITabularSource source;

    private TabularFile(TabularKind kind, ITabularSource source)
    {
        Kind = kind;
        this.source = source;
    }

    public TabularKind Kind { get; }

    public IReadOnlyList<TabularSheet> Sheets => source.Sheets;

    /// <exception cref="FileRejected">Not a table, hostile, damaged, or over a limit.</exception>
    public static TabularFile Open(Stream seekable, string fileName, TabularLimits limits)
    {
        if (seekable.Length == 0)
        {
            throw new FileRejected(FileRejected.Empty);
        }

        if (seekable.Length > limits.MaxFileBytes)
        {
            throw new FileRejected(FileRejected.TooLarge, limits.MaxFileBytes >> 20);
        }

        return Guard(() =>
        {
            if (FileKind.Detect(seekable) == TabularKind.Xlsx)
            {
                var workbook = XlsxWorkbook.Open(seekable, limits);
                try
                {
                    RequireExtension(fileName, "XLSX", ".xlsx");
                    return new TabularFile(TabularKind.Xlsx, workbook);
                }
                catch
                {
                    workbook.Dispose();
                    throw;
                }
            }

            var csv = CsvTable.Open(seekable, limits);
            RequireExtension(fileName, "CSV", ".csv", ".txt", ".tsv");
            return new TabularFile(TabularKind.Csv, csv);
        });
    }

    /// <summary>The rows that hold something, top to bottom.</summary>
    /// <exception cref="FileRejected">On the way: damaged, or over a limit.</exception>
    public IEnumerable<TabularRow> Rows(int sheet = 0)
    {
        using var rows = source.Rows(sheet).GetEnumerator();
        while (Guard(rows.MoveNext))
        {
            yield return rows.Current;
        }
    }

    public void Dispose() => source.Dispose();

    private static void RequireExtension(string fileName, string kind, params ReadOnlySpan<string> allowed)
    {
        var extension = Path.GetExtension(fileName);
        foreach (var one in allowed)
        {
            if (extension.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        throw new FileRejected(FileRejected.Extension, extension, kind);
    }

    /// <summary>Whatever the zip, XML and CSV readers throw on broken input is one thing to the user: the file is damaged.</summary>
    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException
            or CsvHelper.CsvFormatException or OverflowException)
        {
            throw new FileRejected(FileRejected.Damaged);
        }
    }
}

/// <summary>One of the two formats.</summary>
internal interface ITabularSource : IDisposable
{
    IReadOnlyList<TabularSheet> Sheets { get; }

    IEnumerable<TabularRow> Rows(int sheet);
}
