using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Education.Imports.Reading;
using Education.Imports.Tests.Support;

namespace Education.Imports.Tests.Reading;

[TestFixture]
internal sealed class HostileFileTests
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

    [TestCase("xl/vbaProject.bin")]
    [TestCase("xl/macrosheets/sheet1.xml")]
    public void Refuses_macros(string part)
    {
        var file = RawXlsx.Of(OneRow, more: zip => RawXlsx.Add(zip, part, "x"));

        Assert.That(Tables.Rejection(file, "a.xlsx").Code, Is.EqualTo(FileRejected.Macros));
    }

    [Test]
    public void Refuses_a_workbook_with_a_password()
    {
        byte[] container =
        [
            0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[(64 << 10) - 20], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[512],
        ];

        Assert.That(Tables.Rejection(container, "a.xlsx").Code, Is.EqualTo(FileRejected.Encrypted));
    }

    [Test]
    public void Refuses_encrypted_entries()
    {
        var content = RawXlsx.Of(OneRow).ToArray();
        foreach (var at in Occurrences(content, [0x50, 0x4B, 0x01, 0x02]))
        {
            content[at + 8] |= 1;
        }

        Assert.That(Tables.Rejection(content, "a.xlsx").Code, Is.EqualTo(FileRejected.Encrypted));
    }

    [Test]
    public void Refuses_a_bomb_by_its_ratio()
    {
        var zeros = new string(' ', 1 << 20);
        var file = RawXlsx.Of(sheet =>
        {
            for (var i = 0; i < 64; i++)
            {
                sheet.Write(zeros);
            }
        });

        Assert.That(file.Length, Is.LessThan(1 << 20));
        Assert.That(Tables.Rejection(file, "a.xlsx").Code, Is.EqualTo(FileRejected.ZipBomb));
    }

    [Test]
    public void Refuses_a_bomb_by_its_total()
    {
        var limits = TabularLimits.Default with { MaxInflatedBytes = 1 << 20 };
        var file = RawXlsx.Of(OneRow, more: zip => RawXlsx.Add(zip, "xl/media/noise.bin", Noise(2 << 20)));

        Assert.That(Tables.Rejection(file, "a.xlsx", limits).Code, Is.EqualTo(FileRejected.ZipBomb));
    }

    [Test]
    public void Refuses_a_bomb_of_many_entries()
    {
        var file = RawXlsx.Of(OneRow, more: zip =>
        {
            for (var i = 0; i < 2_000; i++)
            {
                RawXlsx.Add(zip, $"xl/{i}.xml", "");
            }
        });

        Assert.That(Tables.Rejection(file, "a.xlsx").Code, Is.EqualTo(FileRejected.ZipBomb));
    }

    [Test]
    public void Refuses_a_directory_that_lies_about_sizes()
    {
        var content = RawXlsx.Of(sheet =>
        {
            sheet.Write("<worksheet><sheetData>" + OneRow);
            for (var i = 0; i < 400_000; i++)
            {
                sheet.Write("<row/>                                                                                     ");
            }

            sheet.Write("</sheetData></worksheet>");
        }).ToArray();
        var name = Encoding.ASCII.GetBytes("xl/worksheets/sheet1.xml");
        foreach (var at in Occurrences(content, [0x50, 0x4B, 0x01, 0x02]).Where(at => content.AsSpan(at + 46).StartsWith(name)))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(at + 24), 2_000);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var rejected = Tables.Rejection(content, "a.xlsx");

        Assert.That(rejected.Code, Is.EqualTo(FileRejected.ZipBomb).Or.EqualTo(FileRejected.Damaged));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(8 << 20));
    }

    [Test]
    public void Refuses_overlapping_entries()
    {
        var content = RawXlsx.Of(OneRow, more: zip => RawXlsx.Add(zip, "xl/media/noise.bin", Noise(10_000))).ToArray();
        foreach (var at in Occurrences(content, [0x50, 0x4B, 0x01, 0x02]))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(at + 20), 9_000);
        }

        Assert.That(Tables.Rejection(content, "a.xlsx").Code, Is.EqualTo(FileRejected.ZipBomb));
    }

    [Test]
    public void Refuses_a_document_type_definition()
    {
        var file = RawXlsx.Of(sheet => sheet.Write(
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>"));

        Assert.That(Tables.Rejection(file, "a.xlsx").Code, Is.EqualTo(FileRejected.Damaged));
    }

    [TestCase("<a>")]
    [TestCase("<a b='")]
    public void Refuses_xml_built_to_exhaust_memory(string repeated)
    {
        var file = RawXlsx.Of(sheet =>
        {
            sheet.Write("<worksheet><sheetData>");
            sheet.Write(repeated);
            for (var i = 0; i < 1_000_000; i++)
            {
                sheet.Write(repeated == "<a>" ? "<a>" : i.ToString());
            }
        });

        Assert.That(Tables.Rejection(file, "a.xlsx").Code, Is.EqualTo(FileRejected.Damaged));
    }

    [Test]
    public void Refuses_names_without_end()
    {
        var file = RawXlsx.Of(sheet =>
        {
            sheet.Write("<worksheet><sheetData>");
            for (var i = 0; i < 20_000; i++)
            {
                sheet.Write($"<n{i}/>");
            }
        });

        Assert.That(Tables.Rejection(file, "a.xlsx").Code, Is.EqualTo(FileRejected.Damaged));
    }

    [Test]
    public void Refuses_a_truncated_workbook()
    {
        var content = File.ReadAllBytes(Tables.Sample("unt-2017.xlsx"));
        foreach (var length in new[] { 5, 100, 4_000, content.Length - 1 })
        {
            Assert.That(Tables.Rejection(content[..length], "a.xlsx").Code, Is.EqualTo(FileRejected.Damaged), $"{length} bytes");
        }
    }

    [Test]
    public void Refuses_whatever_a_flipped_byte_makes_unreadable_and_throws_nothing_else()
    {
        var content = File.ReadAllBytes(Tables.Sample("unt-2017.xlsx"));
        for (var i = 0; i < content.Length; i += 7)
        {
            var broken = (byte[])content.Clone();
            broken[i] ^= 0x5A;
            try
            {
                using var file = Tables.Open(broken, "a.xlsx");
                _ = file.Rows().Count();
            }
            catch (FileRejected)
            {
                // Any code will do; any other exception fails the test.
            }
        }
    }

    [Test]
    public void Refuses_what_is_over_the_limits()
    {
        var limits = TabularLimits.Default with { MaxFileBytes = 4 << 20, MaxRows = 2, MaxColumns = 3, MaxCellLength = 5, MaxSharedStringChars = 20 };
        var rows = string.Concat(Enumerable.Range(1, 3).Select(i => $"<row r=\"{i}\"><c><v>1</v></c></row>"));

        Assert.Multiple(() =>
        {
            Assert.That(Tables.Rejection([], "a.csv").Code, Is.EqualTo(FileRejected.Empty));
            Assert.That(Tables.Rejection(" \r\n;;\r\n"u8.ToArray(), "a.csv").Code, Is.EqualTo(FileRejected.Empty));
            Assert.That(Tables.Rejection(new byte[(4 << 20) + 1], "a.csv", limits).Args, Is.EqualTo(new object[] { 4L }));
            Assert.That(Tables.Rejection(RawXlsx.Of(rows), "a.xlsx", limits).Code, Is.EqualTo(FileRejected.TooManyRows));
            Assert.That(Tables.Rejection("а\nб\nв\n"u8.ToArray(), "a.csv", limits).Args, Is.EqualTo(new object[] { 2 }));
            Assert.That(
                Tables.Rejection(RawXlsx.Of("<row r=\"2\"><c r=\"D2\"><v>1</v></c></row>"), "a.xlsx", limits).Args, Is.EqualTo(new object[] { 2, 3 }));
            Assert.That(Tables.Rejection("а;б;в;г"u8.ToArray(), "a.csv", limits).Args, Is.EqualTo(new object[] { 1, 3 }));
            Assert.That(
                Tables.Rejection(RawXlsx.Of("<row><c t=\"s\"><v>0</v></c></row>", "<si><t>абвгдежз</t></si>"), "a.xlsx", limits).Args,
                Is.EqualTo(new object[] { 1, "A", 5 }));
            Assert.That(
                Tables.Rejection(RawXlsx.Of("<row><c t=\"s\"><v>0</v></c></row>", string.Concat(Enumerable.Repeat("<si><t>абв</t></si>", 9))), "a.xlsx", limits).Code,
                Is.EqualTo(FileRejected.ZipBomb));
            Assert.That(Tables.Rejection("а;абвгдежз"u8.ToArray(), "a.csv", limits).Args, Is.EqualTo(new object[] { 1, "B", 5 }));
        });
    }

    [Test]
    public void Accepts_blank_styled_cells_far_to_the_right_and_trailing_delimiters()
    {
        using var xlsx = TabularFile.Open(RawXlsx.Of("<row><c><v>1</v></c><c r=\"XFD1\" s=\"2\"/></row>"), "a.xlsx", TabularLimits.Default);
        using var csv = Tables.OpenText("а;б" + new string(';', 1_000) + "\n");

        Assert.That(xlsx.Rows().Single().Cells, Has.Count.EqualTo(1));
        Assert.That(csv.Rows().Single().Cells, Has.Count.EqualTo(2));
    }

    private static IEnumerable<int> Occurrences(byte[] content, byte[] wanted)
    {
        for (var at = content.AsSpan().IndexOf(wanted); at >= 0;)
        {
            yield return at;
            var next = content.AsSpan(at + 1).IndexOf(wanted);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static string Noise(int length)
    {
        var random = new Random(1);
        return string.Create(length, random, (span, r) =>
        {
            foreach (ref var c in span)
            {
                c = (char)r.Next('0', 'z');
            }
        });
    }
}
