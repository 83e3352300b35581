namespace Education.Imports.Reading.Xlsx;

/// <summary>
/// The shared strings of a workbook: the only part that random access forces into memory. Kept as characters in blocks, without an object
/// for each string, and limited; the few hundred strings in use at a time are remembered as strings.
/// </summary>
internal sealed class SharedStrings
{
    private const int BlockSize = 1 << 17;
    private const int TooLong = -1;

    // A string costs its characters and its place: empty strings must not be free.
    private const int PlaceCost = 4;

    private readonly List<char[]> blocks = [];
    private readonly List<(int Block, int Start, int Length)> places = [];
    private readonly (int Index, string Text)[] recent = new (int, string)[1024];
    private int used = BlockSize;

    public static SharedStrings Load(PartReader part, TabularLimits limits)
    {
        var strings = new SharedStrings();
        var text = new TextBuffer(limits.MaxCellLength);
        long cost = 0;
        while (part.MoveTo("si"))
        {
            text.Clear();
            if (!part.IsEmptyElement)
            {
                RichText.Read(part, text);
            }

            cost += text.Span.Length + PlaceCost;
            if (cost > limits.MaxSharedStringChars)
            {
                throw new FileRejected(FileRejected.ZipBomb);
            }

            strings.Add(text);
        }

        return strings;
    }

    /// <summary>The text, or null when it is longer than a cell may be.</summary>
    public string? this[int index]
    {
        get
        {
            if (index < 0 || index >= places.Count)
            {
                throw new FileRejected(FileRejected.Damaged);
            }

            var (block, start, length) = places[index];
            if (length <= 0)
            {
                return length == TooLong ? null : "";
            }

            ref var slot = ref recent[index % recent.Length];
            if (slot.Text is null || slot.Index != index)
            {
                slot = (index, new string(blocks[block], start, length));
            }

            return slot.Text;
        }
    }

    private void Add(TextBuffer text)
    {
        if (text.IsTooLong)
        {
            places.Add((0, 0, TooLong));
            return;
        }

        var span = text.Span;
        if (used + span.Length > BlockSize)
        {
            blocks.Add(new char[Math.Max(BlockSize, span.Length)]);
            used = 0;
        }

        span.CopyTo(blocks[^1].AsSpan(used));
        places.Add((blocks.Count - 1, used, span.Length));
        used += span.Length;
    }
}

/// <summary>Text of a shared or inline string: plain, or in runs; the phonetic hints of East Asian files are not part of it.</summary>
internal static class RichText
{
    /// <summary>The reader stands on the start of <c>si</c> or <c>is</c> and is left on its end.</summary>
    public static void Read(PartReader part, TextBuffer text)
    {
        var depth = part.Depth;
        var inText = false;
        var phonetic = int.MaxValue;
        while (part.ReadWithin(depth))
        {
            if (part.Depth <= phonetic)
            {
                phonetic = int.MaxValue;
            }

            if (part.IsStart)
            {
                inText = part.Name == "t";
                if (part.Name == "rPh" && !part.IsEmptyElement)
                {
                    phonetic = part.Depth;
                }
            }
            else if (part.IsText && inText && phonetic == int.MaxValue)
            {
                part.AppendText(text);
            }
            else if (!part.IsText)
            {
                inText = false;
            }
        }

        text.Unescape();
    }
}
