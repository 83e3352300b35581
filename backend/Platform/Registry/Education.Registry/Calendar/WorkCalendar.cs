using System.Collections.Concurrent;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Calendar;

/// <summary>Days off by year, in memory; forgotten when this process changes the calendar and after a minute.</summary>
internal sealed class CalendarCache(TimeProvider time)
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<int, (DateTimeOffset At, YearDays Days)> _years = new();

    public void Forget() => _years.Clear();

    public async ValueTask<YearDays> Year(RegistryDbContext db, int year, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_years.TryGetValue(year, out var known) && now - known.At < Keep)
        {
            return known.Days;
        }

        var first = new DateOnly(year, 1, 1);
        var last = new DateOnly(year, 12, 31);
        var rows = await db.CalendarDays.AsNoTracking().Where(d => d.Date >= first && d.Date <= last).ToListAsync(cancellationToken);
        var days = new YearDays(year, rows);
        _years[year] = (now, days);
        return days;
    }
}

/// <summary>One year: fixed holidays, and the rows that say otherwise.</summary>
internal sealed class YearDays
{
    public YearDays(int year, IReadOnlyList<CalendarDay> rows)
    {
        Rows = rows.ToDictionary(r => r.Date);
        Holidays = Calendar.Holidays.Of(year, rows.Where(r => r.Kind == CalendarDayKind.DayOff).Select(r => r.Date).ToHashSet());
    }

    public IReadOnlyDictionary<DateOnly, CalendarDay> Rows { get; }

    public IReadOnlyDictionary<DateOnly, string> Holidays { get; }

    public bool IsWorking(DateOnly date) => Rows.TryGetValue(date, out var row)
        ? row.Kind == CalendarDayKind.WorkingDay
        : !Calendar.Holidays.IsWeekend(date) && !Holidays.ContainsKey(date);
}

internal sealed class WorkCalendar(RegistryDbContext db, CalendarCache cache) : IWorkCalendar
{
    private const int Longest = 5_000;

    public async Task<bool> IsWorkingDay(DateOnly date, CancellationToken cancellationToken) =>
        (await cache.Year(db, date.Year, cancellationToken)).IsWorking(date);

    public async Task<DateOnly> AddWorkingDays(DateOnly from, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(count), Longest);
        var step = count < 0 ? -1 : 1;
        var day = from;
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            left -= await IsWorkingDay(day, cancellationToken) ? 1 : 0;
        }

        while (count == 0 && !await IsWorkingDay(day, cancellationToken))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    public async Task<int> WorkingDaysBetween(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (to < from)
        {
            return -await WorkingDaysBetween(to, from, cancellationToken);
        }

        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += await IsWorkingDay(day, cancellationToken) ? 1 : 0;
        }

        return count;
    }
}
