using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Education.SharedKernel;

/// <summary>
/// The only maker of ids. Its ids grow in the order in which SQL Server compares <c>uniqueidentifier</c> (bytes 10–15 first, then 8–9,
/// 6–7, 4–5, 0–3 of <see cref="Guid.ToByteArray()"/>), so rows are appended to a clustered index and do not split its pages.
/// </summary>
/// <remarks>
/// A version 8 UUID of RFC 9562: 48 bits of Unix milliseconds, a counter of 14 bits, 60 bits of a cryptographic random generator. The
/// order is not visible in the text form; on SQLite, which compares the text, an id is only a tie-breaker.
/// </remarks>
public static class SequentialGuid
{
    private static readonly SequentialGuidSource Source = new(TimeProvider.System);

    /// <summary>
    /// A new id, greater in SQL Server's order than every id this process made before, from any thread and also when the clock was set
    /// back. Ids of different processes follow their clocks. Never fails, never returns <see cref="Guid.Empty"/>.
    /// </summary>
    public static Guid Next() => Source.Next();
}

/// <summary>The state behind <see cref="SequentialGuid"/>, apart so that a test can hold the clock.</summary>
internal sealed class SequentialGuidSource(TimeProvider clock)
{
    private const int CounterBits = 14;
    private const int CounterMask = (1 << CounterBits) - 1;

    // Half of the counter is left for the ids of the same millisecond; what does not fit carries over into the milliseconds.
    private const int CounterStarts = 1 << (CounterBits - 1);

    private long last;

    /// <summary>See <see cref="SequentialGuid.Next"/>.</summary>
    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        long stamp = NextStamp(BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]) % CounterStarts);

        long milliseconds = stamp >> CounterBits;
        int counter = (int)(stamp & CounterMask);
        bytes[7] = (byte)(0x80 | (bytes[7] & 0x0F));
        bytes[8] = (byte)(0x80 | (counter >> 8));
        bytes[9] = (byte)counter;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[10..], (ushort)(milliseconds >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], (uint)milliseconds);
        return new Guid(bytes);
    }

    private long NextStamp(int counterStart)
    {
        long fromClock = (clock.GetUtcNow().ToUnixTimeMilliseconds() << CounterBits) | (uint)counterStart;
        while (true)
        {
            long seen = Volatile.Read(ref last);
            long stamp = fromClock >> CounterBits > seen >> CounterBits ? fromClock : seen + 1;
            if (Interlocked.CompareExchange(ref last, stamp, seen) == seen)
            {
                return stamp;
            }
        }
    }
}
