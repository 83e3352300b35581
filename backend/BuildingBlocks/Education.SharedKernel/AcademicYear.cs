using System.Globalization;
using System.Text.RegularExpressions;

namespace Education.SharedKernel;

/// <summary>
/// An academic year (оқу жылы / учебный год), 1 September – 31 August, called by the year it starts in: 2017 is «2017/2018». Ordered by
/// time; equal when they start in the same year. The default value starts in the year 0 and is no year: its dates throw.
/// </summary>
public readonly partial record struct AcademicYear : IComparable<AcademicYear>
{
    /// <summary>Earliest and latest year an academic year may start in.</summary>
    public const int MinStartYear = 1900, MaxStartYear = 2199;

    private const int FirstMonth = 9;

    /// <summary>The year that starts on 1 September of <paramref name="startYear"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="startYear"/> is outside 1900…2199.</exception>
    public AcademicYear(int startYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startYear, MinStartYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startYear, MaxStartYear);
        StartYear = startYear;
    }

    /// <summary>Calendar year of 1 September, 1900…2199.</summary>
    public int StartYear { get; }

    /// <summary>1 September.</summary>
    public DateOnly Start => new(StartYear, FirstMonth, 1);

    /// <summary>31 August, the last day.</summary>
    public DateOnly End => Start.AddYears(1).AddDays(-1);

    /// <summary>The year before.</summary>
    public AcademicYear Previous => new(StartYear - 1);

    /// <summary>The year after.</summary>
    public AcademicYear Next => new(StartYear + 1);

    /// <summary><c>2017/2018 оқу жылы</c>, <c>2017/2018 учебный год</c>, <c>academic year 2017/2018</c>.</summary>
    public LocalizedText Name => new($"{this} оқу жылы", $"{this} учебный год", $"academic year {this}");

    /// <summary>The academic year a day falls in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year would start outside 1900…2199.</exception>
    public static AcademicYear Of(DateOnly date) => new(date.Month >= FirstMonth ? date.Year : date.Year - 1);

    /// <summary>
    /// Reads <c>2017/2018</c>, <c>2017-2018</c>, <c>2017/18</c> (any dash, spaces around it allowed). The second year must follow the first, and
    /// the first lie in 1900…2199.
    /// </summary>
    public static bool TryParse(string? text, out AcademicYear year)
    {
        year = default;
        Match match = Pattern().Match(text ?? "");
        if (!match.Success)
        {
            return false;
        }

        int start = int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
        ReadOnlySpan<char> second = match.Groups["second"].ValueSpan;
        int expected = second.Length == 2 ? (start + 1) % 100 : start + 1;
        if (start is < MinStartYear or > MaxStartYear || int.Parse(second, CultureInfo.InvariantCulture) != expected)
        {
            return false;
        }

        year = new AcademicYear(start);
        return true;
    }

    /// <summary>Reads what <see cref="TryParse"/> reads.</summary>
    /// <exception cref="FormatException">Not an academic year.</exception>
    public static AcademicYear Parse(string? text) =>
        TryParse(text, out AcademicYear year) ? year : throw new FormatException("academic-year.format");

    /// <summary>Whether the day lies in 1 September – 31 August of this year, both included.</summary>
    public bool Contains(DateOnly date) => date >= Start && date <= End;

    /// <summary>Earlier first.</summary>
    public int CompareTo(AcademicYear other) => StartYear.CompareTo(other.StartYear);

    /// <summary><c>2017/2018</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartYear}/{StartYear + 1}");

    [GeneratedRegex(
        @"^\s*(?<first>[0-9]{4})\s*[/\-‐‑–—]\s*(?<second>[0-9]{4}|[0-9]{2})\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
