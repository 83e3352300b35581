using Education.Imports.Reading;
using Education.Imports.Tests.Support;

namespace Education.Imports.Tests.Reading;

[TestFixture]
internal sealed class LimitTests
{
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
}
