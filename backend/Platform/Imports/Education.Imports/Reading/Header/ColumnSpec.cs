namespace Education.Imports.Reading.Header;

/// <summary>
/// A column an import knows. Aliases are captions as people write them; <c>{year}</c> and <c>{year-1}</c> in an alias stand for the year
/// of the import and the one before. A caption that names other years than the aliases do is never taken.
/// </summary>
internal sealed record ColumnSpec(
    string Key, IReadOnlyList<string> AliasesKk, IReadOnlyList<string> AliasesRu, IReadOnlyList<string> AliasesEn, bool Required);

/// <summary>What the user said before the file was read.</summary>
internal sealed record HeaderOptions
{
    /// <summary>The year that <c>{year}</c> stands for; without it, aliases that need a year are left out.</summary>
    public int? Year { get; init; }

    /// <summary>The header is looked for in so many filled rows from the top.</summary>
    public int MaxRows { get; init; } = 30;

    /// <summary>Rows a header may take.</summary>
    public int MaxHeight { get; init; } = 3;
}

/// <summary>
/// What was found for one key. <see cref="Column"/> (0-based) is null when nothing fits well enough, or when several fit equally:
/// then <see cref="IsAmbiguous"/>, and a person chooses among <see cref="Candidates"/>.
/// </summary>
/// <param name="Confidence">0 to 1; 1 is an alias word for word.</param>
internal sealed record ColumnMatch(string Key, int? Column, double Confidence, bool IsAmbiguous, IReadOnlyList<int> Candidates);

/// <summary>The header of a table. Rows are numbered as the user sees them; the data are the rows after <see cref="LastRow"/>.</summary>
/// <param name="Captions">By column: the texts of the header rows from top to bottom, the caption of a group repeated over its columns.</param>
/// <param name="Columns">One for each key asked for, in its order.</param>
internal sealed record HeaderMatch(int FirstRow, int LastRow, IReadOnlyList<string> Captions, IReadOnlyList<ColumnMatch> Columns)
{
    public ColumnMatch this[string key] => Columns.Single(one => one.Key == key);
}
