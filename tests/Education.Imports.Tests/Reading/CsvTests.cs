using System.Text;
using Education.Imports.Reading;
using Education.Imports.Tests.Support;

namespace Education.Imports.Tests.Reading;

[TestFixture]
internal sealed class CsvTests
{
    private static readonly Encoding Windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    public static IEnumerable<Encoding> Encodings => [new UTF8Encoding(false), new UTF8Encoding(true), Windows1251, Encoding.Unicode, Encoding.BigEndianUnicode];

    [TestCaseSource(nameof(Encodings))]
    public void Recognises_the_encoding(Encoding encoding)
    {
        using var file = Tables.OpenText("Школа;Балл\r\nЛицей№2;96,6\r\n", encoding);

        Assert.That(file.Texts(), Is.EqualTo(new string[][] { ["Школа", "Балл"], ["Лицей№2", "96,6"] }));
    }

    [Test]
    public void Keeps_Kazakh_letters_after_a_long_stretch_of_Latin()
    {
        var text = string.Concat(Enumerable.Repeat("school;1\n", 20_000)) + "Әділет;2\n";
        using var file = Tables.OpenText(text);

        Assert.That(file.Rows().Last()[0].Text, Is.EqualTo("Әділет"));
    }

    [TestCase(';')]
    [TestCase(',')]
    [TestCase('\t')]
    public void Recognises_the_delimiter_with_quoted_ones_and_line_breaks_inside(char d)
    {
        var text = $"Мектеп{d}Бала{d}Балл\n\"СШ{d} \"\"Үміт\"\"{d}\nфилиал\"{d}10{d}5\nЛицей{d}20{d}6\n";
        using var file = Tables.OpenText(text);

        Assert.That(file.Texts(), Is.EqualTo(new string[][]
        {
            ["Мектеп", "Бала", "Балл"], [$"СШ{d} \"Үміт\"{d}\nфилиал", "10", "5"], ["Лицей", "20", "6"],
        }));
    }

    [Test]
    public void Takes_the_comma_of_decimals_for_no_delimiter()
    {
        using var file = Tables.OpenText("Лицей№2;96,6\nСШ№76;85,8\nГимназия№38;98,0\n");

        Assert.That(file.Texts()[0], Is.EqualTo(new[] { "Лицей№2", "96,6" }));
    }

    [Test]
    public void Finds_the_delimiter_under_a_title()
    {
        using var file = Tables.OpenText("Итоги ЕНТ, 2017 год\n\nШкола,Балл,Место\nЛицей,96.6,1\nСШ,85.8,2\n");

        Assert.That(file.Rows().Select(row => (row.Number, row.Cells.Count)), Is.EqualTo(new[] { (1, 2), (3, 3), (4, 3), (5, 3) }));
    }

    [Test]
    public void Obeys_the_separator_line_of_Excel_and_does_not_count_it()
    {
        using var file = Tables.OpenText("sep=,\r\nа;1,б\r\nв;2,г\r\n");

        Assert.That(file.Rows().Select(row => (row.Number, row[0].Text, row[1].Text)), Is.EqualTo(new[] { (1, "а;1", "б"), (2, "в;2", "г") }));
    }

    [Test]
    public void Numbers_rows_as_a_spreadsheet_would_and_skips_empty_ones()
    {
        using var file = Tables.OpenText("а;б\n\n;;\n\"две\nстроки\";1\nв;г\n");

        Assert.That(file.Rows().Select(row => row.Number), Is.EqualTo(new[] { 1, 4, 5 }));
    }

    [Test]
    public void Takes_quotation_marks_inside_a_name_as_they_stand()
    {
        using var file = Tables.OpenText("Школа;Балл\nСШ \"Будущее\";28\nСШ 5 \"Б;30\nЛицей;31\n");

        Assert.That(file.Texts(), Is.EqualTo(new string[][] { ["Школа", "Балл"], ["СШ \"Будущее\"", "28"], ["СШ 5 \"Б", "30"], ["Лицей", "31"] }));
    }

    [Test]
    public void Marks_what_a_spreadsheet_would_compute()
    {
        using var file = Tables.OpenText("а;=1+1\nб;2\n");

        Assert.That(file.Rows().Select(row => row[1].IsFormula), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public void Refuses_zero_bytes_wherever_they_stand()
    {
        var text = string.Concat(Enumerable.Repeat("школа;1\n", 20_000)) + "ли\0цей;2\n";

        Assert.That(Tables.Rejection(Encoding.UTF8.GetBytes(text), "a.csv").Code, Is.EqualTo(FileRejected.Kind));
    }

    [Test]
    public void Refuses_a_quotation_mark_that_swallows_the_file()
    {
        var text = "а;\"б\n" + string.Concat(Enumerable.Repeat("школа;1\n", 50_000));

        var rejected = Tables.Rejection(Encoding.UTF8.GetBytes(text), "a.csv");

        Assert.That(rejected.Code, Is.EqualTo(FileRejected.CellTooLong));
        Assert.That(rejected.Args, Is.EqualTo(new object[] { 1, "B", 32_767 }));
    }

    [Test]
    public void Refuses_a_row_of_delimiters_without_end()
    {
        Assert.That(Tables.Rejection(Encoding.UTF8.GetBytes("а" + new string(';', 5_000_000)), "a.csv").Code, Is.EqualTo(FileRejected.TooManyColumns));
    }
}
