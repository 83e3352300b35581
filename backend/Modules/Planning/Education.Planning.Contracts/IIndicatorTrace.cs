using Education.SharedKernel;

namespace Education.Planning.Contracts;

/// <summary>
/// Lists the records behind a figure, <b>within the rights of the reader who asks now</b>: rows outside his scope are left out by the
/// implementation, in SQL, and are counted only in <see cref="IndicatorTracePage.Hidden"/>. Registered beside <see cref="IIndicatorSource"/>.
/// </summary>
public interface IIndicatorTrace
{
    /// <summary>True when the module owns the indicator.</summary>
    bool Owns(string code);

    /// <summary>One page of the records, in a stable order.</summary>
    Task<IndicatorTracePage> RowsAsync(TraceRequest request, CancellationToken cancellationToken);
}

/// <summary>Which figure is to be opened.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Period">Code of the reporting period.</param>
/// <param name="TerritoryCode">КАТО code whose subtree the figure covers.</param>
/// <param name="Dimensions">Cuts of the figure.</param>
/// <param name="InstitutionId">The institution, for a figure of one institution.</param>
/// <param name="Page">1-based.</param>
/// <param name="PageSize">1…200.</param>
public sealed record TraceRequest(
    string Code,
    string Period,
    string TerritoryCode,
    Dimensions Dimensions,
    Guid? InstitutionId = null,
    int Page = 1,
    int PageSize = 50);

/// <summary>One page of records.</summary>
/// <param name="Rows">Rows the reader may see.</param>
/// <param name="Page">1-based.</param>
/// <param name="PageSize">1…200.</param>
/// <param name="Total">All rows the reader may see.</param>
/// <param name="Hidden">Rows that count in the figure but lie outside the reader's scope.</param>
public sealed record IndicatorTracePage(IReadOnlyList<TraceRow> Rows, int Page, int PageSize, int Total, int Hidden = 0);

/// <summary>One record behind a figure. Never names a person: a row per participant is labelled by its number in the source file.</summary>
/// <param name="Label">What the row is: the school, the subject.</param>
/// <param name="Cells">Columns to show: code of the column → value as recorded.</param>
/// <param name="Numerator">What the row adds to the numerator.</param>
/// <param name="Denominator">What the row adds to the denominator.</param>
/// <param name="Source">The imported file; <see langword="null"/> for a record entered by hand.</param>
/// <param name="RowNumber">1-based number of the row in the sheet of the file.</param>
public sealed record TraceRow(
    LocalizedText Label,
    IReadOnlyDictionary<string, string> Cells,
    decimal? Numerator,
    decimal? Denominator,
    SourceFile? Source = null,
    int? RowNumber = null);
