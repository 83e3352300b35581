using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Education.Imports.Reading;
using Education.Imports.Tests.Support;
using Education.Imports.Writing;

namespace Education.Imports.Tests.Writing;

[TestFixture]
internal sealed class XlsxWriterTests
{
    [Test]
    public void Writes_a_workbook_that_the_format_allows()
    {
        using var file = Write(writer =>
        {
            writer.BeginTable("ҰБТ: 2017/2018", [new("Мектеп", 40), new("Балл"), new("Күні")]);
            writer.WriteRow(XlsxCell.Text("№2 лицей"), XlsxCell.Number(107.78m), XlsxCell.Date(new DateOnly(2017, 6, 20)));
            writer.WriteRow(XlsxCell.Empty, XlsxCell.Percent(0.796m), XlsxCell.DateTime(new DateTime(2017, 6, 20, 10, 30, 0)), XlsxCell.Boolean(true));
            writer.WriteRowAt(10, [XlsxCell.Text("-5").AsError(), XlsxCell.Empty.AsError()]);
            writer.BeginTable("ҰБТ 20172018", []);
            writer.BeginTable("ҰБТ 20172018", []);
        });

        AssertValid(file);
        using var table = TabularFile.Open(file, "a.xlsx", TabularLimits.Default);
        Assert.That(table.Sheets.Select(one => one.Name), Is.EqualTo(new[] { "ҰБТ 20172018", "ҰБТ 20172018 (2)", "ҰБТ 20172018 (3)" }));
        Assert.That(table.Rows().Select(row => row.Number), Is.EqualTo(new[] { 1, 2, 3, 10 }));
        Assert.That(table.Rows().ElementAt(1).Cells, Is.EqualTo(new TabularCell[]
        {
            new("№2 лицей", CellKind.Text), new("107.78", CellKind.Number), new("2017-06-20", CellKind.Date),
        }));
        Assert.That(table.Rows().ElementAt(2).Cells, Is.EqualTo(new TabularCell[]
        {
            TabularCell.Empty, new("79.6%", CellKind.Percent), new("2017-06-20T10:30:00", CellKind.Date), new("true", CellKind.Boolean),
        }));
        Assert.That(table.Rows().ElementAt(3).Cells, Is.EqualTo(new TabularCell[] { new("-5", CellKind.Text) }));
    }

    [Test]
    public void Freezes_the_header_and_gives_it_a_filter()
    {
        using var file = Write(writer =>
        {
            writer.BeginTable("a", [new("Мектеп"), new("Балл", 9.5)]);
            writer.WriteRow(XlsxCell.Text("а"), XlsxCell.Number(1));
        });
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;

        Assert.That(sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Pane>().Single().TopLeftCell!.Value, Is.EqualTo("A2"));
        Assert.That(sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.AutoFilter>().Single().Reference!.Value, Is.EqualTo("A1:B2"));
        Assert.That(sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().Select(one => one.Width!.Value), Is.EqualTo(new[] { 16, 9.5 }));
    }

    [TestCase("=HYPERLINK(\"http://x\")")]
    [TestCase("+7 701")]
    [TestCase("-")]
    [TestCase("@SUM(A1)")]
    public void Writes_what_looks_like_a_formula_as_text(string text)
    {
        using var file = Write(writer =>
        {
            writer.BeginSheet("a", []);
            writer.WriteRow(XlsxCell.Text(text), XlsxCell.Text(text, XlsxLook.Error));
        });
        using (var book = SpreadsheetDocument.Open(file, isEditable: false))
        {
            var part = book.WorkbookPart!;
            var formats = part.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>().ToList();
            foreach (var cell in part.WorksheetParts.Single().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>())
            {
                Assert.That(cell.CellFormula, Is.Null);
                Assert.That(cell.DataType!.InnerText, Is.EqualTo("inlineStr"));
                Assert.That(formats[(int)cell.StyleIndex!.Value].QuotePrefix!.Value, Is.True);
            }
        }

        using var table = TabularFile.Open(file, "a.xlsx", TabularLimits.Default);
        Assert.That(table.Rows().Single()[0], Is.EqualTo(new TabularCell(text, CellKind.Text)));
    }

    [Test]
    public void Every_look_has_its_own_style_in_its_place()
    {
        using var file = Write(writer => writer.BeginSheet("a", []));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>().ToList();

        Assert.That(formats, Has.Count.EqualTo(Enum.GetValues<XlsxLook>().Length));
        foreach (var look in Enum.GetValues<XlsxLook>())
        {
            var format = formats[(int)look];
            Assert.That(format.QuotePrefix?.Value ?? false, Is.EqualTo(look is XlsxLook.QuotedText or XlsxLook.QuotedError), $"{look}");
            Assert.That(format.FillId!.Value == 3, Is.EqualTo(look.ToString().Contains("Error", StringComparison.Ordinal)), $"{look}");
            Assert.That(format.NumberFormatId!.Value == 14, Is.EqualTo(look is XlsxLook.Date or XlsxLook.ErrorDate), $"{look}");
        }
    }

    [Test]
    public void Cuts_text_that_a_cell_cannot_hold()
    {
        using var file = Write(writer =>
        {
            writer.BeginSheet("a", []);
            writer.WriteRow(XlsxCell.Text(new string('ә', 40_000)));
        });
        using var table = TabularFile.Open(file, "a.xlsx", TabularLimits.Default);

        var text = table.Rows().Single()[0].Text;

        Assert.That(text, Has.Length.EqualTo(32_767));
        Assert.That(text, Does.EndWith("ә…"));
    }

    [Test]
    public void Gives_the_same_bytes_for_the_same_content()
    {
        byte[] Once() => Write(writer =>
        {
            writer.BeginTable("a", [new("б")]);
            writer.WriteRow(XlsxCell.Number(1));
        }).ToArray();

        var first = Once();
        var second = Once();

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Refuses_to_go_upwards()
    {
        using var file = new MemoryStream();
        using var writer = new XlsxWriter(file);
        writer.BeginSheet("a", []);
        writer.WriteRowAt(5, [XlsxCell.Number(1)]);

        Assert.Throws<ArgumentOutOfRangeException>(() => writer.WriteRowAt(5, [XlsxCell.Number(2)]));
    }

    [Test]
    public void Writes_a_large_sheet_in_bounded_memory_to_an_output_that_cannot_seek()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        using var writer = new XlsxWriter(new ForwardOnly());
        writer.BeginTable("a", [new("Мектеп"), new("Балл")]);
        for (var i = 1; i <= 200_000; i++)
        {
            writer.WriteRow(XlsxCell.Text("Мектеп №" + i), XlsxCell.Number(i / 10m));
            if (i % 50_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.That(most, Is.LessThan(8 << 20));
    }

    internal static MemoryStream Write(Action<XlsxWriter> write)
    {
        var file = new MemoryStream();
        using (var writer = new XlsxWriter(file))
        {
            write(writer);
        }

        file.Position = 0;
        return file;
    }

    internal static void AssertValid(Stream file)
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(book);
        Assert.That(errors.Select(one => $"{one.Path?.XPath}: {one.Description}"), Is.Empty);
    }

    private sealed class ForwardOnly : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
        }
    }
}
