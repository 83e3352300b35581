using System.Globalization;
using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.SharedKernel;
using HandlebarsDotNet;

namespace Education.Planning.Reports.Engine;

/// <summary>The tags of a template. Each writes tokens, never text of data.</summary>
internal sealed class TemplateHelpers(FigureSet set, Language language, TextOf texts)
{
    private readonly FigureFormat _format = new(language, texts);

    public RenderTokens Tokens { get; } = new();

    /// <summary>Keys, tables and texts that the set lacks.</summary>
    public SortedSet<string> Unknown { get; } = new(StringComparer.Ordinal);

    public void Register(IHandlebars handlebars)
    {
        Writes(handlebars, "fig", (figure, options) => _format.Number(figure, options));
        Writes(handlebars, "pct", (figure, options) => _format.Percent(figure, options));
        Writes(handlebars, "money", (figure, options) => _format.Money(figure, options));
        Words(handlebars, "dir", (figure, options) => FigureFormat.DirectionWord(figure, options));
        Words(handlebars, "plural", (figure, options) => FigureFormat.PluralWord(figure, options));
        Block(handlebars, "known", figure => figure.Value is not null);
        Block(handlebars, "changed", figure => figure.Published() is not (null or 0));
        Block(handlebars, "positive", figure => figure.Published() > 0);
        handlebars.RegisterHelper("year", (output, _, arguments) => output.WriteSafeString(Tokens.Add(Year(new TagOptions(arguments)))));
        handlebars.RegisterHelper("text", (output, _, arguments) => output.WriteSafeString(Named(arguments)));
        handlebars.RegisterHelper("rows", (_, arguments) => Rows(Name(arguments)));
        handlebars.RegisterHelper("table", (output, _, arguments) => output.WriteSafeString(TableOf(Name(arguments), new TagOptions(arguments))));
        handlebars.RegisterHelper("label", (output, context, _) => output.WriteSafeString(Tokens.Add(RowOf(context).Label.In(language))));
        handlebars.RegisterHelper("rank", (output, context, _) => output.WriteSafeString(Tokens.Add(_format.Rank(RowOf(context).Rank))));
    }

    private void Writes(IHandlebars handlebars, string name, Func<Figure, TagOptions, string> text) =>
        handlebars.RegisterHelper(name, (output, _, arguments) =>
        {
            if (FigureOf(arguments) is { } figure)
            {
                output.WriteSafeString(Tokens.Add(text(figure, new TagOptions(arguments)), figure));
            }
        });

    private void Words(IHandlebars handlebars, string name, Func<Figure, TagOptions, string?> text) =>
        handlebars.RegisterHelper(name, (output, _, arguments) =>
        {
            if (FigureOf(arguments) is { } figure)
            {
                output.WriteSafeString(Tokens.Add(text(figure, new TagOptions(arguments)) ?? _format.Missing(figure)));
            }
        });

    private void Block(IHandlebars handlebars, string name, Func<Figure, bool> holds) =>
        handlebars.RegisterHelper(name, (output, options, context, arguments) =>
        {
            if (FigureOf(arguments) is { } figure && holds(figure))
            {
                options.Template(output, context);
            }
            else
            {
                options.Inverse(output, context);
            }
        });

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
            return Tokens.Add(text.In(language));
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
            var cells = new Dictionary<string, object>(StringComparer.Ordinal) { [RowKey] = row };
            for (var i = 0; i < table.Columns.Count; i++)
            {
                cells[table.Columns[i].Name] = row.Cells[i];
            }

            return cells;
        })];
    }

    private const string RowKey = "$row";

    private static FigureRow RowOf(Context context) => (FigureRow)((Dictionary<string, object>)context.Value!)[RowKey];

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
        string[] head = ["№", options.Text("label") ?? string.Empty, .. columns.Select(index => table.Columns[index].Title.In(language))];
        return Tokens.Add(new RenderTable(
            [.. head.Select(title => new RenderToken(title, null))],
            [.. table.Rows.Select(row => (RenderToken[])
            [
                new RenderToken(_format.Rank(row.Rank), null),
                new RenderToken(row.Label.In(language), null),
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
