using Education.Imports.Reading;
using Education.Imports.Reading.Header;
using Education.Imports.Tests.Support;

namespace Education.Imports.Tests.Reading;

[TestFixture]
internal sealed class HeaderFinderTests
{
    private static readonly int?[] SevenInOrder = [0, 1, 2, 3, 4, 5, 6];

    [TestCase("unt-2017.xlsx")]
    [TestCase("unt-schools-2017.csv")]
    public void Recognises_every_column_of_the_published_table(string name)
    {
        using var stream = File.OpenRead(Tables.Sample(name));
        using var file = TabularFile.Open(stream, name, TabularLimits.Default);

        var (sheet, header) = HeaderFinder.FindSheet(file, UntColumns.All, UntColumns.For(2017))!.Value;

        Assert.That((header.FirstRow, header.LastRow), Is.EqualTo((1, 1)));
        Assert.That(header.Columns.Select(one => one.Column), Is.EqualTo(SevenInOrder));
        Assert.That(header.Columns.Select(one => one.Key), Is.EqualTo(UntColumns.All.Select(one => one.Key)));
        Assert.That(file.Rows(sheet.Index).Count(row => row.Number > header.LastRow), Is.EqualTo(56));
    }

    [Test]
    public void Takes_the_columns_of_the_year_asked_for()
    {
        var header = Find("Школа;Всего выпускников;Кол прин. участие в ЕНТ;Средний балл 2016 года;Средний балл 2017 года\nЛицей;1;1;2;3\n", 2016);

        Assert.That(header["mean"].Column, Is.EqualTo(3));
        Assert.That(header["mean-before"].Column, Is.Null);
    }

    [Test]
    public void Without_a_year_takes_no_column_that_needs_one()
    {
        var header = Find("Школа;Всего выпускников;Кол прин. участие в ЕНТ;Средний балл 2016 года;Средний балл 2017 года\nЛицей;1;1;2;3\n", year: null);

        Assert.That(header["mean-before"].Column, Is.Null);
        Assert.That(header["mean"].Column, Is.Null, "two years fit the caption without a year equally");
        Assert.That(header["mean"].Candidates, Is.EqualTo(new[] { 3, 4 }));
    }

    [Test]
    public void Finds_the_header_under_titles_beside_blank_columns_and_row_numbers()
    {
        var header = Find(
            """
            ;;Қарағанды қаласының білім бөлімі;;;
            ;;Итоги ЕНТ 2017 года по школам (средний балл);;;

            ;№ п/п;Мектеп атауы;Бітірушілер саны;ҰБТ-ға қатысқандар саны;Орташа балл 2017 жылғы
            ;1;№2 лицей;44;36;107,78
            """);

        Assert.That((header.FirstRow, header.LastRow), Is.EqualTo((4, 4)));
        Assert.That(header["school"].Column, Is.EqualTo(2));
        Assert.That(header["graduates"].Column, Is.EqualTo(3));
        Assert.That(header["participants"].Column, Is.EqualTo(4));
        Assert.That(header["mean"].Column, Is.EqualTo(5));
        Assert.That(header.Captions[1], Is.EqualTo("№ п/п"));
    }

    [Test]
    public void Puts_a_header_of_two_rows_together_and_passes_over_the_numbers_of_columns()
    {
        var header = Find(
            """
            Отчёт за 2017 год;;;;;
            Наименование школы;Выпускники;;Средний балл;;%
            ;всего;принявших участие в ЕНТ;2016;2017;участия
            А;1;2;3;4;5
            Лицей№2;44;36;96,6;107,78;82
            """);

        Assert.That((header.FirstRow, header.LastRow), Is.EqualTo((2, 4)));
        Assert.That(header.Captions, Is.EqualTo(new[]
        {
            "Наименование школы", "Выпускники всего", "Выпускники принявших участие в ЕНТ", "Средний балл 2016", "Средний балл 2017", "% участия",
        }));
        Assert.That(header.Columns.Select(one => one.Column), Is.EqualTo(new int?[] { 0, 1, 2, 5, 3, 4, null }));
    }

    [Test]
    public void Leaves_two_equal_columns_to_a_person()
    {
        var header = Find("Школа;Всего выпускников;Кол прин. участие в ЕНТ;Средний балл;Средний балл\nЛицей;1;1;2;3\n");

        Assert.That(header["mean"].IsAmbiguous, Is.True);
        Assert.That(header["mean"].Column, Is.Null);
        Assert.That(header["mean"].Candidates, Is.EqualTo(new[] { 3, 4 }));
        Assert.That(header["school"].IsAmbiguous, Is.False);
    }

