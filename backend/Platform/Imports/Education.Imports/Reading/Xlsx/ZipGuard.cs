using System.Buffers.Binary;
using System.IO.Compression;

namespace Education.Imports.Reading.Xlsx;

/// <summary>
/// Opens the zip container of a workbook after looking at what it claims: entries, sizes, ratios, encryption. What is inflated later is
/// counted too (<see cref="CountingStream"/>), because the claims may lie.
/// </summary>
internal static class ZipGuard
{
    private const int EndRecordSize = 22;
    private const int LongestComment = ushort.MaxValue;
    private const long LargestDirectory = 4L << 20;

    private static ReadOnlySpan<byte> EndRecord => [0x50, 0x4B, 0x05, 0x06];

    public static ZipArchive Open(Stream file, TabularLimits limits)
    {
        // Before ZipArchive: it keeps an object for every entry of the directory, however many there are.
        CheckDirectory(file, limits);
        file.Position = 0;
        var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            CheckEntries(archive, file.Length, limits);
            return archive;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    private static void CheckDirectory(Stream file, TabularLimits limits)
    {
        var tail = new byte[Math.Min(file.Length, EndRecordSize + LongestComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf(EndRecord);
        if (at < 0 || tail.Length - at < EndRecordSize)
        {
            throw new FileRejected(FileRejected.Damaged);
        }

        var record = tail.AsSpan(at);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if (entries == ushort.MaxValue || start >= file.Length)
        {
            // ZIP64 is for archives far beyond the size limit.
            throw new FileRejected(FileRejected.Damaged);
        }

        if (entries > limits.MaxEntries || file.Length - start > LargestDirectory + LongestComment)
        {
            throw new FileRejected(FileRejected.ZipBomb);
        }
    }

    private static void CheckEntries(ZipArchive archive, long fileLength, TabularLimits limits)
    {
        long inflated = 0;
        long compressed = 0;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            if (entry.IsEncrypted)
            {
                throw new FileRejected(FileRejected.Encrypted);
            }

            if (!names.Add(entry.FullName))
            {
                throw new FileRejected(FileRejected.Damaged);
            }

            inflated += entry.Length;
            compressed += entry.CompressedLength;
            var tooDense = entry.Length > limits.RatioCheckedFrom && entry.Length / limits.MaxRatio > entry.CompressedLength;

            // More compressed bytes than the file has: entries overlap, the trick of the densest bombs.
            if (tooDense || inflated > limits.MaxInflatedBytes || compressed > fileLength)
            {
                throw new FileRejected(FileRejected.ZipBomb);
            }
        }
    }
}
