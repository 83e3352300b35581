using Education.Planning.Indicators;
using Education.SharedKernel;

namespace Education.Planning.Reports.Engine;

/// <summary>Figures as text of one language. Rounding happens here and nowhere before.</summary>
internal sealed class FigureFormat(Language language, TextOf texts)
{
    /// <summary>A figure that is missing or hidden, in words: never an empty place, never a zero.</summary>
    public string Missing(Figure figure) =>
        texts(figure.Missing == MissingReasons.Hidden ? "planning.report.hidden" : "planning.report.no-data").In(language);

    public string Number(Figure figure, TagOptions options)
    {
        var digits = Digits(figure, options);
        return Shown(figure, digits, options) is { } value ? Signed(value, options, NumberFormat.Format(value, digits, language)) : Missing(figure);
    }

    public string Percent(Figure figure, TagOptions options)
    {
        var digits = Digits(figure, options);
        return Shown(figure, digits, options) is { } value ? Signed(value, options, NumberFormat.Percent(value, digits, language)) : Missing(figure);
    }

    /// <summary>Money in tenge, thousands (one digit, as budgets are shown), millions or billions, with the unit.</summary>
    public string Money(Figure figure, TagOptions options)
    {
        var (scale, unit, usual) = options.Text("unit") switch
        {
            "thousand" => (1_000m, "planning.unit.thousand-tenge", 1),
            "million" => (1_000_000m, "planning.unit.million-tenge", 1),
            "billion" => (1_000_000_000m, "planning.unit.billion-tenge", 1),
            _ => (1m, "planning.unit.tenge", 2),
        };
        var digits = options.Integer("digits") ?? usual;
        return Shown(figure with { Value = figure.Value / scale }, digits, options) is { } value
            ? Signed(value, options, $"{NumberFormat.Format(value, digits, language)}{NumberFormat.NoBreakSpace}{texts(unit).In(language)}")
            : Missing(figure);
    }

    public string Rank(int? rank) => rank is { } place ? NumberFormat.Format(place, 0, language) : "–";

    /// <summary>The word of direction, by the sign of the figure <b>as printed</b>; null when it is missing.</summary>
    public static string? DirectionWord(Figure figure, TagOptions options) =>
        Shown(figure, Digits(figure, options), TagOptions.None) is not { } value ? null
            : Trends.Of(value) switch { Trend.Up => options.Text("up"), Trend.Down => options.Text("down"), _ => options.Text("same") } ?? string.Empty;

    /// <summary>Russian forms: 1 школа, 2 школы, 5 школ, 11 школ, 21 школа, 1,5 школы.</summary>
    public static string? PluralWord(Figure figure, TagOptions options)
    {
        if (Shown(figure, Digits(figure, options), TagOptions.None) is not { } value)
        {
            return null;
        }

        var (last, lastTwo) = (Math.Abs(value) % 10, Math.Abs(value) % 100);
        var form = value != decimal.Truncate(value) ? "few"
            : last == 1 && lastTwo != 11 ? "one"
            : last is >= 2 and <= 4 && lastTwo is not (>= 12 and <= 14) ? "few"
            : "many";
        return options.Text(form) ?? string.Empty;
    }

    private static int Digits(Figure figure, TagOptions options) => Math.Clamp(options.Integer("digits") ?? figure.Rounding, 0, 6);

    private static decimal? Shown(Figure figure, int digits, TagOptions options) =>
        figure.Published(digits) is { } value ? (options.Flag("abs") ? Math.Abs(value) : value) : null;

    private static string Signed(decimal value, TagOptions options, string text) => options.Flag("sign") && value > 0 ? "+" + text : text;
}