    [Test]
    public void Prefers_the_whole_caption_to_its_beginning()
    {
        var header = Find("Школа;Всего выпускников;Кол прин. участие в ЕНТ;Средний балл без учета творческих экзаменов;Средний балл\nЛицей;1;1;2;3\n");

        Assert.That(header["mean"].Column, Is.EqualTo(4));
        Assert.That(header["mean"].Confidence, Is.EqualTo(1));
        Assert.That(header["mean-without-creative"].Column, Is.EqualTo(3));
    }

    [Test]
    public void Two_keys_with_one_column_between_them_are_both_ambiguous()
    {
        ColumnSpec[] specs = [new("a", [], ["всего"], [], true), new("b", [], ["всего"], [], true), new("c", [], ["школа"], [], true)];
        using var file = Tables.OpenText("Школа;Всего\nЛицей;1\n");

        var header = HeaderFinder.Find(file.Rows(), specs, new HeaderOptions())!;

        Assert.That(header.Columns.Select(one => (one.Column, one.IsAmbiguous)), Is.EqualTo(new (int?, bool)[] { (null, true), (null, true), (0, false) }));
    }

    [Test]
    public void Decides_by_exclusion_where_only_one_distribution_is_possible()
    {
        ColumnSpec[] specs = [new("any", [], ["барлығы", "всего"], [], true), new("ru", [], ["всего"], [], true)];
        using var file = Tables.OpenText("Барлығы;Всего\n1;2\n");

        var header = HeaderFinder.Find(file.Rows(), specs, new HeaderOptions())!;

        Assert.That(header.Columns.Select(one => one.Column), Is.EqualTo(new int?[] { 0, 1 }));
    }

    [Test]
    public void Finds_no_header_in_a_table_of_something_else()
    {
        using var file = Tables.OpenText("Статья;Сумма, тыс. тенге\nПитание;100\n");

        Assert.That(HeaderFinder.Find(file.Rows(), UntColumns.All, UntColumns.For(2017)), Is.Null);
        Assert.That(HeaderFinder.FindSheet(file, UntColumns.All, UntColumns.For(2017)), Is.Null);
    }

    [Test]
    public void Reads_the_header_a_person_points_out()
    {
        using var file = Tables.OpenText("Школа;Балл\nЛицей;1\nСредний балл 2017 года;Школа\n");

        var header = HeaderFinder.At(file.Rows(), 3, 3, UntColumns.All, UntColumns.For(2017));

        Assert.That((header["mean"].Column, header["school"].Column), Is.EqualTo(((int?)0, (int?)1)));
    }

    [Test]
    public void Chooses_the_sheet_whose_header_fits_and_refuses_a_workbook_without_rows()
    {
        var two = RawXlsx.Workbook("<sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"2\" sheetId=\"2\" r:id=\"rId4\"/>");
        using var empty = TabularFile.Open(RawXlsx.Of("<row r=\"1\"/>", workbook: two), "a.xlsx", TabularLimits.Default);

        var rejected = Assert.Throws<FileRejected>(() => HeaderFinder.FindSheet(empty, UntColumns.All, UntColumns.For(2017)));

        Assert.That(rejected!.Code, Is.EqualTo(FileRejected.Empty));
    }

    [TestCase("Итого;;100", true)]
    [TestCase(";ИТОГО:;100", true)]
    [TestCase("57;Всего по городу;100", true)]
    [TestCase("Барлығы;1", true)]
    [TestCase("Қала бойынша жиыны;1", false)]
    [TestCase("Жиыны;1", true)]
    [TestCase("Total;1", true)]
    [TestCase("Караганда;1761;1401", true)]
    [TestCase("Қарағанды қ.;1761", false)]
    [TestCase("Лицей№2;44;всего", false)]
    [TestCase("Итоговая школа;1", false)]
    [TestCase("СШ «Всего хорошего»;1", false)]
    public void Tells_rows_of_totals_from_data(string row, bool total)
    {
        using var file = Tables.OpenText(row + "\n");

        Assert.That(TotalRows.LooksLikeTotalRow(file.Rows().Single(), "Караганда", "Қарағанды"), Is.EqualTo(total));
    }

    private static HeaderMatch Find(string text, int? year = 2017)
    {
        using var file = Tables.OpenText(text);
        return HeaderFinder.Find(file.Rows(), UntColumns.All, new HeaderOptions { Year = year })!;
    }
}
