using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Education.Imports.Reading;

namespace Education.Imports.Writing;

/// <summary>
/// Writes a workbook straight into the output, row by row: nothing of a sheet is kept, the output need not be seekable. Sheets are written
/// one after the other; <see cref="Dispose"/> completes the file.
/// </summary>
internal sealed class XlsxWriter(Stream output) : IDisposable
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private readonly ZipArchive zip = new(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    private readonly List<string> sheets = [];
    private XmlWriter? sheet;
    private bool autoFilter;
    private int filterRow;
    private int columnCount;
    private int row;

    /// <summary>Begins a sheet with a header row, frozen and with a filter.</summary>
    public void BeginTable(string name, IReadOnlyList<XlsxColumn> columns)
    {
        BeginSheet(name, [.. columns.Select(one => one.Width)], freezeRows: 1, filterAtRow: 1);
        WriteRow([.. columns.Select(one => XlsxCell.Text(one.Title, XlsxLook.Header))]);
    }

    /// <summary>Begins a sheet; the name is cut and cleaned of what Excel does not allow, and made unique.</summary>
    /// <param name="freezeRows">Rows that stay in sight, 0 for none.</param>
    /// <param name="filterAtRow">The header row that gets a filter, 0 for none.</param>
    public void BeginSheet(string name, IReadOnlyList<double> widths, int freezeRows = 0, int filterAtRow = 0)
    {
        EndSheet();
        sheets.Add(SheetNames.Allowed(name, sheets));
        (autoFilter, filterRow, columnCount, row) = (filterAtRow > 0, filterAtRow, widths.Count, 0);
        sheet = Part($"xl/worksheets/sheet{sheets.Count}.xml");
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteStartElement("sheetViews");
        sheet.WriteStartElement("sheetView");
        sheet.WriteAttributeString("workbookViewId", "0");
        if (freezeRows > 0)
        {
            sheet.WriteStartElement("pane");
            sheet.WriteAttributeString("ySplit", Text(freezeRows));
            sheet.WriteAttributeString("topLeftCell", "A" + Text(freezeRows + 1));
            sheet.WriteAttributeString("activePane", "bottomLeft");
            sheet.WriteAttributeString("state", "frozen");
            sheet.WriteEndElement();
        }

        sheet.WriteEndElement();
        sheet.WriteEndElement();
        WriteWidths(sheet, widths);
        sheet.WriteStartElement("sheetData");
    }

    public void WriteRow(params ReadOnlySpan<XlsxCell> cells) => WriteRowAt(row + 1, cells);

    /// <summary>Writes a row at its number (1-based), leaving out those between; numbers must grow.</summary>
    public void WriteRowAt(int number, ReadOnlySpan<XlsxCell> cells)
    {
        var xml = sheet ?? throw new InvalidOperationException("No sheet was begun.");
        if (number <= row || number > TabularLimits.LastRow)
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, "Rows go downwards, to 1,048,576 at most.");
        }

        row = number;
        columnCount = Math.Max(columnCount, cells.Length);
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", Text(number));
        for (var column = 0; column < cells.Length; column++)
        {
            WriteCell(xml, cells[column], column);
        }

        xml.WriteEndElement();
    }

    public void Dispose()
    {
        if (sheets.Count == 0)
        {
            BeginSheet("1", []);
        }

        EndSheet();
        WriteParts();
        zip.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void WriteWidths(XmlWriter xml, IReadOnlyList<double> widths)
    {
        if (widths.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("cols");
        for (var i = 0; i < widths.Count; i++)
        {
            xml.WriteStartElement("col");
            xml.WriteAttributeString("min", Text(i + 1));
            xml.WriteAttributeString("max", Text(i + 1));
            xml.WriteAttributeString("width", widths[i].ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteCell(XmlWriter xml, XlsxCell cell, int column)
    {
        if (cell.Type == XlsxType.Empty && cell.Look == XlsxLook.Plain)
        {
            return;
        }

        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", ColumnName.Of(column) + Text(row));
        if (cell.Look != XlsxLook.Plain)
        {
            xml.WriteAttributeString("s", Text((int)cell.Look));
        }

        switch (cell.Type)
        {
            case XlsxType.Text:
                // Inline, never as a formula and never as a shared string, which would have to be kept to the end.
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteStartElement("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(XlsxText.Escape(cell.Value));
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            case XlsxType.Number or XlsxType.Boolean:
                if (cell.Type == XlsxType.Boolean)
                {
                    xml.WriteAttributeString("t", "b");
                }

                xml.WriteElementString("v", cell.Value);
                break;
        }

        xml.WriteEndElement();
    }

    private void EndSheet()
    {
        if (sheet is null)
        {
            return;
        }

        sheet.WriteEndElement();
        if (autoFilter && columnCount > 0 && row >= filterRow)
        {
            sheet.WriteStartElement("autoFilter");
            sheet.WriteAttributeString("ref", $"A{Text(filterRow)}:{ColumnName.Of(columnCount - 1)}{Text(row)}");
            sheet.WriteEndElement();
        }

        sheet.Dispose();
        sheet = null;
    }

    private XmlWriter Part(string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);

        // The same content gives the same bytes, whenever it is written.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return XmlWriter.Create(entry.Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = true });
    }

    private void WriteParts()
    {
        using (var xml = Part("xl/styles.xml"))
        {
            XlsxStyles.Write(xml);
        }

        using (var xml = Part("xl/workbook.xml"))
        {
            xml.WriteStartElement("workbook", Main);
            xml.WriteAttributeString("xmlns", "r", null, Office);
            xml.WriteStartElement("sheets");
            for (var i = 0; i < sheets.Count; i++)
            {
                xml.WriteStartElement("sheet");
                xml.WriteAttributeString("name", sheets[i]);
                xml.WriteAttributeString("sheetId", Text(i + 1));
                xml.WriteAttributeString("id", Office, "rId" + Text(i + 1));
                xml.WriteEndElement();
            }
        }

        var parts = Enumerable.Range(1, sheets.Count).Select(i => ($"rId{Text(i)}", "worksheet", $"worksheets/sheet{Text(i)}.xml"));
        WriteRelationships("xl/_rels/workbook.xml.rels", [.. parts, ($"rId{Text(sheets.Count + 1)}", "styles", "styles.xml")]);
        WriteRelationships("_rels/.rels", [("rId1", "officeDocument", "xl/workbook.xml")]);
        using var types = Part("[Content_Types].xml");
        types.WriteStartElement("Types", Packages + "/content-types");
        types.WriteRaw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{ContentType}sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{ContentType}styles+xml\"/>"
            + string.Concat(Enumerable.Range(1, sheets.Count).Select(i =>
                $"<Override PartName=\"/xl/worksheets/sheet{Text(i)}.xml\" ContentType=\"{ContentType}worksheet+xml\"/>")));
    }

    private void WriteRelationships(string path, IReadOnlyList<(string Id, string Type, string Target)> all)
    {
        using var xml = Part(path);
        xml.WriteStartElement("Relationships", Packages + "/relationships");
        foreach (var (id, type, target) in all)
        {
            xml.WriteRaw($"<Relationship Id=\"{id}\" Type=\"{Office}/{type}\" Target=\"{target}\"/>");
        }
    }
}
