using Education.Registry.Contracts;
using Education.SharedKernel;

namespace Education.Testing.National;

/// <summary>Norms of the national test by year: maxima and thresholds (norms §3.1), effective-dated in the Registry.</summary>
internal sealed class TestParameters : IParameterSource
{
    public const string Max = "testing.unt.max-score";
    public const string MaxCreative = "testing.unt.max-score-creative";
    public const string Threshold = "testing.unt.threshold";
    public const string SubjectThreshold = "testing.unt.subject-threshold.";
    public const string SubjectMax = "testing.unt.subject-max.";
    public const string SmallestGroup = "testing.publication.smallest-group";

    public const int ShippedSmallestGroup = 5;

    private const string Rules2017 = "ҰБТ: 2017 жылғы нұсқа / ЕНТ: редакция 2017 года";
    private const string Rules2020 = "ҰБТ: 2020 жылғы нұсқа / ЕНТ: редакция 2020 года";
    private const string Rules2023 = "ҰБТ: 2023 жылғы нұсқа / ЕНТ: редакция 2023 года";
    private const string Rules2024 = "ҰБТ: 2024 жылғы нұсқа / ЕНТ: редакция 2024 года";
    private const string Rules2016 = "ҰБТ: 2016 жылға дейінгі нұсқа / ЕНТ: редакция до 2016 года";

    public IReadOnlyList<ParameterDefinition> Parameters { get; } =
    [
        Points(Max, "ҰБТ: ең жоғары балл", "ЕНТ: наибольший балл", "UNT: maximum score",
            (125, 2000, 2016, Rules2016), (140, 2017, null, Rules2017)),
        Points(MaxCreative, "ҰБТ: шығармашылық емтиханмен ең жоғары балл", "ЕНТ: наибольший балл с творческим экзаменом", "UNT: maximum with a creative exam",
            (120, 2017, 2019, Rules2017), (125, 2020, 2023, Rules2020), (130, 2024, null, Rules2024)),
        Points(Threshold, "ҰБТ: шекті балл", "ЕНТ: пороговый балл", "UNT: threshold", (50, 2000, 2016, Rules2016), (50, 2017, null, Rules2017)),
        Points(SubjectMax + Subject.Reading, "Оқу сауаттылығы: ең жоғары балл", "Грамотность чтения: наибольший балл", "Reading literacy: maximum",
            (25, 2000, 2016, Rules2016), (20, 2017, 2022, Rules2017), (15, 2023, 2023, Rules2023), (10, 2024, null, Rules2024)),
        Points(SubjectMax + Subject.MathLiteracy, "Математикалық сауаттылық: ең жоғары балл", "Математическая грамотность: наибольший балл", "Mathematical literacy: maximum",
            (25, 2000, 2016, Rules2016), (20, 2017, 2019, Rules2017), (15, 2020, 2023, Rules2020), (10, 2024, null, Rules2024)),
        Points(SubjectMax + Subject.History, "Қазақстан тарихы: ең жоғары балл", "История Казахстана: наибольший балл", "History of Kazakhstan: maximum",
            (25, 2000, 2016, Rules2016), (20, 2017, 2019, Rules2017), (15, 2020, 2022, Rules2020), (20, 2023, null, Rules2023)),
        Points(SubjectMax + "profile", "Бейіндік пән: ең жоғары балл", "Профильный предмет: наибольший балл", "Profile subject: maximum",
            (25, 2000, 2016, Rules2016), (40, 2017, 2019, Rules2017), (45, 2020, 2023, Rules2020), (50, 2024, null, Rules2024)),
        Points(SubjectThreshold + Subject.Reading, "Оқу сауаттылығы: шекті балл", "Грамотность чтения: порог", "Reading literacy: threshold",
            (4, 2000, 2016, Rules2016), (5, 2023, 2023, Rules2023), (3, 2024, null, Rules2024)),
        Points(SubjectThreshold + Subject.MathLiteracy, "Математикалық сауаттылық: шекті балл", "Математическая грамотность: порог", "Mathematical literacy: threshold",
            (4, 2000, 2016, Rules2016), (5, 2023, 2023, Rules2023), (3, 2024, null, Rules2024)),
        Points(SubjectThreshold + Subject.History, "Қазақстан тарихы: шекті балл", "История Казахстана: порог", "History of Kazakhstan: threshold",
            (4, 2000, 2016, Rules2016), (5, 2023, null, Rules2023)),
        Points(SubjectThreshold + "profile", "Бейіндік пән: шекті балл", "Профильный предмет: порог", "Profile subject: threshold",
            (7, 2000, 2016, Rules2016), (5, 2023, null, Rules2023)),
        new(SmallestGroup, new("Жарияланатын топтың ең аз саны", "Наименьшая публикуемая группа", "Smallest group that is published"), "persons",
            [new(SmallestGroup, ShippedSmallestGroup, new DateOnly(2000, 1, 1), null, "Дербес деректер туралы заң, 17-бап / Закон о персональных данных, ст. 17", null)]),
    ];

    /// <summary>The norm, or the shipped value where a department has ended it: nothing is published unguarded.</summary>
    public static int SmallestGroupOf(ParameterValue? norm) => (int)(norm?.Value ?? ShippedSmallestGroup);

    private static ParameterDefinition Points(string code, string kk, string ru, string en, params (decimal Value, int From, int? To, string Act)[] values) =>
        new(code, new(kk, ru, en), "points",
            [.. values.Select(v => new ParameterValue(
                code, v.Value, new DateOnly(v.From, 1, 1), v.To is { } to ? new DateOnly(to, 12, 31) : null, v.Act, null))]);
}
