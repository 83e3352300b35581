using System.Globalization;
using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Planning.Indicators;

/// <summary>Computes the figures and tables of a chapter from facts.</summary>
/// <param name="catalogue">Indicators of the sources and of the chapter.</param>
/// <param name="label">Name of a row by its key: an institution's id (32 hexadecimal digits) or <c>dimension=value</c>.</param>
internal sealed class FigureSetBuilder(IndicatorCatalogue catalogue, Func<string, LocalizedText> label)
{
    /// <param name="chapter">Its figures and tables.</param>
    /// <param name="scope">Where and when.</param>
    /// <param name="facts">Facts of the territory.</param>
    /// <param name="texts">Names that the templates print.</param>
    /// <param name="previous">Approved figures of the period before.</param>
    /// <param name="listed">In a report by parts: the facts, one by one, of the institutions that may be among the best and lowest.</param>
    public FigureSet Build(
        ChapterDefinition chapter, FigureScope scope, IEnumerable<IndicatorFact> facts, IReadOnlyList<FigureText> texts, FigureSet? previous = null,
        IEnumerable<IndicatorFact>? listed = null)
    {
        var calculator = new FigureCalculator(catalogue, scope, facts, previous);
        var lists = listed is null ? calculator : new FigureCalculator(catalogue, scope, listed, previous);
        var figures = new Dictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var definition in chapter.Figures)
        {
            var address = new FigureAddress(definition.Code, definition.PeriodOffset, null, definition.Dimensions ?? Dimensions.None);
            var figure = calculator.Figure(definition.Key, address);
            figures.Add(definition.Key, IsSmall(calculator, scope, address) ? figure.Hide() : figure);
        }

        var tables = new List<FigureTable>();
        foreach (var group in chapter.Tables.GroupBy(table => table.Rows))
        {
            var columns = group.SelectMany(table => table.Columns).Select(column => new Column(column.Code, column.PeriodOffset)).Distinct().ToList();
            var rows = Rows(group.Key == RowsBy.Institution ? lists : calculator, group, columns, scope);
            Hide(rows, columns, scope);
            tables.AddRange(group.Select(table => Table(table, rows, columns, scope, figures)));
        }

