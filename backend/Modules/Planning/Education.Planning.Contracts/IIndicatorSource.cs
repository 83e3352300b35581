using Education.SharedKernel;

namespace Education.Planning.Contracts;

/// <summary>
/// The port through which a module tells Planning its figures. One implementation a module, registered in its services; Planning asks
/// all of them and knows none.
/// </summary>
public interface IIndicatorSource
{
    /// <summary>What the module can tell, in a stable order. Codes are unique over all modules.</summary>
    IReadOnlyList<IndicatorDescriptor> Indicators { get; }

    /// <summary>
    /// Facts at the grain institution × period × dimension (or territory × period × dimension where there is no institution), already
    /// aggregated: never a row about a person. Planning calls it for the whole installation; rights apply to <see cref="IIndicatorTrace"/>.
    /// Streams in any order; no two facts with the same code, institution, territory, period and dimensions.
    /// </summary>
    IAsyncEnumerable<IndicatorFact> FactsAsync(IndicatorRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Names of the values of a dimension, for the rows of tables: <c>subject</c> → <c>history</c> → «Қазақстан тарихы». Empty for a dimension
    /// that is not the module's.
    /// </summary>
    Task<IReadOnlyDictionary<string, LocalizedText>> LabelsAsync(string dimension, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, LocalizedText>>(new Dictionary<string, LocalizedText>(StringComparer.Ordinal));

    /// <summary>
    /// The institutions with the highest and the lowest values that may be published, for the lists «best» and «lowest» of a territory too large to be told
    /// institution by institution. <see langword="null"/>: the source does not rank, and Planning asks it for all.
    /// </summary>
    Task<IReadOnlyCollection<Guid>?> ExtremesAsync(ExtremesRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>?>(null);

    /// <summary>
    /// КАТО codes of the territories whose own values may not be published in a period: beside those of the territories above and below they would tell of
    /// a group too small. Concerns indicators with a <see cref="IndicatorDescriptor.PublicationThreshold"/>.
    /// </summary>
    Task<IReadOnlySet<string>> UnpublishedAsync(string period, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(new HashSet<string>(StringComparer.Ordinal));
}

/// <summary>Which facts are asked.</summary>
/// <param name="Period">Code of the reporting period.</param>
/// <param name="Codes">Codes of the indicators; codes of other modules are passed over in silence.</param>
/// <param name="TerritoryCode">КАТО code whose subtree is asked; <see langword="null"/> for the whole installation.</param>
public sealed record IndicatorRequest(string Period, IReadOnlyCollection<string> Codes, string? TerritoryCode = null)
{
    /// <summary>
    /// True: facts of the institutions below may come summed up over each territory directly below the asked one (<see cref="IndicatorFact.Summed"/>);
    /// those of the asked territory's own institutions come one by one. A source may tell finer than it is asked.
    /// </summary>
    public bool ByParts { get; init; }

    /// <summary>Only facts of these institutions, one by one; <see langword="null"/>: of all, and those of territories too.</summary>
    public IReadOnlyCollection<Guid>? Institutions { get; init; }
}

/// <summary>Which institutions are asked for.</summary>
/// <param name="Period">Code of the reporting period.</param>
/// <param name="Code">Code of the indicator that ranks them.</param>
/// <param name="TerritoryCode">КАТО code whose subtree is asked.</param>
/// <param name="Highest">How many of the highest, 0 or more.</param>
/// <param name="Lowest">How many of the lowest, 0 or more.</param>
public sealed record ExtremesRequest(string Period, string Code, string TerritoryCode, int Highest, int Lowest);

/// <summary>One aggregated figure of one institution, or of a territory where no institution stands behind it.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="InstitutionId">The institution of the Registry; <see langword="null"/> for a figure of the territory itself.</param>
/// <param name="TerritoryCode">КАТО code of the institution's territory, or of the territory itself.</param>
/// <param name="Period">Code of the reporting period.</param>
/// <param name="Dimensions">Further cuts; <see cref="Dimensions.None"/> for the whole. A whole is never computed by adding up its cuts.</param>
/// <param name="Numerator">Unrounded. For a mean the sum: Σ score·participants.</param>
/// <param name="Denominator">Unrounded; <see langword="null"/> for counts, money and published scores.</param>
/// <param name="Unit">Code of the unit, as in the descriptor.</param>
public sealed record IndicatorFact(
    string Code,
    Guid? InstitutionId,
    string TerritoryCode,
    string Period,
    Dimensions Dimensions,
    decimal Numerator,
    decimal? Denominator,
    string Unit)
{
    /// <summary>True: the sum over all institutions of <see cref="TerritoryCode"/>'s subtree, so that it wins over what was published of it.</summary>
    public bool Summed { get; init; }

    /// <summary>How many records stand behind the fact.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>The imported files the records came from; empty for records entered by hand.</summary>
    public IReadOnlyList<SourceFile> Sources { get; init; } = [];
}

/// <summary>An imported file.</summary>
/// <param name="Name">Name as uploaded, for example <c>unt-2017.xlsx</c>.</param>
/// <param name="ImportId">The import of the Imports module.</param>
public sealed record SourceFile(string Name, Guid ImportId);
