using Education.Imports.Reading;
using Education.Imports.Tests.Support;

namespace Education.Imports.Tests.Reading;

[TestFixture]
internal sealed class SampleTests
{
    [Test]
    public void Reads_the_workbook_of_the_department_with_its_56_schools()
    {
        using var stream = File.OpenRead(Tables.Sample("unt-2017.xlsx"));
        using var file = TabularFile.Open(stream, "unt-2017.xlsx", TabularLimits.Default);

        var rows = file.Rows().ToList();

        Assert.That(file.Sheets, Is.EqualTo(new[] { new TabularSheet(0, "Sheet1", IsVisible: true) }));
        Assert.That(rows, Has.Count.EqualTo(57));
        Assert.That(rows[0][0].Text, Is.EqualTo("Наименование района (города)"));
        Assert.That(rows[1].Number, Is.EqualTo(2));
        Assert.That(
            rows[1].Cells.Select(cell => cell.Text),
            Is.EqualTo(new[] { "Лицей№2", "44", "36", "82", "96,6", "107,78", "107,78" }));
        Assert.That(rows[1][1].Kind, Is.EqualTo(CellKind.Number));
        Assert.That(rows[1][4].Kind, Is.EqualTo(CellKind.Text));
        Assert.That(rows.Skip(1).Sum(row => int.Parse(row[1].Text)), Is.EqualTo(1761), "graduates of the city");
        Assert.That(rows.Skip(1).Sum(row => int.Parse(row[2].Text)), Is.EqualTo(1401), "participants of the city");
    }

    [Test]
    public void Reads_the_same_figures_from_the_workbook_and_from_the_csv()
    {
        using var book = File.OpenRead(Tables.Sample("unt-2017.xlsx"));
        using var text = File.OpenRead(Tables.Sample("unt-schools-2017.csv"));
        using var xlsx = TabularFile.Open(book, "a.xlsx", TabularLimits.Default);
        using var csv = TabularFile.Open(text, "a.csv", TabularLimits.Default);

        var left = xlsx.Rows().Skip(1).Select(row => string.Join('|', Enumerable.Range(0, 7).Select(i => row[i].Text.Replace(',', '.'))));
        var right = csv.Rows().Skip(1).Select(row => string.Join('|', Enumerable.Range(0, 7).Select(i => row[i].Text)));

        Assert.That(left, Is.EqualTo(right));
    }

    [Test]
    public void Reads_the_fourteen_subjects()
    {
        using var stream = File.OpenRead(Tables.Sample("unt-subjects-2017.csv"));
        using var file = TabularFile.Open(stream, "unt-subjects-2017.csv", TabularLimits.Default);

        var rows = file.Texts();

        Assert.That(rows, Has.Length.EqualTo(15));
        Assert.That(rows[1], Is.EqualTo(new[] { "1", "Грамотность чтения", "Обязательный блок", "1401", "16.5", "614" }));
    }
}
