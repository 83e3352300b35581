using System.Text;
using Education.Imports.Reading;

namespace Education.Imports.Tests.Support;

internal static class Tables
{
    public static string Sample(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, "Samples", name);

    public static TabularFile Open(byte[] content, string name, TabularLimits? limits = null) =>
        TabularFile.Open(new MemoryStream(content), name, limits ?? TabularLimits.Default);

    public static TabularFile OpenText(string text, Encoding? encoding = null, string name = "table.csv", TabularLimits? limits = null)
    {
        encoding ??= new UTF8Encoding(false);
        return Open([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], name, limits);
    }

    /// <summary>Rows of a text table as arrays of texts.</summary>
    public static string[][] Texts(this TabularFile file, int sheet = 0) =>
        [.. file.Rows(sheet).Select(row => row.Cells.Select(cell => cell.Text).ToArray())];

    public static IReadOnlyList<TabularCell> Cells(string row, string? strings = null, string? styles = null, string? workbook = null)
    {
        using var file = TabularFile.Open(RawXlsx.Of($"<row r=\"1\">{row}</row>", strings, styles, workbook), "table.xlsx", TabularLimits.Default);
        return file.Rows().Single().Cells;
    }

    /// <summary>The code and arguments with which opening or reading to the end is refused.</summary>
    public static FileRejected Rejection(Stream content, string name, TabularLimits? limits = null) => Assert.Throws<FileRejected>(() =>
    {
        using var file = TabularFile.Open(content, name, limits ?? TabularLimits.Default);
        foreach (var sheet in file.Sheets)
        {
            _ = file.Rows(sheet.Index).Count();
        }
    })!;

    public static FileRejected Rejection(byte[] content, string name, TabularLimits? limits = null) =>
        Rejection(new MemoryStream(content), name, limits);
}
