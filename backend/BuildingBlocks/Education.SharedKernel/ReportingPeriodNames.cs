namespace Education.SharedKernel;

/// <summary>Names of periods as headings of reports have them.</summary>
internal static class ReportingPeriodNames
{
    public static LocalizedText Of(ReportingPeriod period)
    {
        (int year, int number) = (period.CalendarYear, period.Number);
        return period.Kind switch
        {
            ReportingPeriodKind.HalfYear => new($"{year} жылғы {number}-жартыжылдық", $"{number}-е полугодие {year} года", $"H{number} {year}"),
            ReportingPeriodKind.Quarter => new($"{year} жылғы {number}-тоқсан", $"{number}-й квартал {year} года", $"Q{number} {year}"),
            ReportingPeriodKind.Month => Month(year, DateFormat.Month(number)),
            ReportingPeriodKind.MonthsFromStart => new(
                $"{year} жылдың {number} айы",
                $"{number} {RussianMonths(number)} {year} года",
                $"{number} {(number == 1 ? "month" : "months")} of {year}"),
            ReportingPeriodKind.AcademicYear => new AcademicYear(year).Name,
            _ => new($"{year} жыл", $"{year} год", $"{year}"),
        };
    }

    private static LocalizedText Month(int year, LocalizedText month) =>
        new($"{year} жылғы {month.Kk}", $"{month.Ru} {year} года", $"{month.En} {year}");

    // Of 1 to 12 only: no 21, 22…
    private static string RussianMonths(int count) => count switch { 1 => "месяц", <= 4 => "месяца", _ => "месяцев" };
}
