using System.Buffers.Binary;
using System.Text;
using Education.Imports.Reading;
using Education.Imports.Tests.Support;

namespace Education.Imports.Tests.Reading;

[TestFixture]
internal sealed class HostileFileTests
{
    private const string OneRow = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

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
