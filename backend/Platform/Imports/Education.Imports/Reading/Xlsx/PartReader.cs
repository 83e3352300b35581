using System.IO.Compression;
using System.Xml;

namespace Education.Imports.Reading.Xlsx;

/// <summary>Reads one XML part forward, in bounded memory: no DTD, bounded depth and names, text in pieces.</summary>
internal sealed class PartReader : IDisposable
{
    private const int DeepestElement = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly XmlReader xml;

    public PartReader(ZipArchiveEntry entry)
    {
        var settings = Settings.Clone();
        settings.NameTable = new BoundedNames();
        xml = XmlReader.Create(new CountingStream(entry.Open(), entry.Length), settings);
    }

    public int Depth => xml.Depth;

    public bool IsEmptyElement => xml.IsEmptyElement;

    public string Name => xml.LocalName;

    public bool IsStart => xml.NodeType == XmlNodeType.Element;

    public bool IsText => xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    public bool Read()
    {
        var more = xml.Read();
        if (xml.Depth > DeepestElement)
        {
            throw new FileRejected(FileRejected.Damaged);
        }

        return more;
    }

    public bool IsStartOf(string name) => IsStart && string.Equals(xml.LocalName, name, StringComparison.Ordinal);

    /// <summary>Moves to the next node inside the element that began at <paramref name="depth"/>; false at its end.</summary>
    public bool ReadWithin(int depth) => Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth);

    /// <summary>Moves to the next start of the element; false when there is none.</summary>
    public bool MoveTo(string name)
    {
        while (Read())
        {
            if (IsStartOf(name))
            {
                return true;
            }
        }

        return false;
    }

    public string? Attribute(string name) => xml.GetAttribute(name);

    /// <summary>The <c>r:id</c> of the transitional and of the strict format.</summary>
    public string? RelationshipId() =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    public void AppendText(TextBuffer text) => text.Append(xml);

    public void Dispose() => xml.Dispose();

    /// <summary>The XML reader remembers every name it meets; a spreadsheet knows a few hundred.</summary>
    private sealed class BoundedNames : NameTable
    {
        private const int Most = 5_000;

        private int count;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        private string Counted(string name) => ++count <= Most ? name : throw new FileRejected(FileRejected.Damaged);
    }
}

/// <summary>The text of one cell, kept up to the longest allowed; the rest is read and dropped, and <see cref="IsTooLong"/> says so.</summary>
internal sealed class TextBuffer(int longest)
{
    // One more than allowed, to notice what is longer; escapes (_x000D_) take seven characters for one.
    private readonly char[] chars = new char[(longest * 2) + 64];
    private readonly char[] rest = new char[1024];
    private int length;
    private bool overflow;

    public bool IsTooLong => overflow || length > longest;

    public ReadOnlySpan<char> Span => chars.AsSpan(0, length);

    public void Clear()
    {
        length = 0;
        overflow = false;
    }

    public void Append(XmlReader xml)
    {
        int read;
        while (length < chars.Length && (read = xml.ReadValueChunk(chars, length, chars.Length - length)) > 0)
        {
            length += read;
        }

        while (length == chars.Length && xml.ReadValueChunk(rest, 0, rest.Length) > 0)
        {
            overflow = true;
        }
    }

    /// <summary>Spreadsheets write characters that XML cannot hold as <c>_x000D_</c>; decoded in place.</summary>
    public void Unescape()
    {
        var from = Span.IndexOf("_x", StringComparison.Ordinal);
        if (from < 0)
        {
            return;
        }

        var to = from;
        while (from < length)
        {
            if (length - from >= 7 && chars[from] == '_' && chars[from + 1] == 'x' && chars[from + 6] == '_'
                && ushort.TryParse(chars.AsSpan(from + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code))
            {
                chars[to++] = (char)code;
                from += 7;
            }
            else
            {
                chars[to++] = chars[from++];
            }
        }

        length = to;
    }
}
