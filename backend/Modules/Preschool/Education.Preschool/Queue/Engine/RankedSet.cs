namespace Education.Preschool.Queue.Engine;

/// <summary>Keys in order that know how many stand before one: chunks of at most 512, so adding, removing and counting touch a few hundred entries.</summary>
internal sealed class RankedSet
{
    private const int Full = 512;
    private readonly List<List<QueueKey>> _chunks = [];

    public int Count { get; private set; }

    /// <summary>False when it is there already.</summary>
    public bool Add(QueueKey key)
    {
        if (_chunks.Count == 0)
        {
            _chunks.Add([key]);
            Count++;
            return true;
        }

        var place = ChunkOf(key);
        var chunk = _chunks[place];
        var index = chunk.BinarySearch(key);
        if (index >= 0)
        {
            return false;
        }

        chunk.Insert(~index, key);
        Count++;
        if (chunk.Count > Full)
        {
            _chunks.Insert(place + 1, chunk.GetRange(Full / 2, chunk.Count - (Full / 2)));
            chunk.RemoveRange(Full / 2, chunk.Count - (Full / 2));
        }

        return true;
    }

    /// <summary>False when it was not there.</summary>
    public bool Remove(QueueKey key)
    {
        if (_chunks.Count == 0)
        {
            return false;
        }

        var place = ChunkOf(key);
        var index = _chunks[place].BinarySearch(key);
        if (index < 0)
        {
            return false;
        }

        _chunks[place].RemoveAt(index);
        Count--;
        if (_chunks[place].Count == 0)
        {
            _chunks.RemoveAt(place);
        }

        return true;
    }

    public bool Contains(QueueKey key) => _chunks.Count > 0 && _chunks[ChunkOf(key)].BinarySearch(key) >= 0;

    /// <summary>How many keys are smaller, whether the key itself is there or not.</summary>
    public int CountBefore(QueueKey key)
    {
        if (_chunks.Count == 0)
        {
            return 0;
        }

        var place = ChunkOf(key);
        var before = 0;
        for (var i = 0; i < place; i++)
        {
            before += _chunks[i].Count;
        }

        var index = _chunks[place].BinarySearch(key);
        return before + (index < 0 ? ~index : index);
    }

    /// <summary>The keys from <paramref name="from"/> on (inclusive), in order.</summary>
    public IEnumerable<QueueKey> From(QueueKey from)
    {
        var first = true;
        for (var place = _chunks.Count == 0 ? 0 : ChunkOf(from); place < _chunks.Count; place++)
        {
            var chunk = _chunks[place];
            var index = first ? chunk.BinarySearch(from) : 0;
            first = false;
            for (var i = index < 0 ? ~index : index; i < chunk.Count; i++)
            {
                yield return chunk[i];
            }
        }
    }

    private int ChunkOf(QueueKey key)
    {
        var (low, high) = (0, _chunks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_chunks[middle][0].CompareTo(key) <= 0)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
