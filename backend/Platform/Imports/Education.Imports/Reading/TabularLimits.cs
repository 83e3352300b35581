namespace Education.Imports.Reading;

/// <summary>What a file may cost. The defaults hold the largest tables departments send (a city's participants of all years) several times over.</summary>
internal sealed record TabularLimits
{
    /// <summary>The last row a spreadsheet can have.</summary>
    public const int LastRow = 1_048_576;

    public static TabularLimits Default { get; } = new();

    /// <summary>Bytes of the uploaded file.</summary>
    public long MaxFileBytes { get; init; } = 50L << 20;

    /// <summary>Rows that hold something; empty ones are skipped and not counted.</summary>
    public int MaxRows { get; init; } = 500_000;

    /// <summary>The last column (1-based) that may hold something.</summary>
    public int MaxColumns { get; init; } = 300;

    /// <summary>Characters of one cell; 32,767 is Excel's own limit.</summary>
    public int MaxCellLength { get; init; } = 32_767;

    /// <summary>Entries of the zip container.</summary>
    public int MaxEntries { get; init; } = 2_000;

    /// <summary>Bytes of all entries once inflated.</summary>
    public long MaxInflatedBytes { get; init; } = 1L << 30;

    /// <summary>Inflated to compressed bytes of one entry larger than <see cref="RatioCheckedFrom"/>; deflate itself reaches 1,032, real sheets stay under 60.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>Smaller entries (bytes inflated) may compress as well as they like.</summary>
    public long RatioCheckedFrom { get; init; } = 1L << 20;

    /// <summary>Characters of the shared strings, the one part of a workbook that has to stay in memory (two bytes each).</summary>
    public int MaxSharedStringChars { get; init; } = 32 << 20;
}
