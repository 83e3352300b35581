using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Planning.Indicators;

/// <summary>Есеп тарауы / глава отчёта: the figures and tables that its templates may use.</summary>
internal sealed record ChapterDefinition(
    string Code,
    LocalizedText Title,
    IReadOnlyList<IndicatorDescriptor> Derived,
    IReadOnlyList<FigureDefinition> Figures,
    IReadOnlyList<TableDefinition> Tables)
{
    /// <summary>
    /// Indicators whose names the templates print with <c>{{text "code"}}</c>: a name like «3–6» holds digits that a template may not write itself.
    /// </summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>
    /// Codes to ask the sources for, by the period they are read in (0 the report's, −1 the one before), formulas followed down. One request
    /// a period and source brings all facts of the chapter.
    /// </summary>
    public IReadOnlyDictionary<int, IReadOnlyCollection<string>> Needs(IndicatorCatalogue catalogue)
    {
        var found = new SortedDictionary<int, IReadOnlyCollection<string>>();
        var open = new Stack<(string Code, int Offset)>(Figures.Select(figure => (figure.Code, figure.PeriodOffset))
            .Concat(Tables.SelectMany(table => table.Columns.Select(column => (column.Code, column.PeriodOffset)))));
        while (open.TryPop(out var need))
        {
            if (!found.TryGetValue(need.Offset, out var codes))
            {
                found.Add(need.Offset, codes = new SortedSet<string>(StringComparer.Ordinal));
            }

            if (((SortedSet<string>)codes).Add(need.Code))
            {
                foreach (var reference in catalogue.FormulaOf(need.Code)?.References ?? [])
                {
                    open.Push((reference.Code, need.Offset + reference.PeriodOffset));
                }
            }
        }

        return found;
    }

    /// <summary>
    /// A set kept by an older version of the product, to be written by a template of this one: figures and tables that the chapter has
    /// gained since have no data. Only for showing; what was kept, and its hash, stays as it is.
    /// </summary>
    public FigureSet Complete(FigureSet kept)
    {
        var tables = Tables.Where(table => kept.Table(table.Name) is null).ToList();
        var figures = Figures.Where(figure => kept.Find(figure.Key) is null).ToList();
        return tables.Count + figures.Count == 0 ? kept : new FigureSet(
            kept.Report,
            kept.Period,
            kept.Territory,
            [.. kept.Figures, .. figures.Select(NoData), .. tables.SelectMany(Empty).Where(figure => kept.Find(figure.Key) is null)],
            [.. kept.Tables, .. tables.Select(table => new FigureTable(table.Name, [.. table.Columns.Select(c => new FigureColumn(c.Name, c.Title))], []))],
            kept.Texts);

        Figure NoData(FigureDefinition of) => Figure.OfTable(of.Key, 0, kept.Period, kept.Territory) with
        {
            IndicatorCode = of.Code,
            Numerator = null,
            Value = null,
            Missing = MissingReasons.NoData,
        };

        IEnumerable<Figure> Empty(TableDefinition table) =>
            new[] { "rows", "hidden", "threshold" }.Select(what => Figure.OfTable($"{table.Name}.{what}", 0, kept.Period, kept.Territory));
    }
}

/// <param name="Key">The name that templates use.</param>
/// <param name="Code">Indicator.</param>
/// <param name="PeriodOffset">0 this period, −1 the one before.</param>
/// <param name="Dimensions">Cuts; none for the whole.</param>
internal sealed record FigureDefinition(string Key, string Code, int PeriodOffset = 0, Dimensions? Dimensions = null);

/// <summary>What the rows of a table are.</summary>
/// <param name="Dimension">The dimension whose values they are.</param>
/// <param name="OfParts">True: territories.</param>
internal sealed record RowsBy(string? Dimension, bool OfParts = false)
{
    /// <summary>
    /// A row per institution. In the report of an oblast or of the republic (<see cref="FigureScope.ByParts"/>) only the best and lowest are
    /// listed; the table of all stays empty.
    /// </summary>
    public static RowsBy Institution { get; } = new((string?)null);

    /// <summary>
    /// A row per territory directly below the report's, and one per institution that lies in none of them. Empty where institutions are listed.
    /// </summary>
    public static RowsBy Part { get; } = new(null, OfParts: true);

    /// <summary>A row per value of a dimension.</summary>
    public static RowsBy Value(string dimension) => new(dimension);
}

/// <param name="Name">The name that templates use.</param>
/// <param name="Rows">What the rows are: those that have a fact of the first column's indicator in this period.</param>
/// <param name="Columns">Figures of a row.</param>
/// <param name="OrderBy">Name of the column that orders and ranks the rows.</param>
/// <param name="Descending">The highest first.</param>
/// <param name="Take">At most so many rows; hidden and missing rows are not among them. Null: all, hidden and missing ones last.</param>
internal sealed record TableDefinition(
    string Name,
    RowsBy Rows,
    IReadOnlyList<ColumnDefinition> Columns,
    string OrderBy,
    bool Descending = true,
    int? Take = null);

internal sealed record ColumnDefinition(string Name, string Code, LocalizedText Title, int PeriodOffset = 0);
