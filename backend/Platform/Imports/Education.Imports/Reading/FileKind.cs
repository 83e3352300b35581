using System.Text;

namespace Education.Imports.Reading;

/// <summary>Tells the kind of a file by its first bytes, never by its name.</summary>
internal static class FileKind
{
    private static readonly (byte[] Signature, string Label)[] Foreign =
    [
        ("%PDF"u8.ToArray(), "PDF"),
        ("{\\rtf"u8.ToArray(), "RTF"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG"),
        ([0xFF, 0xD8, 0xFF], "JPEG"),
        ("GIF8"u8.ToArray(), "GIF"),
        ("II*\0"u8.ToArray(), "TIFF"),
        ("MM\0*"u8.ToArray(), "TIFF"),
        ("Rar!"u8.ToArray(), "RAR"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7Z"),
        ([0x1F, 0x8B], "GZIP"),
        ([0x7F, 0x45, 0x4C, 0x46], "ELF"),
        ("MZ"u8.ToArray(), "EXE"),
        ("SQLite format 3"u8.ToArray(), "SQLite"),
    ];

    private static ReadOnlySpan<byte> Ole => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <exception cref="FileRejected">Neither a zip container nor text.</exception>
    public static TabularKind Detect(Stream file)
    {
        Span<byte> head = stackalloc byte[512];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];

        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
        {
            return TabularKind.Xlsx;
        }

        if (head.StartsWith(Ole))
        {
            // Excel keeps a workbook with a password as an OLE container around the encrypted package.
            throw Contains(file, Encoding.Unicode.GetBytes("EncryptedPackage"))
                ? new FileRejected(FileRejected.Encrypted)
                : new FileRejected(FileRejected.Kind, "XLS");
        }

        foreach (var (signature, label) in Foreign)
        {
            // «MZ» may also begin a CSV: an executable is known by the zero bytes of its header.
            if (head.StartsWith(signature) && (label != "EXE" || head.Contains((byte)0)))
            {
                throw new FileRejected(FileRejected.Kind, label);
            }
        }

        if (IsMarkup(head))
        {
            throw new FileRejected(FileRejected.Kind, "HTML/XML");
        }

        return TabularKind.Csv;
    }

    /// <summary>Many systems give an HTML page the name of a spreadsheet.</summary>
    private static bool IsMarkup(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        string[] openings = ["<!doctype", "<html", "<?xml", "<table", "<head", "<style"];
        return Array.Exists(openings, one => text.StartsWith(one, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Contains(Stream file, ReadOnlySpan<byte> wanted)
    {
        var block = new byte[64 << 10];
        var kept = 0;
        file.Position = 0;
        int read;
        while ((read = file.Read(block, kept, block.Length - kept)) > 0)
        {
            var filled = block.AsSpan(0, kept + read);
            if (filled.IndexOf(wanted) >= 0)
            {
                return true;
            }

            kept = Math.Min(wanted.Length - 1, filled.Length);
            filled[^kept..].CopyTo(block);
        }

        return false;
    }
}
