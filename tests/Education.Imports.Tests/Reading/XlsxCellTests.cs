using Education.Imports.Reading;
using Education.Imports.Reading.Xlsx;
using Education.Imports.Tests.Support;

namespace Education.Imports.Tests.Reading;

[TestFixture]
internal sealed class XlsxCellTests
{
    [TestCase("96.599999999999994", "96.6")]
    [TestCase("0.30000000000000004", "0.3")]
    [TestCase("107.78", "107.78")]
    [TestCase("8986453.5", "8986453.5")]
    [TestCase("20381572", "20381572")]
    [TestCase("850101300123", "850101300123")]
    [TestCase("1234567890123456789", "1234567890123456789")]
    [TestCase("-5", "-5")]
    [TestCase("1E3", "1000")]
    [TestCase("1.5E-5", "0.000015")]
    [TestCase("1E+300", "1E+300")]
    public void Gives_a_number_as_people_see_it(string stored, string seen)
    {
        Assert.That(Tables.Cells($"<c r=\"A1\"><v>{stored}</v></c>"), Is.EqualTo(new[] { new TabularCell(seen, CellKind.Number) }));
    }

    [Test]
    public void Reads_every_type_of_cell()
    {
        var cells = Tables.Cells(
            "<c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"inlineStr\"><is><r><t>Қар</t></r><r><t>ағанды</t></r></is></c>"
            + "<c r=\"D1\" t=\"b\"><v>1</v></c><c r=\"E1\" t=\"e\"><v>#N/A</v></c><c r=\"F1\" t=\"str\"><f>A1&amp;B1</f><v>сумма</v></c>"
            + "<c r=\"G1\"><f>1+1</f><v>2</v></c><c r=\"H1\"><f>1+1</f></c><c r=\"I1\" t=\"d\"><v>2017-06-20</v></c><c r=\"J1\" s=\"1\"/>",
            "<si><t>нет</t></si><si><t xml:space=\"preserve\">Лицей </t><rPh sb=\"0\" eb=\"1\"><t>ЛИ</t></rPh></si>");

        Assert.That(cells, Is.EqualTo(new TabularCell[]
        {
            new("Лицей ", CellKind.Text),
            new("Қарағанды", CellKind.Text),
            TabularCell.Empty,
            new("true", CellKind.Boolean),
            new("#N/A", CellKind.Error),
            new("сумма", CellKind.Text, IsFormula: true),
            new("2", CellKind.Number, IsFormula: true),
            new("", CellKind.Empty, IsFormula: true),
            new("2017-06-20", CellKind.Date),
        }));
    }

    [TestCase("14", "", "42906", "2017-06-20")]
    [TestCase("22", "", "42906.4375", "2017-06-20T10:30:00")]
    [TestCase("20", "", "0.4375", "10:30:00")]
    [TestCase("14", "", "1", "1900-01-01")]
    [TestCase("14", "", "59", "1900-02-28")]
    [TestCase("14", "", "61", "1900-03-01")]
    [TestCase("14", " date1904=\"1\"", "41444", "2017-06-20")]
    [TestCase("164", "", "42906", "2017-06-20")]
    public void Reads_dates_by_the_format_of_the_cell(string format, string properties, string serial, string iso)
    {
        var cell = Tables.Cells(
            $"<c r=\"A1\" s=\"1\"><v>{serial}</v></c>",
            styles: "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy&quot; г.&quot;;@\"/></numFmts>"
                + $"<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"{format}\"/></cellXfs>",
            workbook: RawXlsx.Workbook("<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/>", $"<workbookPr{properties}/>")).Single();

        Assert.That(cell, Is.EqualTo(new TabularCell(iso, CellKind.Date)));
    }

    [TestCase("0.00", NumberLook.Plain)]
    [TestCase("General", NumberLook.Plain)]
    [TestCase("#,##0.00\\ [$₸-43F]", NumberLook.Plain)]
    [TestCase("#,##0\" дней\"", NumberLook.Plain)]
    [TestCase("[Red]0;[Magenta]-0", NumberLook.Plain)]
    [TestCase("0.0%", NumberLook.Percent)]
    [TestCase("d/m/yy", NumberLook.Date)]
    [TestCase("[$-419]mmmm yyyy", NumberLook.Date)]
    [TestCase("mmm", NumberLook.Date)]
    [TestCase("dd.mm.yyyy hh:mm", NumberLook.DateTime)]
    [TestCase("[h]:mm:ss", NumberLook.Time)]
    [TestCase("mm:ss", NumberLook.Time)]
    [TestCase("000000000000", NumberLook.Padded)]
    public void Tells_what_a_number_format_shows(string code, NumberLook look)
    {
        Assert.That(CellStyles.Look(code).Look, Is.EqualTo(look));
    }

    [Test]
    public void Shows_a_percentage_and_an_IIN_as_the_sheet_does()
    {
        var cells = Tables.Cells(
            "<c r=\"A1\" s=\"0\"><v>0.79600000000000004</v></c><c r=\"B1\" s=\"1\"><v>10130500123</v></c>",
            styles: "<numFmts><numFmt numFmtId=\"170\" formatCode=\"000000000000\"/></numFmts><cellXfs><xf numFmtId=\"10\"/><xf numFmtId=\"170\"/></cellXfs>");

        Assert.That(cells, Is.EqualTo(new TabularCell[] { new("79.6%", CellKind.Percent), new("010130500123", CellKind.Text) }));
    }

    [Test]
    public void Decodes_the_escapes_of_spreadsheets()
    {
        Assert.That(Tables.Cells("<c t=\"inlineStr\"><is><t>а_x000D_\nб_x005F_x000D_</t></is></c>").Single().Text, Is.EqualTo("а\r\nб_x000D_"));
    }

    [Test]
    public void Counts_cells_and_rows_without_references()
    {
        using var file = TabularFile.Open(
            RawXlsx.Of("<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"7\"><c r=\"AA7\"><v>3</v></c></row><row><c><v>4</v></c></row>"),
            "a.xlsx",
            TabularLimits.Default);

        var rows = file.Rows().ToList();

        Assert.That(rows.Select(row => row.Number), Is.EqualTo(new[] { 1, 7, 8 }));
        Assert.That(rows[0].Cells, Has.Count.EqualTo(2));
        Assert.That(rows[1][26].Text, Is.EqualTo("3"));
        Assert.That(rows[1][27], Is.EqualTo(TabularCell.Empty));
    }

    [Test]
    public void Lists_the_sheets_and_says_which_are_hidden()
    {
        var book = RawXlsx.Workbook(
            "<sheet name=\"ЕНТ\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"График\" sheetId=\"2\" r:id=\"rId5\"/>"
            + "<sheet name=\"Черновик\" sheetId=\"3\" state=\"hidden\" r:id=\"rId4\"/>");
        using var file = TabularFile.Open(RawXlsx.Of("<row><c><v>1</v></c></row>", workbook: book), "a.xlsx", TabularLimits.Default);

        Assert.That(file.Sheets, Is.EqualTo(new TabularSheet[] { new(0, "ЕНТ", IsVisible: true), new(1, "Черновик", IsVisible: false) }));
        Assert.That(file.Rows(1).Single()[0].Text, Is.EqualTo("1"));
    }
}
