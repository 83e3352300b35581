using System.Text;
using Education.Imports.Reading;
using Education.Imports.Tests.Support;
using Education.Imports.Tests.Writing;
using Education.Imports.Writing;
using FsCheck;
using FsCheck.Fluent;

namespace Education.Imports.Tests;

/// <summary>Whatever is written is read back the same; white space alone is an empty cell.</summary>
[TestFixture]
internal sealed class RoundTripTests
{
    private const string Kazakh = "АаӘәҒғІіҚқҢңӨөҰұҮүҺһЁёЪъЩщZz09 .,;:!?«»№%-=+@\"'\t\n\r_x000D_\u00A0<>&";

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements(Kazakh.ToCharArray()).ArrayOf().Select(chars => new string(chars)),
        ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? ""),
        Gen.Elements("_x0041_", "__x000D__", "\uD83D\uDE00", "\uD800", "\uFFFF", "\u0001", "=1+1", "a\r\nb", "]]>"));

    private static readonly Gen<string[][]> Table = Text.NonEmptyListOf().Select(row => row.ToArray()).NonEmptyListOf().Select(rows => rows.ToArray());

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property A_workbook_gives_back_any_text() => Prop.ForAll(Table.ToArbitrary(), table =>
    {
        using var file = XlsxWriterTests.Write(writer =>
        {
            writer.BeginSheet("a", []);
            foreach (var row in table)
            {
                writer.WriteRow([.. row.Select(text => XlsxCell.Text(text))]);
            }
        });
        using var read = TabularFile.Open(file, "a.xlsx", TabularLimits.Default);
        return SameTexts(read, table);
    });

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property A_workbook_gives_back_any_number(decimal number)
    {
        // Fifteen digits are what a spreadsheet keeps.
        var kept = (decimal)(double)number;
        using var file = XlsxWriterTests.Write(writer =>
        {
            writer.BeginSheet("a", []);
            writer.WriteRow(XlsxCell.Number(kept));
        });
        using var read = TabularFile.Open(file, "a.xlsx", TabularLimits.Default);
        var cell = read.Rows().Single()[0];
        return (cell.Kind == CellKind.Number && decimal.Parse(cell.Text, System.Globalization.CultureInfo.InvariantCulture) == kept).ToProperty();
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property A_workbook_gives_back_any_date(DateTime moment)
    {
        var kept = new DateTime(moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, moment.Second, DateTimeKind.Unspecified);
        using var file = XlsxWriterTests.Write(writer =>
        {
            writer.BeginSheet("a", []);
            writer.WriteRow(XlsxCell.DateTime(kept), XlsxCell.Date(DateOnly.FromDateTime(kept)));
        });
        using var read = TabularFile.Open(file, "a.xlsx", TabularLimits.Default);
        var row = read.Rows().Single();
        var expected = kept.ToString(kept.TimeOfDay == TimeSpan.Zero && kept.Year >= 1901 ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss");
        return (row[0].Text == expected && row[1].Text == kept.ToString("yyyy-MM-dd")).ToProperty();
    }

    [Test]
    public void A_csv_gives_back_any_text([Values(';', ',', '\t')] char delimiter, [Values("utf-8", "utf-8-bom", "windows-1251", "utf-16", "utf-16BE")] string name)
    {
        var encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-bom" => new UTF8Encoding(true),
            "windows-1251" => CodePagesEncodingProvider.Instance.GetEncoding(1251)!,
            _ => Encoding.GetEncoding(name),
        };
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Table.ToArbitrary(), table =>
        {
            // Steady columns, so that the delimiter can be told; what the encoding cannot hold is replaced before.
            var texts = table.Select(row => row.Select(text => encoding.GetString(encoding.GetBytes(Plain(text)))).Prepend("мектеп").Append("балл").ToArray()).ToArray();
            var width = texts.Max(row => row.Length);
            texts = [.. texts.Select(row => row.Concat(Enumerable.Repeat("1", width - row.Length)).ToArray())];
            using var file = Tables.OpenText(Csv(texts, delimiter), encoding);
            return SameTexts(file, texts);
        }));
    }

    private static bool SameTexts(TabularFile file, string[][] expected)
    {
        var rows = file.Rows().ToDictionary(row => row.Number);
        for (var i = 0; i < expected.Length; i++)
        {
            for (var column = 0; column < expected[i].Length; column++)
            {
                var text = string.IsNullOrWhiteSpace(expected[i][column]) ? "" : expected[i][column];
                var read = rows.TryGetValue(i + 1, out var row) ? row[column].Text : "";
                if (text != read)
                {
                    TestContext.Out.WriteLine($"row {i + 1}, column {column + 1}: «{text}» became «{read}»");
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Without the control characters by which a text file is told from a binary one.</summary>
    private static string Plain(string text) => new([.. text.Where(c => !char.IsControl(c) || c is '\t' or '\n' or '\r').Where(c => !char.IsSurrogate(c))]);

    private static string Csv(string[][] table, char delimiter) =>
        string.Concat(table.Select(row => string.Join(delimiter, row.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
}
