namespace Education.Preschool.Simulation.Engine;

/// <summary>Numbers that look drawn and follow from the seed alone.</summary>
internal static class Draws
{
    /// <summary>SplitMix64 over the parts.</summary>
    public static ulong Number(int seed, params ReadOnlySpan<long> parts)
    {
        var state = (ulong)(uint)seed;
        foreach (var part in parts)
        {
            state = Mix(state + 0x9E3779B97F4A7C15UL + (ulong)part);
        }

        return state;
    }

    /// <summary>0 … <paramref name="below"/> − 1.</summary>
    public static long Below(long below, int seed, params ReadOnlySpan<long> parts) => (long)(Number(seed, parts) % (ulong)below);

    /// <summary>An identity of what does not exist.</summary>
    public static Guid Identity(int seed, params ReadOnlySpan<long> parts)
    {
        var number = Number(seed, parts);
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, number);
        BitConverter.TryWriteBytes(bytes[8..], Mix(number));
        return new Guid(bytes);
    }

    /// <summary>
    /// Systematic sampling: how many of <paramref name="total"/> fall to each weight, their sum exactly <paramref name="total"/>, each share
    /// the exact one rounded down or up as the offset (0 … sum of weights − 1) has it.
    /// </summary>
    public static IEnumerable<int> Shares(IEnumerable<int> weights, long total, long sum, long offset)
    {
        var before = 0L;
        foreach (var weight in weights)
        {
            var after = before + weight;
            yield return (int)((((total * after) + offset) / sum) - (((total * before) + offset) / sum));
            before = after;
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
