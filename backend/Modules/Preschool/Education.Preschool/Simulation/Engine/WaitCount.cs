namespace Education.Preschool.Simulation.Engine;

/// <summary>Counts fates and months of waiting.</summary>
internal sealed class WaitCount
{
    /// <summary>Lower bounds of the classes, months.</summary>
    public static readonly IReadOnlyList<int> Classes = [0, 3, 6, 9, 12, 18, 24, 36];

    private readonly SortedDictionary<int, int> _byWait = [];
    private readonly int[] _byKind = new int[3];

    public int Children { get; private set; }

    public void Add(FateKind kind, int wait)
    {
        Children++;
        _byKind[(int)kind]++;
        _byWait[wait] = _byWait.GetValueOrDefault(wait) + 1;
    }

    public SimulationTally ToTally()
    {
        var histogram = new int[Classes.Count];
        foreach (var (wait, children) in _byWait)
        {
            histogram[Classes.Count(from => from <= wait) - 1] += children;
        }

        return new(
            Children, _byKind[(int)FateKind.Placed], _byKind[(int)FateKind.Waiting], _byKind[(int)FateKind.Left], Quantile(1, 2), Quantile(9, 10), histogram);
    }

    /// <summary>The least wait that the share of children does not exceed.</summary>
    private int Quantile(int numerator, int denominator)
    {
        var needed = (((long)Children * numerator) + denominator - 1) / denominator;
        foreach (var (wait, children) in _byWait)
        {
            needed -= children;
            if (needed <= 0)
            {
                return wait;
            }
        }

        return 0;
    }
}
