using Education.BuildingBlocks;
using Education.BuildingBlocks.Security;
using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.Planning.Reports.Engine;
using Education.SharedKernel;

namespace Education.Planning.Reports;

/// <summary>Opens figures: their words, their operands and the records behind them.</summary>
internal sealed class FigureTraces(IndicatorBook book, IEnumerable<IIndicatorTrace> traces, Texts texts, CurrentUser user)
{
    /// <summary>
    /// The records behind a figure, within the reader's rights. None for a figure computed from others (its operands have them), for a missing
    /// one, and for a hidden one: the rows would tell what the report keeps to itself.
    /// </summary>
    public async Task<FigureRows?> Rows(Figure figure, int page, int pageSize, CancellationToken cancellationToken)
    {
        var trace = traces.FirstOrDefault(trace => trace.Owns(figure.IndicatorCode));
        if (trace is null || figure.Missing == MissingReasons.Hidden || figure.Origin.Facts == 0)
        {
            return null;
        }

        var request = new TraceRequest(
            figure.IndicatorCode, figure.Period, figure.Territory, figure.Dimensions, figure.InstitutionId, page, pageSize);
        var found = await trace.RowsAsync(request, cancellationToken);
        var columns = found.Rows.SelectMany(row => row.Cells.Keys).Distinct(StringComparer.Ordinal).Select(key => new TraceColumn(key, Title(key)));
        return new FigureRows([.. columns], found.Rows, found.Page, found.PageSize, found.Total, found.Hidden);
    }

    public ReportFigureResult Describe(FigureSet set, Figure figure, FigureRows? rows, bool? changed)
    {
        var descriptor = book.Catalogue.Contains(figure.IndicatorCode) ? book.Catalogue[figure.IndicatorCode] : null;
        return new ReportFigureResult(
            figure.Key, figure.IndicatorCode, NameOf(figure.IndicatorCode), figure.Kind, figure.Unit, texts.Get("planning.unit." + figure.Unit, user.Language),
            figure.Period, PeriodName(figure.Period), Subject(set, figure), Formula(figure, descriptor), figure.Numerator, figure.Denominator, figure.Value,
            Shown(figure), figure.Rounding, figure.Missing, descriptor?.LegalSource, figure.Origin.Facts, figure.Origin.Rows, figure.Origin.Sources,
            figure.Missing == MissingReasons.Hidden || rows is not null ? [] : Operands(set, figure), rows, changed);
    }

    private LocalizedText? Formula(Figure figure, IndicatorDescriptor? descriptor) =>
        descriptor is not null ? FormulaWords.Of(book.Catalogue, descriptor, texts)
        : figure.Formula is { } formula ? new LocalizedText(formula, formula, formula)
        : null;

    private List<FigureOperand> Operands(FigureSet set, Figure figure)
    {
        var operands = new List<FigureOperand>();
        foreach (var (code, offset) in book.Catalogue.FormulaOf(figure.IndicatorCode)?.References ?? [])
        {
            var period = ReportingPeriod.TryParse(figure.Period, out var own) && offset == -1 ? own.PreviousYear.Code : figure.Period;
            var operand = set.Figures.FirstOrDefault(other => other.IndicatorCode == code && other.Period == period
                && other.Territory == figure.Territory && other.InstitutionId == figure.InstitutionId && other.Dimensions.Equals(figure.Dimensions));
            operands.Add(new FigureOperand(
                operand?.Key, code, NameOf(code), PeriodName(period), operand?.Value, operand is null ? "–" : Shown(operand)));
        }

        return operands;
    }

    private LocalizedText NameOf(string code) => book.Catalogue.Contains(code) ? book.Catalogue[code].Names
        : code == Figure.TableIndicator ? texts.All("planning.table-rows")
        : new LocalizedText(code, code, code);

    private static LocalizedText PeriodName(string period) =>
        ReportingPeriod.TryParse(period, out var known) ? known.Name : new LocalizedText(period, period, period);

    /// <summary>What the figure is of: the institution or the value of a dimension by its row, else the territory.</summary>
    private static LocalizedText Subject(FigureSet set, Figure figure)
    {
        var row = set.Tables.SelectMany(table => table.Rows).FirstOrDefault(row => row.Cells.Contains(figure.Key));
        return row?.Label ?? set.Text("territory") ?? new LocalizedText(set.Territory, set.Territory, set.Territory);
    }

    private string Shown(Figure figure)
    {
        var format = new FigureFormat(user.Language, texts.All);
        return figure.Kind == IndicatorKind.Share ? format.Percent(figure, TagOptions.None) : format.Number(figure, TagOptions.None);
    }

    private string Title(string key)
    {
        var code = "planning.trace-column." + key;
        return texts.Has(code, user.Language) ? texts.Get(code, user.Language) : key;
    }
}
