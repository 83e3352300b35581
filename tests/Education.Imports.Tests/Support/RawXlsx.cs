using System.IO.Compression;
using System.Text;

namespace Education.Imports.Tests.Support;

/// <summary>Workbooks put together by hand, so that they can be as odd as real and hostile ones.</summary>
internal static class RawXlsx
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static MemoryStream Of(string sheetData, string? strings = null, string? styles = null, string? workbook = null,
        Action<ZipArchive>? more = null) => Of(
        write =>
        {
            write.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
            write.Write(sheetData);
            write.Write("</sheetData></worksheet>");
        },
        strings,
        styles,
        workbook,
        more);

    public static MemoryStream Of(Action<StreamWriter> sheet, string? strings = null, string? styles = null, string? workbook = null,
        Action<ZipArchive>? more = null)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Add(zip, "_rels/.rels", Relationships(("rId1", "officeDocument", "xl/workbook.xml")));
            Add(zip, "xl/workbook.xml", workbook ?? Workbook("<sheet name=\"Лист1\" sheetId=\"1\" r:id=\"rId1\"/>"));
            Add(zip, "xl/_rels/workbook.xml.rels", Relationships(
                ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"), ("rId3", "styles", "/xl/styles.xml"),
                ("rId4", "worksheet", "./worksheets/../worksheets/sheet1.xml"), ("rId5", "chartsheet", "chartsheets/sheet1.xml")));
            Add(zip, "xl/worksheets/sheet1.xml", sheet);
            if (strings is not null)
            {
                Add(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{strings}</sst>");
            }

            if (styles is not null)
            {
                Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>");
            }

            more?.Invoke(zip);
        }

        file.Position = 0;
        return file;
    }

    public static string Workbook(string sheets, string properties = "") =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\">{properties}<sheets>{sheets}</sheets></workbook>";

    public static void Add(ZipArchive zip, string name, string content) => Add(zip, name, write => write.Write(content));

    public static void Add(ZipArchive zip, string name, Action<StreamWriter> content)
    {
        using var write = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), new UTF8Encoding(false));
        content(write);
    }

    private static string Relationships(params (string Id, string Type, string Target)[] all) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(all.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{Office}/{one.Type}\" Target=\"{one.Target}\"/>"))
        + "</Relationships>";
}
