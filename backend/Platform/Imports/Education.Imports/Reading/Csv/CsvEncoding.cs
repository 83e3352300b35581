using System.Text;

namespace Education.Imports.Reading.Csv;

/// <summary>
/// Encoding of a text file: by its byte order mark; else UTF-8 if the whole file is valid UTF-8; else Windows-1251. A file of zero bytes or
/// control characters is not a table.
/// </summary>
internal static class CsvEncoding
{
    // Stray control characters get into cells by copying; a binary file is full of them.
    private const int ControlsPerThousand = 10;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static Encoding Windows1251 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    public static Encoding Detect(Stream file)
    {
        Span<byte> mark = stackalloc byte[2];
        file.Position = 0;
        mark = mark[..file.ReadAtLeast(mark, 2, throwOnEndOfStream: false)];
        if (mark is [0xFF, 0xFE])
        {
            Examine(file, new UnicodeEncoding(bigEndian: false, byteOrderMark: true));
            return Encoding.Unicode;
        }

        if (mark is [0xFE, 0xFF])
        {
            Examine(file, new UnicodeEncoding(bigEndian: true, byteOrderMark: true));
            return Encoding.BigEndianUnicode;
        }

        try
        {
            Examine(file, StrictUtf8);
            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            Examine(file, Windows1251);
            return Windows1251;
        }
    }

    private static void Examine(Stream file, Encoding encoding)
    {
        var bytes = new byte[64 << 10];
        var chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        var decoder = encoding.GetDecoder();
        long total = 0;
        long controls = 0;
        var blank = true;
        file.Position = 0;
        int read;
        do
        {
            read = file.Read(bytes);
            var block = chars.AsSpan(0, decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0));
            total += block.Length;
            controls += Controls(block);
            blank = blank && block.Trim("\uFEFF \t\r\n\u00A0,;").IsEmpty;
        }
        while (read > 0);

        if (controls * 1000 > total * ControlsPerThousand)
        {
            throw new FileRejected(FileRejected.Kind, "binary");
        }

        if (blank)
        {
            throw new FileRejected(FileRejected.Empty);
        }
    }

    private static long Controls(ReadOnlySpan<char> block)
    {
        if (block.Contains('\0'))
        {
            throw new FileRejected(FileRejected.Kind, "binary");
        }

        long count = 0;
        int at;
        while ((at = block.IndexOfAnyInRange('\x01', '\x1F')) >= 0)
        {
            count += block[at] is '\t' or '\n' or '\r' or '\v' or '\f' ? 0 : 1;
            block = block[(at + 1)..];
        }

        return count;
    }
}
