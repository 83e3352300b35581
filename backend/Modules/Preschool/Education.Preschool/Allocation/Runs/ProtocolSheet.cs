using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Education.Preschool.Allocation.Runs;

/// <summary>A workbook of one sheet, written row by row.</summary>
internal static class ProtocolSheet
{
    public static async Task<byte[]> Write(string name, IReadOnlyList<string> header, IAsyncEnumerable<IReadOnlyList<string?>> rows, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>();
            workbook.Workbook = new(new Sheets(new Sheet { Name = name, SheetId = 1, Id = workbook.GetIdOfPart(part) }));
            using var writer = OpenXmlWriter.Create(part);
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            WriteRow(writer, header);
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                WriteRow(writer, row);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<string?> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            var isNumber = int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _);
            writer.WriteElement(isNumber
                ? new Cell { CellValue = new(cell!), DataType = CellValues.Number }
                : new Cell { InlineString = new(new Text(cell ?? "")), DataType = CellValues.InlineString });
        }

        writer.WriteEndElement();
    }
}
