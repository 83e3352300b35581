using System.Globalization;
using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.SharedKernel;
using HandlebarsDotNet;

namespace Education.Planning.Reports.Engine;

/// <summary>The tags of a template. Each writes tokens, never text of data.</summary>
internal sealed class TemplateHelpers(FigureSet set, Language language, TextOf texts)
{
    private readonly Language _language = language;
    private readonly FigureFormat _format = new(language, texts);

    public RenderTokens Tokens { get; } = new();

    /// <summary>Keys, tables and texts that the set lacks.</summary>
    public SortedSet<string> Unknown { get; } = new(StringComparer.Ordinal);

    /// <summary>What a template is run over: the tags find their report in it, so that a template is compiled once for all reports.</summary>
    public Dictionary<string, object> Context() => new(StringComparer.Ordinal) { [ReportKey] = this };

    public static void Register(IHandlebars handlebars)
    {
        Writes(handlebars, "fig", (report, figure, options) => report._format.Number(figure, options));
        Writes(handlebars, "pct", (report, figure, options) => report._format.Percent(figure, options));
        Writes(handlebars, "money", (report, figure, options) => report._format.Money(figure, options));
        Words(handlebars, "dir", (figure, options) => FigureFormat.DirectionWord(figure, options));
        Words(handlebars, "plural", (figure, options) => FigureFormat.PluralWord(figure, options));
        Block(handlebars, "known", figure => figure.Value is not null);
        Block(handlebars, "changed", figure => figure.Published() is not (null or 0));
        Block(handlebars, "positive", figure => figure.Published() > 0);
        Inline(handlebars, "year", (report, _, arguments) => report.Tokens.Add(report.Year(new TagOptions(arguments))));
        Inline(handlebars, "text", (report, _, arguments) => report.Named(arguments));
        Inline(handlebars, "table", (report, _, arguments) => report.TableOf(Name(arguments), new TagOptions(arguments)));
        Inline(handlebars, "label", (report, row, _) => report.Tokens.Add(RowOf(row).Label.In(report._language)));
        Inline(handlebars, "rank", (report, row, _) => report.Tokens.Add(report._format.Rank(RowOf(row).Rank)));
        handlebars.RegisterHelper("rows", (context, arguments) => ReportOf(Values(context)).Rows(Name(arguments)));
    }

    private static void Inline(IHandlebars handlebars, string name, Func<TemplateHelpers, Dictionary<string, object>, Arguments, string> text) =>
        handlebars.RegisterHelper(name, (output, context, arguments) =>
        {
            var values = Values(context);
            output.WriteSafeString(text(ReportOf(values), values, arguments));
        });

    private static void Writes(IHandlebars handlebars, string name, Func<TemplateHelpers, Figure, TagOptions, string> text) =>
        Inline(handlebars, name, (report, _, arguments) =>
            report.FigureOf(arguments) is { } figure ? report.Tokens.Add(text(report, figure, new TagOptions(arguments)), figure) : string.Empty);

    private static void Words(IHandlebars handlebars, string name, Func<Figure, TagOptions, string?> text) =>
        Inline(handlebars, name, (report, _, arguments) =>
            report.FigureOf(arguments) is { } figure ? report.Tokens.Add(text(figure, new TagOptions(arguments)) ?? report._format.Missing(figure)) : string.Empty);

    private static void Block(IHandlebars handlebars, string name, Func<Figure, bool> holds) =>
        handlebars.RegisterHelper(name, (output, options, context, arguments) =>
        {
            if (ReportOf(Values(context)).FigureOf(arguments) is { } figure && holds(figure))
            {
                options.Template(output, context);
            }
            else
            {
                options.Inverse(output, context);
            }
        });

    private const string ReportKey = "$report";
    private const string RowKey = "$row";

    private static Dictionary<string, object> Values(Context context) => (Dictionary<string, object>)context.Value!;

    private static TemplateHelpers ReportOf(Dictionary<string, object> values) => (TemplateHelpers)values[ReportKey];

    private static FigureRow RowOf(Dictionary<string, object> values) => (FigureRow)values[RowKey];

    private Figure? FigureOf(Arguments arguments)
    {
        var key = Name(arguments);
        if (set.Find(key) is { } figure)
        {
            return figure;
        }

        Unknown.Add(key);
        return null;
    }

    /// <summary>A key as written, or the key of a row's cell by the name of its column.</summary>
    private static string Name(Arguments arguments) => arguments.Length == 0 ? "?" : arguments[0] switch
    {
        string key => key,
        UndefinedBindingResult undefined => undefined.Value,
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "?",
    };

    private string Year(TagOptions options) => ReportingPeriod.TryParse(set.Period, out var period)
        ? (period.CalendarYear + (options.Integer("offset") ?? 0)).ToString(CultureInfo.InvariantCulture)
        : set.Period;

    private string Named(Arguments arguments)
    {
        if (set.Text(Name(arguments)) is { } text)
        {
            return Tokens.Add(text.In(_language));
        }

        Unknown.Add(Name(arguments));
        return string.Empty;
    }

    private List<Dictionary<string, object>> Rows(string name)
    {
        if (set.Table(name) is not { } table)
        {
            Unknown.Add(name);
            return [];
        }

        return [.. table.Rows.Select(row =>
        {
            var cells = new Dictionary<string, object>(StringComparer.Ordinal) { [ReportKey] = this, [RowKey] = row };
            for (var i = 0; i < table.Columns.Count; i++)
            {
                cells[table.Columns[i].Name] = row.Cells[i];
            }

            return cells;
        })];
    }

    private string TableOf(string name, TagOptions options)
    {
        if (set.Table(name) is not { } table)
        {
            Unknown.Add(name);
            return string.Empty;
        }

        var names = options.Text("columns")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [.. table.Columns.Select(column => column.Name)];
        foreach (var unknown in names.Where(wanted => table.Columns.All(column => column.Name != wanted)))
        {
            Unknown.Add($"{name}.{unknown}");
        }

        var columns = names.Select(wanted => table.Columns.ToList().FindIndex(column => column.Name == wanted)).Where(index => index >= 0).ToList();
        string[] head = ["№", options.Text("label") ?? string.Empty, .. columns.Select(index => table.Columns[index].Title.In(_language))];
        return Tokens.Add(new RenderTable(
            [.. head.Select(title => new RenderToken(title, null))],
            [.. table.Rows.Select(row => (RenderToken[])
            [
                new RenderToken(_format.Rank(row.Rank), null),
                new RenderToken(row.Label.In(_language), null),
                .. columns.Select(index => Cell(row.Cells[index])),
            ])],
            NameColumn: 1));
    }

    private RenderToken Cell(string key)
    {
        var figure = set.Find(key)!;
        var text = figure.Kind == IndicatorKind.Share ? _format.Percent(figure, TagOptions.None) : _format.Number(figure, TagOptions.None);
        return new RenderToken(text, figure);
    }
}
