using Education.Imports.Reading.Header;

namespace Education.Imports.Tests.Support;

/// <summary>The columns of the national test by school, with aliases as an import would define them.</summary>
internal static class UntColumns
{
    public static IReadOnlyList<ColumnSpec> All { get; } =
    [
        Column("school", "мектеп атауы", ["наименование школы", "наименование организации образования", "наименование района (города)", "школа"], "school", true),
        Column("graduates", "бітірушілер саны", ["всего выпускников", "количество выпускников"], "graduates", true),
        Column("participants", "ҰБТ-ға қатысқандар саны", ["количество принявших участие в ЕНТ"], "unt participants", true),
        Column("percent", "қатысу %", ["% участия"], "participation pct", false),
        Column("mean-before", "{year-1} жылғы орташа балл", ["средний балл {year-1} года"], "avg score {year-1}", false),
        Column("mean", "{year} жылғы орташа балл", ["средний балл {year} года", "средний балл"], "avg score {year}", true),
        Column("mean-without-creative", "шығармашылық емтихансыз орташа балл", ["средний балл без учета творческих экзаменов"], "avg score {year} excl creative", false),
    ];

    public static HeaderOptions For(int year) => new() { Year = year };

    private static ColumnSpec Column(string key, string kk, string[] ru, string en, bool required) => new(key, [kk], ru, [en], required);
}
