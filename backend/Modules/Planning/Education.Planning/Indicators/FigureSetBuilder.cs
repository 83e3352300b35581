using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Planning.Indicators;

/// <summary>Computes the figures and tables of a chapter from facts.</summary>
/// <param name="catalogue">Indicators of the sources and of the chapter.</param>
/// <param name="label">Name of a row by its key: an institution's id (32 hexadecimal digits) or <c>dimension=value</c>.</param>
internal sealed class FigureSetBuilder(IndicatorCatalogue catalogue, Func<string, LocalizedText> label)
{
    /// <summary>Indicator of the figures that a table itself gives: number of rows, of hidden rows, the threshold.</summary>
    public const string TableIndicator = "planning.table-rows";

    public FigureSet Build(
        ChapterDefinition chapter, FigureScope scope, IEnumerable<IndicatorFact> facts, IReadOnlyList<FigureText> texts, FigureSet? previous = null)
    {
        var calculator = new FigureCalculator(catalogue, scope, facts, previous);
        var figures = new Dictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var definition in chapter.Figures)
        {
            var address = new FigureAddress(definition.Code, definition.PeriodOffset, null, definition.Dimensions ?? Dimensions.None);
            var figure = calculator.Figure(definition.Key, address);
            figures.Add(definition.Key, IsSmall(calculator, address) ? figure.Hide() : figure);
        }

        var tables = new List<FigureTable>();
        foreach (var group in chapter.Tables.GroupBy(table => table.Rows))
        {
            var rows = Rows(calculator, group);
            Hide(rows, scope);
            tables.AddRange(group.Select(table => Table(table, rows, scope, figures)));
        }

        return new FigureSet(chapter.Code, scope.PeriodAt(0), scope.Territory, [.. figures.Values], tables, texts);
    }

    private sealed record Row(string Key, string Place, LocalizedText Label, Dictionary<(string Code, int Offset), Figure> Figures)
    {
        public bool Hidden { get; set; }
    }

    /// <summary>Rows are computed once for all tables over the same things, so that none shows what another hides.</summary>
    private List<Row> Rows(FigureCalculator calculator, IGrouping<RowsBy, TableDefinition> tables)
    {
        var columns = tables.SelectMany(table => table.Columns).Select(column => (column.Code, column.PeriodOffset)).Distinct().ToList();
        var first = tables.Select(table => table.Columns[0].Code).Distinct(StringComparer.Ordinal).ToList();
        var addresses = tables.Key.Dimension is { } dimension
            ? first.SelectMany(code => calculator.ValuesOf(code, dimension)).Distinct(StringComparer.Ordinal)
                .Select(value => ($"{dimension}={value}", (Guid?)null, Dimensions.Of((dimension, value))))
            : first.SelectMany(calculator.Institutions).Distinct().Select(id => (id.ToString("N"), (Guid?)id, Dimensions.None));
        return [.. addresses.Select(row => new Row(row.Item1, calculator.PlaceOf(row.Item2), label(row.Item1), columns.ToDictionary(
            column => column,
            column => calculator.Figure(Key(column.Code, column.PeriodOffset, row.Item1), new FigureAddress(column.Code, column.PeriodOffset, row.Item2, row.Item3)))))];
    }

    private void Hide(List<Row> rows, FigureScope scope)
    {
        var columns = rows.SelectMany(row => row.Figures.Keys).Distinct().Where(column => Threshold(column.Code) is not null).ToList();
        foreach (var column in columns)
        {
            // As in the reports of the territories below: a row that one of them hides must not be shown here.
            var groups = rows.Select(row => (row.Key, row.Place, FigureGroup.Of(row.Figures[column])));
            var hidden = SmallGroupTree.Hide(groups, scope.Above, Threshold(column.Code)!.Value).Rows;
            rows.Where(row => hidden.Contains(row.Key)).ToList().ForEach(row => row.Hidden = true);
        }

        foreach (var row in rows.Where(row => row.Hidden))
        {
            columns.ForEach(column => row.Figures[column] = row.Figures[column].Hide());
        }
    }

    private FigureTable Table(TableDefinition table, List<Row> rows, FigureScope scope, Dictionary<string, Figure> figures)
    {
        var order = table.Columns.First(column => column.Name == table.OrderBy);
        decimal? Value(Row row) => row.Figures[(order.Code, order.PeriodOffset)].Value;

        var ranked = rows.Where(row => Value(row) is not null);
        ranked = table.Descending ? ranked.OrderByDescending(Value) : ranked.OrderBy(Value);
        var shown = ((IOrderedEnumerable<Row>)ranked).ThenBy(row => row.Label.Kk, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal).ToList();
        var ranks = new int?[shown.Count];
        for (var i = 0; i < shown.Count; i++)
        {
            ranks[i] = i > 0 && Value(shown[i]) == Value(shown[i - 1]) ? ranks[i - 1] : i + 1;
        }

        var rest = rows.Where(row => Value(row) is null).OrderBy(row => row.Label.Kk, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal);
        var result = shown.Select((row, i) => (Row: row, Rank: ranks[i]));
        result = table.Take is { } take ? result.Take(take) : result.Concat(rest.Select(row => (row, (int?)null)));

        var lines = result.Select(line => new FigureRow(
            line.Row.Key, line.Row.Label, line.Rank, [.. table.Columns.Select(column => Key(column.Code, column.PeriodOffset, line.Row.Key))])).ToList();
        foreach (var figure in result.SelectMany(line => table.Columns.Select(column => line.Row.Figures[(column.Code, column.PeriodOffset)])))
        {
            figures.TryAdd(figure.Key, figure);
        }

        AddCount($"{table.Name}.rows", lines.Count);
        AddCount($"{table.Name}.hidden", rows.Count(row => row.Hidden));
        AddCount($"{table.Name}.threshold", table.Columns.Max(column => Threshold(column.Code)) ?? 0);
        return new FigureTable(table.Name, [.. table.Columns.Select(column => new FigureColumn(column.Name, column.Title))], lines);

        void AddCount(string key, int value) => figures.Add(key, new Figure
        {
            Key = key,
            IndicatorCode = TableIndicator,
            Kind = IndicatorKind.Count,
            Period = scope.PeriodAt(0),
            Territory = scope.Territory,
            Dimensions = Dimensions.None,
            Numerator = value,
            Value = value,
            Unit = "row",
            Rounding = 0,
            Origin = FigureOrigin.None,
        });
    }

    /// <summary>A figure computed from one that has a limit has the same limit.</summary>
    private int? Threshold(string code) =>
        new[] { catalogue[code].PublicationThreshold }
            .Concat((catalogue.FormulaOf(code)?.References ?? []).Select(reference => Threshold(reference.Code))).Max();

    /// <summary>Also when only a part of the formula is small: the part could be computed back.</summary>
    private bool IsSmall(FigureCalculator calculator, FigureAddress address) =>
        (catalogue[address.Code].PublicationThreshold is { } threshold
            && FigureGroup.Of(calculator.Figure(address.Code, address)) is { } group && group > 0 && group < threshold)
        || (catalogue.FormulaOf(address.Code)?.References ?? []).Any(part =>
            IsSmall(calculator, address with { Code = part.Code, PeriodOffset = address.PeriodOffset + part.PeriodOffset }));

    private static string Key(string code, int offset, string row) => offset == 0 ? $"{code}[{row}]" : $"{code}@{offset}[{row}]";
}
