namespace Education.Preschool.Queue.Engine;

/// <summary>The journals of a territory's lines, for a board that is asked why applications moved. Rules are told apart by small numbers.</summary>
internal sealed class TerritoryJournal
{
    private readonly Dictionary<PoolBoard, LineJournal> _lines = [];
    private readonly Dictionary<string, short> _numbers = new(StringComparer.Ordinal);
    private int[] _ratios = [];

    /// <summary>Versions of rules that events named and of which no mixing is known yet.</summary>
    public IReadOnlyList<string> Unknown => _numbers.Count == _ratios.Length ? [] : [.. _numbers.Where(n => n.Value >= _ratios.Length).Select(n => n.Key)];

    public Ticket Apply(PoolBoard board, QueueEvent entry)
    {
        if (!_lines.TryGetValue(board, out var line))
        {
            _lines.Add(board, line = new(board));
        }

        if (!_numbers.TryGetValue(entry.Rules, out var rules))
        {
            _numbers.Add(entry.Rules, rules = (short)_numbers.Count);
        }

        return line.Apply(entry, rules);
    }

    /// <summary>Learns the mixing of every version; of one that nobody keeps there was none.</summary>
    public void Learn(IReadOnlyDictionary<string, QueueRules> versions) => _ratios =
    [
        .. _numbers.OrderBy(n => n.Value).Select(n => versions.TryGetValue(n.Key, out var rules) ? rules.GeneralPerPriority : 0),
    ];

    /// <summary>Why an application that waits moved.</summary>
    public MoveAccount Account(PoolBoard board, Ticket ticket, KnownSince since, int ratio) =>
        MoveAccount.Of(board, _lines[board].Steps, ticket, since, _ratios, ratio);
}
