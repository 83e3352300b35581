namespace Education.Registry.Calendar;

/// <summary>
/// Holidays of Kazakhstan that the law fixes by date (Law on holidays of 13.12.2001 No. 267 as amended). A national or state holiday that falls
/// on a day off gives the next working day off (Labour Code, art. 85); 7 January and the first day of Kurban Ait are days off, not holidays,
/// and give none. Kurban Ait, transferred days and changes of the law are rows of the calendar.
/// </summary>
internal static class Holidays
{
    private sealed record Rule(int Month, int Day, int From, int To, string Code, bool MovesOn = true);

    private static readonly Rule[] Rules =
    [
        new(1, 1, 0, 9999, "new-year"), new(1, 2, 0, 9999, "new-year"), new(1, 7, 2006, 9999, "christmas", MovesOn: false),
        new(3, 8, 0, 9999, "womens-day"), new(3, 21, 2010, 9999, "nauryz"), new(3, 22, 0, 9999, "nauryz"), new(3, 23, 2010, 9999, "nauryz"),
        new(5, 1, 0, 9999, "unity-day"), new(5, 7, 2013, 9999, "defenders-day"), new(5, 9, 0, 9999, "victory-day"), new(7, 6, 2009, 9999, "capital-day"),
        new(8, 30, 1996, 9999, "constitution-day"), new(10, 25, 2022, 9999, "republic-day"), new(12, 1, 2012, 2021, "first-president-day"),
        new(12, 16, 0, 9999, "independence-day"), new(12, 17, 0, 2021, "independence-day"),
    ];

    /// <summary>The year's fixed days off: date → code of the holiday; days given for holidays on a weekend have the code of the holiday too.</summary>
    public static IReadOnlyDictionary<DateOnly, string> Of(int year, IReadOnlySet<DateOnly> alsoOff)
    {
        var days = new SortedDictionary<DateOnly, string>();
        var rules = Rules.Where(r => r.From <= year && year <= r.To).ToList();
        foreach (var rule in rules)
        {
            days[new DateOnly(year, rule.Month, rule.Day)] = rule.Code;
        }

        foreach (var rule in rules.Where(r => r.MovesOn))
        {
            var day = new DateOnly(year, rule.Month, rule.Day);
            if (IsWeekend(day))
            {
                days[NextWorkingDay(day)] = rule.Code;
            }
        }

        return days;

        DateOnly NextWorkingDay(DateOnly day)
        {
            while (IsWeekend(day) || days.ContainsKey(day) || alsoOff.Contains(day))
            {
                day = day.AddDays(1);
            }

            return day;
        }
    }

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
