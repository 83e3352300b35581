using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Storage;

/// <summary>Puts original files into the database chunk by chunk and reads them back, never the whole of one in memory.</summary>
internal static class StoredFile
{
    /// <summary>Writes the file behind its import, inside the caller's transaction.</summary>
    public static async Task Write(ImportsDbContext db, Guid importId, Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        for (var number = 0; content.Position < content.Length; number++)
        {
            var data = new byte[Math.Min(ImportChunk.Size, content.Length - content.Position)];
            await content.ReadExactlyAsync(data, cancellationToken);
            var chunk = new ImportChunk { ImportId = importId, Number = number, Data = data };
            db.Add(chunk);
            await db.SaveChangesAsync(cancellationToken);
            db.Entry(chunk).State = EntityState.Detached;
        }
    }

    public static Stream Open(ImportsDbContext db, Import import) => new ChunkStream(db, import.Id, import.Size);

    /// <summary>
    /// Seekable, so that a workbook's parts can be found. Reads are synchronous because the readers of both formats are; each takes one
    /// row by its key.
    /// </summary>
    private sealed class ChunkStream(ImportsDbContext db, Guid importId, long length) : Stream
    {
        private int _number = -1;
        private byte[] _data = [];

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(Span<byte> buffer)
        {
            if (Position >= length || buffer.IsEmpty)
            {
                return 0;
            }

            var (number, offset) = Math.DivRem(Position, ImportChunk.Size);
            if (number != _number)
            {
                _data = db.Chunks.AsNoTracking().Where(c => c.ImportId == importId && c.Number == (int)number).Select(c => c.Data).Single();
                _number = (int)number;
            }

            var part = _data.AsSpan((int)offset);
            part = part[..Math.Min(part.Length, buffer.Length)];
            part.CopyTo(buffer);
            Position += part.Length;
            return part.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ValueTask.FromResult(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => length + offset,
        };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
