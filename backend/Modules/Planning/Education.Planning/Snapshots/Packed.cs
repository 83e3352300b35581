using System.IO.Compression;

namespace Education.Planning.Snapshots;

/// <summary>Bytes kept compressed: figure sets and pages are text that repeats itself.</summary>
internal static class Packed
{
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var result = new MemoryStream();
        using (var packer = new BrotliStream(result, CompressionLevel.Fastest))
        {
            packer.Write(bytes);
        }

        return result.ToArray();
    }

    /// <summary>Throws <see cref="InvalidDataException"/> or <see cref="InvalidOperationException"/> when the bytes were tampered with.</summary>
    public static byte[] Unpack(byte[] packed)
    {
        using var source = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var result = new MemoryStream();
        source.CopyTo(result);
        return result.ToArray();
    }
}
