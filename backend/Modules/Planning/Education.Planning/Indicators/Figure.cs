using System.Text.Json.Serialization;
using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Planning.Indicators;

/// <summary>Көрсеткіш мәні / значение показателя: one computed figure of a report, with everything needed to check and open it.</summary>
internal sealed record Figure
{
    /// <summary>Indicator of the figures that a table itself gives: number of rows, of hidden rows, the threshold.</summary>
    public const string TableIndicator = "planning.table-rows";

    public required string Key { get; init; }

    public required string IndicatorCode { get; init; }

    public required IndicatorKind Kind { get; init; }

    public required string Period { get; init; }

    public required string Territory { get; init; }

    public Guid? InstitutionId { get; init; }

    public required Dimensions Dimensions { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    /// <summary>Unrounded; null exactly when <see cref="Missing"/> says why.</summary>
    public decimal? Value { get; init; }

    public required string Unit { get; init; }

    public required int Rounding { get; init; }

    /// <summary>How it was computed, for the reader.</summary>
    public string? Formula { get; init; }

    /// <summary>One of <see cref="MissingReasons"/>.</summary>
    public string? Missing { get; init; }

    public required FigureOrigin Origin { get; init; }

    /// <summary>A figure that a table itself gives.</summary>
    public static Figure OfTable(string key, int value, string period, string territory) => new()
    {
        Key = key,
        IndicatorCode = TableIndicator,
        Kind = IndicatorKind.Count,
        Period = period,
        Territory = territory,
        Dimensions = Dimensions.None,
        Numerator = value,
        Value = value,
        Unit = "row",
        Rounding = 0,
        Origin = FigureOrigin.None,
    };

    /// <summary>The value as published at <paramref name="digits"/> (its own rounding when not given): half-up.</summary>
    public decimal? Published(int? digits = null) =>
        Value is { } value ? SharedKernel.Rounding.HalfUp(value, digits ?? Rounding) : null;

    /// <summary>The same place with nothing to be read out of it: no value, no parts, no digest that a guess could be tried against.</summary>
    public Figure Hide() => this with
    {
        Numerator = null,
        Denominator = null,
        Value = null,
        Missing = MissingReasons.Hidden,
        Origin = Origin with { Digest = null },
    };
}

/// <summary>What stands behind a figure.</summary>
/// <param name="Facts">Number of facts added up.</param>
/// <param name="Rows">Number of records behind those facts.</param>
/// <param name="Sources">Files the records came from, by name and import.</param>
/// <param name="Digest">SHA-256 over the facts in canonical order: equal digests, equal input. For comparing versions, not for readers: a small hidden part could be guessed against it.</param>
internal sealed record FigureOrigin(int Facts, int Rows, IReadOnlyList<SourceFile> Sources, string? Digest)
{
    public static FigureOrigin None { get; } = new(0, 0, [], null);
}

/// <summary>A table of a report: every cell is a figure of the set.</summary>
internal sealed record FigureTable(string Name, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<FigureRow> Rows);

internal sealed record FigureColumn(string Name, LocalizedText Title);

/// <param name="Key">Code of the row: the institution's id or the value of the dimension.</param>
/// <param name="Label">Name of the institution, of the subject.</param>
/// <param name="Rank">Place by the table's order; equal values share a place; null where the value is missing or hidden.</param>
/// <param name="Cells">Keys of the figures, in the order of the columns.</param>
internal sealed record FigureRow(string Key, LocalizedText Label, int? Rank, IReadOnlyList<string> Cells);

/// <summary>A name that the report speaks of: the territory, the department.</summary>
internal sealed record FigureText(string Name, LocalizedText Text);

/// <summary>
/// Көрсеткіштер жинағы / набор значений: the frozen figures of one report. Never changed after it was built; the approved report keeps its
/// canonical bytes (<see cref="FigureSetJson"/>) and their hash.
/// </summary>
internal sealed record FigureSet
{
    private readonly Dictionary<string, Figure> _byKey;
    private readonly Dictionary<string, FigureTable> _tables;
    private readonly Dictionary<string, LocalizedText> _texts;

    [JsonConstructor]
    public FigureSet(
        string report,
        string period,
        string territory,
        IReadOnlyList<Figure> figures,
        IReadOnlyList<FigureTable> tables,
        IReadOnlyList<FigureText> texts)
    {
        Report = report;
        Period = period;
        Territory = territory;
        Figures = [.. figures.OrderBy(figure => figure.Key, StringComparer.Ordinal)];
        Tables = [.. tables.OrderBy(table => table.Name, StringComparer.Ordinal)];
        Texts = [.. texts.OrderBy(text => text.Name, StringComparer.Ordinal)];
        _byKey = Figures.ToDictionary(figure => figure.Key, StringComparer.Ordinal);
        _tables = Tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        _texts = Texts.ToDictionary(text => text.Name, text => text.Text, StringComparer.Ordinal);
    }

    public string Report { get; }

    public string Period { get; }

    public string Territory { get; }

    public IReadOnlyList<Figure> Figures { get; }

    public IReadOnlyList<FigureTable> Tables { get; }

    public IReadOnlyList<FigureText> Texts { get; }

    public Figure? Find(string key) => _byKey.GetValueOrDefault(key);

    public FigureTable? Table(string name) => _tables.GetValueOrDefault(name);

    public LocalizedText? Text(string name) => _texts.GetValueOrDefault(name);
}
