using System.Globalization;
using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Preschool.Indicators;

/// <summary>
/// One record behind figures, never a person. Facts for Planning are sums over these and a figure opens down to these: what is counted and what
/// is shown cannot differ.
/// </summary>
/// <param name="Code">Indicator.</param>
/// <param name="Label">What the record is: the kindergarten, the pool, the source.</param>
/// <param name="TerritoryCode">КАТО code.</param>
/// <param name="Numerator">What it adds.</param>
internal sealed record FigureRecord(string Code, LocalizedText Label, string TerritoryCode, decimal Numerator)
{
    /// <summary>The institution; null for a record of the territory itself.</summary>
    public Guid? InstitutionId { get; init; }

    public decimal? Denominator { get; init; }

    /// <summary>Every cut the record falls under; facts are given for the whole and for each cut alone.</summary>
    public Dimensions Cuts { get; init; } = Dimensions.None;

    /// <summary>Columns to show: code → value as recorded.</summary>
    public IReadOnlyDictionary<string, string> Cells { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Guid? ImportId { get; init; }

    public int? ImportRow { get; init; }

    public static string Cell(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Aggregates records to the grain of the port.</summary>
    public static IEnumerable<IndicatorFact> Facts(IEnumerable<FigureRecord> records, string period, IReadOnlyDictionary<Guid, SourceFile> files) =>
        from record in records
        from cut in record.Cuts.Pairs.Select(pair => Dimensions.Of((pair.Key, pair.Value))).Prepend(Dimensions.None)
        group record by (record.Code, record.InstitutionId, record.TerritoryCode, cut) into cell
        select new IndicatorFact(
            cell.Key.Code, cell.Key.InstitutionId, cell.Key.TerritoryCode, period, cell.Key.cut, cell.Sum(r => r.Numerator),
            cell.Any(r => r.Denominator is not null) ? cell.Sum(r => r.Denominator ?? 0) : null, PreschoolIndicators.Find(cell.Key.Code).Unit)
        {
            Rows = cell.Count(),
            Sources = [.. cell.Where(r => r.ImportId is not null).Select(r => files.GetValueOrDefault(r.ImportId!.Value)).OfType<SourceFile>().Distinct()],
        };

    public TraceRow Row(IReadOnlyDictionary<Guid, SourceFile> files) => new(
        Label, Cells, Numerator, Denominator, ImportId is { } id ? files.GetValueOrDefault(id) : null, ImportRow);
}

/// <summary>What is asked of the sources of records.</summary>
/// <param name="Year">Calendar year; figures stand as of its 31 December, or today while it runs.</param>
/// <param name="Codes">Indicators wanted.</param>
/// <param name="TerritoryCode">Root of the subtree, or null for all.</param>
/// <param name="WithinRights">Only what the acting user may see.</param>
internal sealed record FigureQuestion(int Year, IReadOnlySet<string> Codes, string? TerritoryCode, bool WithinRights)
{
    public bool Asks(params ReadOnlySpan<string> codes)
    {
        foreach (var code in codes)
        {
            if (Codes.Contains(code))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Gives the records of some indicators; one a topic, asked only for its own codes.</summary>
internal interface IFigureRecords
{
    Task<IReadOnlyList<FigureRecord>> Find(FigureQuestion question, CancellationToken cancellationToken);

    /// <summary>
    /// The same records of one figure where they are plain rows of institutions that the database can count and cut into pages: a figure of the
    /// republic opens without loading all of them. Null where they are not.
    /// </summary>
    Task<FigureRows?> Rows(FigureQuestion question, FigureCut cut, CancellationToken cancellationToken) => Task.FromResult<FigureRows?>(null);
}
