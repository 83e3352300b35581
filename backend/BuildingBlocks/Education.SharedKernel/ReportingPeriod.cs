using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Education.SharedKernel;

/// <summary>Kinds of <see cref="ReportingPeriod"/>.</summary>
public enum ReportingPeriodKind
{
    /// <summary>Жыл / год, code <c>2017</c>.</summary>
    Year,

    /// <summary>Жартыжылдық / полугодие, 1…2, code <c>2017-H1</c>.</summary>
    HalfYear,

    /// <summary>Тоқсан / квартал, 1…4, code <c>2017-Q3</c>.</summary>
    Quarter,

    /// <summary>Ай / месяц, 1…12, code <c>2017-09</c>.</summary>
    Month,

    /// <summary>From 1 January to the end of month 1…12 («2016 жылдың 10 айы»), code <c>2016-M10C</c>.</summary>
    MonthsFromStart,

    /// <summary>Оқу жылы / учебный год, code <c>2017AY</c> by the year it starts in.</summary>
    AcademicYear,
}

/// <summary>
/// The time a figure is about. Equal when kind, year and number are equal: the half-year <c>2016-H1</c> and the six months <c>2016-M06C</c>
/// hold the same days and are two periods, because they belong to two series of figures. Ordered by the first day, then by the last one,
/// then by kind. The default value is the year 0 and no period: its dates throw.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct ReportingPeriod : IComparable<ReportingPeriod>
{
    private ReportingPeriod(ReportingPeriodKind kind, int year, int number, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, SharedKernel.AcademicYear.MinStartYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, SharedKernel.AcademicYear.MaxStartYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, count);
        (Kind, CalendarYear, Number) = (kind, year, number);
    }

    /// <summary>Kind of the period.</summary>
    public ReportingPeriodKind Kind { get; }

    /// <summary>Calendar year, 1900…2199; of an academic year the one it starts in.</summary>
    public int CalendarYear { get; }

    /// <summary>Number of the half-year, quarter or month, or how many months from January; 1 for a calendar and an academic year.</summary>
    public int Number { get; }

    /// <summary>First day.</summary>
    public DateOnly Start => Kind switch
    {
        ReportingPeriodKind.AcademicYear => new AcademicYear(CalendarYear).Start,
        ReportingPeriodKind.MonthsFromStart => new DateOnly(CalendarYear, 1, 1),
        _ => new DateOnly(CalendarYear, ((Number - 1) * Months) + 1, 1),
    };

    /// <summary>Last day.</summary>
    public DateOnly End => Start.AddMonths(Months).AddDays(-1);

    /// <summary>How many months it lasts, 1…12.</summary>
    public int Months => Kind switch
    {
        ReportingPeriodKind.HalfYear => 6,
        ReportingPeriodKind.Quarter => 3,
        ReportingPeriodKind.Month => 1,
        ReportingPeriodKind.MonthsFromStart => Number,
        _ => 12,
    };

    /// <summary>
    /// Stable code, at most 9 ASCII characters: <c>2017</c>, <c>2017-H1</c>, <c>2017-Q3</c>, <c>2017-09</c>, <c>2016-M10C</c>, <c>2017AY</c>.
    /// </summary>
    public string Code => Kind switch
    {
        ReportingPeriodKind.HalfYear => Invariant($"{CalendarYear}-H{Number}"),
        ReportingPeriodKind.Quarter => Invariant($"{CalendarYear}-Q{Number}"),
        ReportingPeriodKind.Month => Invariant($"{CalendarYear}-{Number:00}"),
        ReportingPeriodKind.MonthsFromStart => Invariant($"{CalendarYear}-M{Number:00}C"),
        ReportingPeriodKind.AcademicYear => Invariant($"{CalendarYear}AY"),
        _ => Invariant($"{CalendarYear}"),
    };

    /// <summary>For a heading, in the nominative: <c>2017 жылғы 3-тоқсан</c>, <c>3-й квартал 2017 года</c>, <c>Q3 2017</c>.</summary>
    public LocalizedText Name => ReportingPeriodNames.Of(this);

    /// <summary>The same period of the year before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would lie before 1900.</exception>
    public ReportingPeriod PreviousYear => With(CalendarYear - 1);

    /// <summary>A calendar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1900…2199, here and in the other makers.</exception>
    public static ReportingPeriod Year(int year) => new(ReportingPeriodKind.Year, year, 1, 1);

    /// <summary>Half-year 1…2.</summary>
    public static ReportingPeriod HalfYear(int year, int half) => new(ReportingPeriodKind.HalfYear, year, half, 2);

    /// <summary>Quarter 1…4.</summary>
    public static ReportingPeriod Quarter(int year, int quarter) => new(ReportingPeriodKind.Quarter, year, quarter, 4);

    /// <summary>Month 1…12.</summary>
    public static ReportingPeriod Month(int year, int month) => new(ReportingPeriodKind.Month, year, month, 12);

    /// <summary>January to month 1…12, cumulative.</summary>
    public static ReportingPeriod MonthsFromStart(int year, int months) => new(ReportingPeriodKind.MonthsFromStart, year, months, 12);

    /// <summary>An academic year.</summary>
    public static ReportingPeriod AcademicYear(AcademicYear year) => new(ReportingPeriodKind.AcademicYear, year.StartYear, 1, 1);

    /// <summary>Reads a <see cref="Code"/>; white space around it is allowed, other spellings are not.</summary>
    public static bool TryParse(string? code, out ReportingPeriod period)
    {
        period = default;
        Match match = Pattern().Match(code ?? "");
        if (!match.Success || Int(match, "year") is < SharedKernel.AcademicYear.MinStartYear or > SharedKernel.AcademicYear.MaxStartYear)
        {
            return false;
        }

        int year = Int(match, "year");
        period = match switch
        {
            _ when match.Groups["half"].Success => HalfYear(year, Int(match, "half")),
            _ when match.Groups["quarter"].Success => Quarter(year, Int(match, "quarter")),
            _ when match.Groups["month"].Success => Month(year, Int(match, "month")),
            _ when match.Groups["months"].Success => MonthsFromStart(year, Int(match, "months")),
            _ when match.Groups["academic"].Success => AcademicYear(new AcademicYear(year)),
            _ => Year(year),
        };
        return true;
    }

    /// <summary>Reads what <see cref="TryParse"/> reads.</summary>
    /// <exception cref="FormatException">Not a code of a period.</exception>
    public static ReportingPeriod Parse(string? code) =>
        TryParse(code, out ReportingPeriod period) ? period : throw new FormatException("period.format");

    /// <summary>Whether the day lies in the period, its first and last day included.</summary>
    public bool Contains(DateOnly date) => date >= Start && date <= End;

    /// <summary>By first day, last day, kind; the default value comes first.</summary>
    public int CompareTo(ReportingPeriod other) => CalendarYear == 0 || other.CalendarYear == 0
        ? CalendarYear.CompareTo(other.CalendarYear)
        : (Start, End, Kind).CompareTo((other.Start, other.End, other.Kind));

    /// <summary><see cref="Code"/>.</summary>
    public override string ToString() => Code;

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private ReportingPeriod With(int year) => new(Kind, year, Number, Number);

    [GeneratedRegex(
        @"^\s*(?<year>[0-9]{4})(?:-H(?<half>[12])|-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2])|-M(?<months>0[1-9]|1[0-2])C|(?<academic>AY))?\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
