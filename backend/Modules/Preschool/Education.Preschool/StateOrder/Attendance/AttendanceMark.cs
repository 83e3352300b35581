using Education.SharedKernel;

namespace Education.Preschool.StateOrder.Attendance;

/// <summary>What a sheet says of a child on a day.</summary>
internal enum AttendanceMark
{
    /// <summary>Келді / присутствовал.</summary>
    Present,

    /// <summary>Келмеді / отсутствовал without a reason given.</summary>
    Absent,

    /// <summary>Ауырды / болезнь.</summary>
    Ill,

    /// <summary>Демалыс / отпуск of the parents.</summary>
    Leave,

    /// <summary>Карантин.</summary>
    Quarantine,

    /// <summary>Басқа себеп / иная уважительная причина.</summary>
    Other,
}

/// <summary>Marks as they are stored, a letter a day of the month, and as people write them in a table.</summary>
internal static class AttendanceMarks
{
    public const int Days = 31;

    /// <summary>Nothing entered.</summary>
    public const char Blank = '.';

    public const char Present = 'p';

    private const string Letters = "pailqo";

    private static readonly Dictionary<string, AttendanceMark> Written = new(StringComparer.OrdinalIgnoreCase)
    {
        ["+"] = AttendanceMark.Present, ["1"] = AttendanceMark.Present, ["✓"] = AttendanceMark.Present, ["к"] = AttendanceMark.Present,
        ["н"] = AttendanceMark.Absent, ["нб"] = AttendanceMark.Absent, ["ж"] = AttendanceMark.Absent,
        ["б"] = AttendanceMark.Ill, ["а"] = AttendanceMark.Ill,
        ["о"] = AttendanceMark.Leave, ["д"] = AttendanceMark.Leave,
        ["кр"] = AttendanceMark.Quarantine,
        ["п"] = AttendanceMark.Other, ["у"] = AttendanceMark.Other, ["с"] = AttendanceMark.Other,
    };

    public static char Letter(this AttendanceMark mark) => Letters[(int)mark];

    public static AttendanceMark? Of(char letter) => Letters.IndexOf(letter, StringComparison.Ordinal) is var place and >= 0 ? (AttendanceMark)place : null;

    /// <summary>«+», «н», «б», «о», «кр», «п»; in Kazakh «+», «ж», «а», «д», «кр», «с».</summary>
    public static bool TryRead(string text, out AttendanceMark mark) => Written.TryGetValue(text.Trim(), out mark);
}

/// <summary>The days of a month as the calendar of working days sees them; day numbers are 1-based.</summary>
internal sealed class MonthDays(ReportingPeriod month, IReadOnlyList<bool> working)
{
    public ReportingPeriod Month { get; } = month;

    public DateOnly First => Month.Start;

    public DateOnly Last => Month.End;

    public int Count => working.Count;

    /// <summary>Working days of the whole month, what a monthly tariff is divided by.</summary>
    public int WorkingDays { get; } = working.Count(w => w);

    public bool IsWorking(int day) => working[day - 1];

    public static async Task<MonthDays> Of(Registry.Contracts.IWorkCalendar calendar, ReportingPeriod month, CancellationToken cancellationToken)
    {
        var working = new List<bool>(AttendanceMarks.Days);
        for (var day = month.Start; day <= month.End; day = day.AddDays(1))
        {
            // The calendar keeps the year in memory.
            working.Add(await calendar.IsWorkingDay(day, cancellationToken));
        }

        return new(month, working);
    }

    /// <summary>Working days of the month within a span.</summary>
    public int WorkingIn(AttendanceSpan span) => Enumerable.Range(1, Count).Count(day => IsWorking(day) && span.Has(First.AddDays(day - 1)));
}

/// <summary>The days on which a child may be marked: on the list, and under the contract.</summary>
internal sealed record AttendanceSpan(DateOnly From, DateOnly To)
{
    public bool Has(DateOnly day) => From <= day && day <= To;

    public static AttendanceSpan Of(AttendanceChild child, Orders.OrderContract contract)
    {
        var last = child.EnrolledTo is { } to && to < contract.LastDay ? to : contract.LastDay;
        return new(child.EnrolledFrom > contract.StartsOn ? child.EnrolledFrom : contract.StartsOn, last);
    }
}
