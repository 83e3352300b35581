using System.Globalization;

namespace Education.SharedKernel;

/// <summary>Prints dates by tables of its own, the same on every machine.</summary>
public static class DateFormat
{
    private static readonly LocalizedText[] Names =
    [
        new("қаңтар", "январь", "January"), new("ақпан", "февраль", "February"), new("наурыз", "март", "March"),
        new("сәуір", "апрель", "April"), new("мамыр", "май", "May"), new("маусым", "июнь", "June"),
        new("шілде", "июль", "July"), new("тамыз", "август", "August"), new("қыркүйек", "сентябрь", "September"),
        new("қазан", "октябрь", "October"), new("қараша", "ноябрь", "November"), new("желтоқсан", "декабрь", "December"),
    ];

    private static readonly string[] RussianGenitive =
    [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ];

    /// <summary><c>01.05.2026</c> in every language.</summary>
    public static string Short(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>
    /// <c>2026 жылғы 1 мамыр</c> (the style of Kazakh legal acts), <c>1 мая 2026 года</c>, <c>1 May 2026</c>. The Kazakh month is in the
    /// nominative; case endings are the sentence's own.
    /// </summary>
    public static string Long(DateOnly date, Language language) => language switch
    {
        Language.Kk => $"{date.Year} жылғы {date.Day} {Month(date.Month).Kk}",
        Language.Ru => $"{date.Day} {RussianGenitive[date.Month - 1]} {date.Year} года",
        _ => $"{date.Day} {Month(date.Month).En} {date.Year}",
    };

    /// <summary>Name of a month in the nominative: <c>мамыр</c>, <c>май</c>, <c>May</c>.</summary>
    /// <param name="month">1…12.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="month"/> is outside 1…12.</exception>
    public static LocalizedText Month(int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, Names.Length);
        return Names[month - 1];
    }
}