        return new FigureSet(chapter.Code, scope.PeriodAt(0), scope.Territory, [.. figures.Values], tables, texts);
    }

    private readonly record struct Column(string Code, int Offset);

    /// <param name="Key">Code of the row.</param>
    /// <param name="Place">Territory it lies in.</param>
    /// <param name="Label">Its name.</param>
    /// <param name="Figures">In the order of the columns of all tables over these rows.</param>
    private sealed record Row(string Key, string Place, LocalizedText Label, Figure[] Figures)
    {
        public bool Hidden { get; set; }
    }

    /// <summary>Rows are computed once for all tables over the same things, so that none shows what another hides.</summary>
    private List<Row> Rows(FigureCalculator calculator, IGrouping<RowsBy, TableDefinition> tables, List<Column> columns, FigureScope scope)
    {
        var first = tables.Select(table => table.Columns[0].Code).Distinct(StringComparer.Ordinal).ToList();
        return [.. Places().Select(at => new Row(at.Key, at.Address.Part ?? calculator.PlaceOf(at.Address.InstitutionId), label(at.Key), [.. columns.Select(column =>
            calculator.Figure(Key(column, at.Key), at.Address with { Code = column.Code, PeriodOffset = column.Offset }))]))];

        IEnumerable<(string Key, FigureAddress Address)> Places()
        {
            if (tables.Key == RowsBy.Institution)
            {
                return Institutions();
            }

            if (tables.Key == RowsBy.Part)
            {
                return scope.ByParts ? Parts().Concat(Institutions().Where(at => calculator.PlaceOf(at.Address.InstitutionId) == scope.Territory)) : [];
            }

            var dimension = tables.Key.Dimension!;
            return first.SelectMany(code => calculator.ValuesOf(code, dimension)).Distinct(StringComparer.Ordinal)
                .Select(value => ($"{dimension}={value}", new FigureAddress("", 0, null, Dimensions.Of((dimension, value)))));
        }

        IEnumerable<(string Key, FigureAddress Address)> Institutions() =>
            first.SelectMany(calculator.Institutions).Distinct().Select(id => (id.ToString("N"), new FigureAddress("", 0, id, Dimensions.None)));

        IEnumerable<(string Key, FigureAddress Address)> Parts() =>
            first.SelectMany(calculator.Parts).Distinct(StringComparer.Ordinal).Select(part => (part, new FigureAddress("", 0, null, Dimensions.None, part)));
    }

    private void Hide(List<Row> rows, List<Column> columns, FigureScope scope)
    {
        var limited = Enumerable.Range(0, columns.Count).Where(i => Threshold(columns[i].Code) is not null).ToList();
        foreach (var i in limited)
        {
            // As in the reports of the territories below: a row that one of them hides must not be shown here.
            var groups = rows.Select(row => (row.Key, row.Place, FigureGroup.Of(row.Figures[i])));
            var hidden = SmallGroupTree.Hide(groups, scope.Above, Threshold(columns[i].Code)!.Value).Rows;
            rows.Where(row => hidden.Contains(row.Key) || IsUnpublished(row.Figures[i], columns[i].Offset, scope)).ToList().ForEach(row => row.Hidden = true);
        }

        foreach (var row in rows.Where(row => row.Hidden))
        {
            limited.ForEach(i => row.Figures[i] = row.Figures[i].Hide());
        }
    }

    private FigureTable Table(TableDefinition table, List<Row> rows, List<Column> columns, FigureScope scope, Dictionary<string, Figure> figures)
    {
        int PlaceOf(ColumnDefinition column) => columns.IndexOf(new(column.Code, column.PeriodOffset));
        var order = PlaceOf(table.Columns.First(column => column.Name == table.OrderBy));
        decimal? Value(Row row) => row.Figures[order].Value;

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
        result = table.Take is { } take ? result.Take(take)
            : scope.ByParts && table.Rows == RowsBy.Institution ? []
            : result.Concat(rest.Select(row => (row, (int?)null)));

        int[] places = [.. table.Columns.Select(PlaceOf)];
        var lines = new List<FigureRow>();
        foreach (var (row, rank) in result)
        {
            Figure[] cells = [.. places.Select(place => row.Figures[place])];
            lines.Add(new FigureRow(row.Key, row.Label, rank, [.. cells.Select(figure => figure.Key)]));
            foreach (var figure in cells)
            {
                figures.TryAdd(figure.Key, figure);
            }
        }

        AddCount($"{table.Name}.rows", lines.Count);
        AddCount($"{table.Name}.hidden", rows.Count(row => row.Hidden));
        AddCount($"{table.Name}.threshold", table.Columns.Max(column => Threshold(column.Code)) ?? 0);
        return new FigureTable(table.Name, [.. table.Columns.Select(column => new FigureColumn(column.Name, column.Title))], lines);

        void AddCount(string key, int value) => figures.Add(key, Figure.OfTable(key, value, scope.PeriodAt(0), scope.Territory));
    }

    /// <summary>A figure computed from one that has a limit has the same limit.</summary>
    private int? Threshold(string code) =>
        new[] { catalogue[code].PublicationThreshold }
            .Concat((catalogue.FormulaOf(code)?.References ?? []).Select(reference => Threshold(reference.Code))).Max();

    /// <summary>Also when only a part of the formula is small: the part could be computed back.</summary>
    private bool IsSmall(FigureCalculator calculator, FigureScope scope, FigureAddress address) =>
        (catalogue[address.Code].PublicationThreshold is { } threshold && calculator.Figure(address.Code, address) is var figure
            && ((FigureGroup.Of(figure) is { } group && group > 0 && group < threshold) || IsUnpublished(figure, address.PeriodOffset, scope)))
        || (catalogue.FormulaOf(address.Code)?.References ?? []).Any(part =>
            IsSmall(calculator, scope, address with { Code = part.Code, PeriodOffset = address.PeriodOffset + part.PeriodOffset }));

    private static bool IsUnpublished(Figure figure, int offset, FigureScope scope) =>
        figure.InstitutionId is null && scope.IsUnpublished(offset, figure.Territory);

    private static string Key(Column column, string row) =>
        column.Offset == 0 ? $"{column.Code}[{row}]" : string.Create(CultureInfo.InvariantCulture, $"{column.Code}@{column.Offset}[{row}]");
}
