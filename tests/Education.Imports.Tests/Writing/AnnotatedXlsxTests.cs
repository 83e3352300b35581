using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Education.Imports.Reading;
using Education.Imports.Tests.Support;
using Education.Imports.Writing;
using Tables = Education.Imports.Tests.Support.Tables;

namespace Education.Imports.Tests.Writing;

[TestFixture]
internal sealed class AnnotatedXlsxTests
{
    private static readonly AnnotatedLabels Labels = new("Қателер", "Жол", "Баған", "Мән", "Код", "Түсіндірме");

    private static readonly AnnotatedError[] Errors =
    [
        new(3, 2, "14", "testing.more-participants", "Қатысушылар бітірушілерден көп"),
        new(3, null, "", "registry.unknown", "Мұндай мектеп жоқ"),
        new(57, 4, "75,5", "testing.score", "Балл дұрыс емес"),
    ];

    [Test]
    public void Keeps_the_table_and_its_row_numbers_and_adds_the_errors()
    {
        using var stream = File.OpenRead(Tables.Sample("unt-2017.xlsx"));
        using var source = TabularFile.Open(stream, "a.xlsx", TabularLimits.Default);
        using var output = new MemoryStream();

        AnnotatedXlsx.Write(output, "Sheet1", source.Rows(), (1, 1), Errors, Labels);

        XlsxWriterTests.AssertValid(output);
        using var result = TabularFile.Open(output, "b.xlsx", TabularLimits.Default);
        Assert.That(result.Sheets.Select(one => one.Name), Is.EqualTo(new[] { "Sheet1", "Қателер" }));
        var before = source.Rows().ToList();
        var after = result.Rows().ToList();
        Assert.That(after.Select(row => row.Number), Is.EqualTo(before.Select(row => row.Number)));
        Assert.That(after.Select(row => row.Cells.Take(7)), Is.EqualTo(before.Select(row => row.Cells.Take(7))));
        Assert.That(after[0][7].Text, Is.EqualTo("Қателер / Ошибки"));
        Assert.That(after[2][7].Text, Is.EqualTo("Қатысушылар бітірушілерден көп\nМұндай мектеп жоқ"));
        Assert.That(after.Count(row => row.Cells.Count == 8), Is.EqualTo(3), "the header and two rows with errors");
        Assert.That(result.Texts(1), Is.EqualTo(new string[][]
        {
            ["Жол", "Баған", "Мән", "Код", "Түсіндірме"],
            ["3", "C", "14", "testing.more-participants", "Қатысушылар бітірушілерден көп"],
            ["3", "", "", "registry.unknown", "Мұндай мектеп жоқ"],
            ["57", "E", "75,5", "testing.score", "Балл дұрыс емес"],
        }));
    }

    [Test]
    public void Colours_the_wrong_cells_and_no_others()
    {
        using var stream = File.OpenRead(Tables.Sample("unt-2017.xlsx"));
        using var source = TabularFile.Open(stream, "a.xlsx", TabularLimits.Default);
        using var output = new MemoryStream();

        AnnotatedXlsx.Write(output, "Sheet1", source.Rows(), (1, 1), Errors, Labels);

        using var book = SpreadsheetDocument.Open(output, isEditable: false);
        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var coloured = book.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>())
            .Where(cell => formats[(int)(cell.StyleIndex?.Value ?? 0)].FillId!.Value == 3).Select(cell => cell.CellReference!.Value);
        Assert.That(coloured, Is.EquivalentTo(new[] { "C3", "E57" }));
    }

    [Test]
    public void Keeps_titles_gaps_and_kinds_of_cells()
    {
        using var source = TabularFile.Open(
            RawXlsx.Of(
                "<row r=\"2\"><c r=\"B2\" t=\"str\"><v>Тақырып</v></c></row><row r=\"4\"><c r=\"A4\" t=\"str\"><v>Күні</v></c></row>"
                + "<row r=\"5\"><c r=\"A5\" s=\"1\"><v>42906</v></c><c r=\"B5\" s=\"2\"><v>0.5</v></c><c r=\"C5\" t=\"b\"><v>0</v></c><c r=\"D5\"><f>1+1</f><v>2</v></c></row>",
                styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs>"),
            "a.xlsx",
            TabularLimits.Default);
        using var output = new MemoryStream();

        AnnotatedXlsx.Write(output, "", source.Rows(), (4, 4), [new AnnotatedError(5, 0, "", "a.b", "=қате")], Labels);

        XlsxWriterTests.AssertValid(output);
        using var result = TabularFile.Open(output, "b.xlsx", TabularLimits.Default);
        var rows = result.Rows().ToList();
        Assert.That(rows.Select(row => row.Number), Is.EqualTo(new[] { 2, 4, 5 }));
        Assert.That(rows[2].Cells, Is.EqualTo(new TabularCell[]
        {
            new("2017-06-20", CellKind.Date), new("50%", CellKind.Percent), new("false", CellKind.Boolean), new("2", CellKind.Number), new("=қате", CellKind.Text),
        }));
    }
}
