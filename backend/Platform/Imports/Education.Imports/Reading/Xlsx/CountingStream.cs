namespace Education.Imports.Reading.Xlsx;

/// <summary>
/// The inflated bytes of one XML part. Stops a part that grows beyond what its entry claims, and a single tag longer than any honest one
/// (the XML reader keeps a whole tag in memory, but text only in pieces).
/// </summary>
internal sealed class CountingStream(Stream inner, long claimed) : Stream
{
    private const int LongestTag = 1 << 20;

    private long count;
    private long tag = -1;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => count; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        count += read;
        if (count > claimed)
        {
            throw new FileRejected(FileRejected.ZipBomb);
        }

        if (read == 0 && count < claimed && buffer.Length > 0)
        {
            throw new FileRejected(FileRejected.Damaged);
        }

        MeasureTags(buffer[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void MeasureTags(ReadOnlySpan<byte> block)
    {
        while (block.Length > 0)
        {
            var edge = block.IndexOf(tag < 0 ? (byte)'<' : (byte)'>');
            if (tag >= 0)
            {
                tag += edge < 0 ? block.Length : edge;
                if (tag > LongestTag)
                {
                    throw new FileRejected(FileRejected.Damaged);
                }
            }

            if (edge < 0)
            {
                return;
            }

            tag = tag < 0 ? 0 : -1;
            block = block[(edge + 1)..];
        }
    }
}
