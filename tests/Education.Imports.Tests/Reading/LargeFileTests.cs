using System.Text;
using Education.Imports.Reading;
using Education.Imports.Tests.Support;

namespace Education.Imports.Tests.Reading;

/// <summary>Times are several times what a slow machine needs; memory is what survives a collection halfway through the rows.</summary>
[TestFixture]
[NonParallelizable]
internal sealed class LargeFileTests
{
    private const int Rows = 300_000;
    private const long MemoryBound = 24L << 20;

    [Test]
    public void Passes_over_a_million_empty_rows_under_five_seconds()
    {
        var file = RawXlsx.Of(sheet =>
        {
            sheet.Write($"<worksheet xmlns=\"{RawXlsx.Main}\"><sheetData>");
            for (var i = 1; i <= 1_000_000; i++)
            {
                sheet.Write($"<row r=\"{i}\" spans=\"1:2\" ht=\"12.8\"><c r=\"A{i}\" s=\"1\"/><c r=\"B{i}\" s=\"1\"/></row>");
            }

            sheet.Write("<row r=\"1000001\"><c r=\"A1000001\"><v>7</v></c></row></sheetData></worksheet>");
        });
        var before = Environment.CpuUsage.TotalTime;

        using var table = TabularFile.Open(file, "a.xlsx", TabularLimits.Default);
        var rows = table.Rows().ToList();

        // Time of the processor, not of the clock: the machine may be busy with something else.
        var spent = Environment.CpuUsage.TotalTime - before;
        Assert.That(spent, Is.LessThan(TimeSpan.FromSeconds(5)));
        Assert.That(rows.Single().Number, Is.EqualTo(1_000_001));
    }

    [Test]
    public void Stops_at_more_row_elements_than_a_sheet_can_have()
    {
        var file = RawXlsx.Of(sheet =>
        {
            sheet.Write("<worksheet><sheetData>");
            for (var i = 1; i <= 1_100_000; i++)
            {
                sheet.Write("<row/>".PadRight(6 + (i % 5)));
            }
        });

        Assert.That(Tables.Rejection(file, "a.xlsx", TabularLimits.Default with { MaxRatio = 2_000 }).Code, Is.EqualTo(FileRejected.TooManyRows));
    }

    [Test]
    public void Reads_a_large_csv_in_bounded_memory()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Rows; i++)
        {
            text.Append(i).Append(";Мектеп №").Append(i % 500).Append(";850101300123;96,6;Қарағанды қаласы\n");
        }

        AssertBounded(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "a.csv");
    }

    [Test]
    public void Reads_a_large_workbook_in_bounded_memory()
    {
        var strings = new StringBuilder();
        for (var i = 0; i < 50_000; i++)
        {
            strings.Append("<si><t>Мектеп №").Append(i).Append("</t></si>");
        }

        var file = RawXlsx.Of(
            sheet =>
            {
                sheet.Write($"<worksheet xmlns=\"{RawXlsx.Main}\"><sheetData>");
                for (var i = 1; i <= Rows; i++)
                {
                    sheet.Write($"<row r=\"{i}\"><c r=\"A{i}\"><v>{i}</v></c><c r=\"B{i}\" t=\"s\"><v>{i % 50_000}</v></c><c r=\"C{i}\"><v>96.599999999999994</v></c>"
                        + $"<c r=\"D{i}\" t=\"inlineStr\"><is><t>Қарағанды {i}</t></is></c></row>");
                }

                sheet.Write("</sheetData></worksheet>");
            },
            strings.ToString());

        AssertBounded(file, "a.xlsx");
    }

    private static void AssertBounded(MemoryStream content, string name)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var table = TabularFile.Open(content, name, TabularLimits.Default);
        var count = 0;
        long most = 0;
        foreach (var row in table.Rows())
        {
            count += row.Cells.Count > 0 ? 1 : 0;
            if (count % 75_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.That(count, Is.EqualTo(Rows));
        Assert.That(most, Is.LessThan(MemoryBound));
    }
}
