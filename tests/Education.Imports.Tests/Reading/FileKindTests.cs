using System.IO.Compression;
using System.Text;
using Education.Imports.Reading;
using Education.Imports.Tests.Support;

namespace Education.Imports.Tests.Reading;

[TestFixture]
internal sealed class FileKindTests
{
    private const string OneRow = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    public static IEnumerable<TestCaseData> ForeignFiles =>
    [
        new TestCaseData("%PDF-1.7\n"u8.ToArray(), "PDF"),
        new TestCaseData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10 }, "PNG"),
        new TestCaseData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "JPEG"),
        new TestCaseData(new byte[] { (byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0 }, "EXE"),
        new TestCaseData("<html><table><tr><td>1</td></tr></table>"u8.ToArray(), "HTML/XML"),
        new TestCaseData(Encoding.UTF8.GetPreamble().Concat("<?xml version=\"1.0\"?><Workbook/>"u8.ToArray()).ToArray(), "HTML/XML"),
        new TestCaseData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0 }, "XLS"),
        new TestCaseData(Enumerable.Range(0, 4000).Select(i => (byte)((i % 31) + 1)).ToArray(), "binary"),
    ];

    [TestCaseSource(nameof(ForeignFiles))]
    public void Refuses_what_is_no_table_whatever_its_name(byte[] content, string label)
    {
        foreach (var name in new[] { "a.xlsx", "a.csv", "a.pdf" })
        {
            var rejected = Tables.Rejection(content, name);

            Assert.That((rejected.Code, rejected.Args.Single()), Is.EqualTo((FileRejected.Kind, (object)label)));
        }
    }

    [TestCase("word/document.xml", "DOCX")]
    [TestCase("ppt/presentation.xml", "PPTX")]
    [TestCase("xl/workbook.bin", "XLSB")]
    public void Refuses_a_document_renamed_to_a_workbook(string main, string label)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            RawXlsx.Add(zip, "_rels/.rels", $"<Relationships><Relationship Id=\"r\" Type=\"a/officeDocument\" Target=\"{main}\"/></Relationships>");
            RawXlsx.Add(zip, main, "<a/>");
        }

        var rejected = Tables.Rejection(file, "отчёт.xlsx");

        Assert.That((rejected.Code, rejected.Args.Single()), Is.EqualTo((FileRejected.Kind, (object)label)));
    }

    [Test]
    public void Refuses_any_zip_that_is_no_workbook()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            RawXlsx.Add(zip, "readme.txt", "а;б");
        }

        Assert.That(Tables.Rejection(file, "a.xlsx").Args, Is.EqualTo(new[] { "ZIP" }));
    }

    [TestCase("a.csv", "XLSX")]
    [TestCase("a.xls", "XLSX")]
    [TestCase("a", "XLSX")]
    [TestCase("a.xlsm", "XLSX")]
    public void Refuses_a_workbook_with_another_extension(string name, string kind)
    {
        var rejected = Tables.Rejection(RawXlsx.Of(OneRow), name);

        Assert.That(rejected.Code, Is.EqualTo(FileRejected.Extension));
        Assert.That(rejected.Args, Is.EqualTo(new[] { Path.GetExtension(name), kind }));
    }

    [Test]
    public void Refuses_text_with_the_extension_of_a_workbook()
    {
        var rejected = Tables.Rejection("а;б"u8.ToArray(), "a.XLSX");

        Assert.That((rejected.Code, rejected.Args[1]), Is.EqualTo((FileRejected.Extension, (object)"CSV")));
    }
}
