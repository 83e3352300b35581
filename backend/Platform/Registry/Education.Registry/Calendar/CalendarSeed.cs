using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Calendar;

/// <summary>
/// The first days of Kurban Ait, a day off by the Law on holidays (art. 3) whose date the muftiate names every year. The dates are common
/// knowledge, not checked against a published source: rows that a department can change, given only to an empty calendar.
/// </summary>
internal static class CalendarSeed
{
    private const string Source = 
        "ҚР 13.12.2001 № 267-II Заңы (күні ресми дереккөзбен тексерілмеген) / Закон РК от 13.12.2001 № 267-II (дата не сверена с официальным источником)";

    private static readonly DateOnly[] KurbanAit =
    [
        new(2016, 9, 12), new(2017, 9, 1), new(2018, 8, 21), new(2019, 8, 11), new(2020, 7, 31), new(2021, 7, 20), new(2022, 7, 9), new(2023, 6, 28),
        new(2024, 6, 16), new(2025, 6, 6), new(2026, 5, 27),
    ];

    public static async Task Run(RegistryDbContext db, CancellationToken cancellationToken)
    {
        if (await db.CalendarDays.AnyAsync(cancellationToken))
        {
            return;
        }

        db.AddRange(KurbanAit.Select(date => new CalendarDay(date, CalendarDayKind.DayOff, new LocalizedText("Құрбан айт", "Курбан-айт", "Kurban Ait"), Source)));
        await db.SaveChangesAsync(cancellationToken);
    }
}
