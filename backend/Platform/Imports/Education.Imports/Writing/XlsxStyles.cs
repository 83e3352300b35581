using System.Xml;

namespace Education.Imports.Writing;

/// <summary>The style part: one <c>xf</c> for each <see cref="XlsxLook"/>, in its order.</summary>
internal static class XlsxStyles
{
    private const int General = 0;
    private const int Date = 14;
    private const int DateTime = 22;
    private const int Percent = 10;

    private const int HeaderFill = 2;
    private const int ErrorFill = 3;

    private static readonly (XlsxLook Look, int Format, int Font, int Fill, bool Quoted, bool Wrapped)[] Looks =
    [
        (XlsxLook.Plain, General, 0, 0, false, false),
        (XlsxLook.Header, General, 1, HeaderFill, false, true),
        (XlsxLook.Date, Date, 0, 0, false, false),
        (XlsxLook.DateTime, DateTime, 0, 0, false, false),
        (XlsxLook.Percent, Percent, 0, 0, false, false),
        (XlsxLook.QuotedText, General, 0, 0, true, false),
        (XlsxLook.Error, General, 0, ErrorFill, false, false),
        (XlsxLook.QuotedError, General, 0, ErrorFill, true, false),
        (XlsxLook.ErrorDate, Date, 0, ErrorFill, false, false),
        (XlsxLook.ErrorDateTime, DateTime, 0, ErrorFill, false, false),
        (XlsxLook.ErrorPercent, Percent, 0, ErrorFill, false, false),
        (XlsxLook.WrappedText, General, 0, 0, false, true),
    ];

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", XlsxWriter.Main);
        xml.WriteRaw("<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
            + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE8EEF7\"/></patternFill></fill>"
            + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFC7CE\"/></patternFill></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
        xml.WriteStartElement("cellXfs");
        foreach (var (_, format, font, fill, quoted, wrapped) in Looks)
        {
            xml.WriteRaw($"<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\""
                + (quoted ? " quotePrefix=\"1\"" : "")
                + (wrapped ? " applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>" : "/>"));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
