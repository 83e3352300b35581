using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.SharedKernel;

namespace Education.Planning.Reports.Templates;

/// <summary>
/// Chapter «ҰБТ / ЕНТ»: the one place that says which figures its templates may use. The indicators with facts come from the module of
/// national tests; <see cref="Derived"/> are computed here from them.
/// </summary>
internal static class UntChapter
{
    private const int BestAndLowest = 10;

    public static IReadOnlyList<IndicatorDescriptor> Derived { get; } =
    [
        Of("unt.mean-change", "Қала бойынша орташа балдың өзгеруі", "Изменение среднего балла", "Change of the mean score", "point", IndicatorKind.Score, 1, "diff(unt.mean, prev)"),
        Of("unt.max-score-change", "Ең жоғары мүмкін балдың өзгеруі", "Изменение максимального балла теста", "Change of the highest possible score", "point", IndicatorKind.Score, 0, "diff(unt.max-score, prev)"),
        Of("unt.gap-oblast", "Облыстың орташа балынан айырма", "Разница со средним баллом области", "Gap to the oblast mean", "point", IndicatorKind.Score, 1, "diff(unt.mean, unt.mean-oblast)"),
        Of("unt.gap-republic", "Республиканың орташа балынан айырма", "Разница со средним баллом республики", "Gap to the republic mean", "point", IndicatorKind.Score, 1, "diff(unt.mean, unt.mean-republic)"),
        Of("unt.creative-takers", "Шығармашылық емтихан тапсырғандар", "Сдавали творческий экзамен", "Took the creative exam", "person", IndicatorKind.Count, 0, "unt.participants - unt.participants-without-creative"),
        Of("unt.schools-not-risen", "Орташа балы өспеген мектептер", "Школы, средний балл которых не вырос", "Schools whose mean did not rise", "school", IndicatorKind.Count, 0, "unt.schools-both-years - unt.schools-risen"),
        Of("unt.below-threshold-share", "Шекті балл жинамағандардың үлесі", "Доля не набравших пороговый балл", "Share below the threshold", "percent", IndicatorKind.Share, 1, "unt.below-threshold / unt.participants * 100"),
        Of("unt.below-threshold-change", "Шекті балл жинамағандар санының өзгеруі", "Изменение числа не набравших пороговый балл", "Change of those below the threshold", "person", IndicatorKind.Count, 0, "diff(unt.below-threshold, prev)"),
        Of("unt.school-mean-change", "Мектептің орташа балының өзгеруі", "Изменение среднего балла школы", "Change of the school mean", "point", IndicatorKind.Score, 2, "diff(unt.school-mean, prev)"),
    ];

    public static ChapterDefinition Definition { get; } = new(
        "unt",
        new LocalizedText("Ұлттық бірыңғай тестілеу", "Единое национальное тестирование", "Unified national test"),
        Derived,
        [
            new FigureDefinition("unt.threshold", "unt.threshold"),
            new FigureDefinition("unt.max-score", "unt.max-score"),
            new FigureDefinition("unt.max-score-previous", "unt.max-score", -1),
            new FigureDefinition("unt.max-score-change", "unt.max-score-change"),
            new FigureDefinition("unt.graduates", "unt.graduates"),
            new FigureDefinition("unt.participants", "unt.participants"),
            new FigureDefinition("unt.participation", "unt.participation"),
            new FigureDefinition("unt.schools", "unt.schools"),
            new FigureDefinition("unt.mean", "unt.mean"),
            new FigureDefinition("unt.mean-previous", "unt.mean", -1),
            new FigureDefinition("unt.mean-change", "unt.mean-change"),
            new FigureDefinition("unt.mean-without-creative", "unt.mean-without-creative"),
            new FigureDefinition("unt.participants-without-creative", "unt.participants-without-creative"),
            new FigureDefinition("unt.creative-takers", "unt.creative-takers"),
            new FigureDefinition("unt.creative-schools", "unt.creative-schools"),
            new FigureDefinition("unt.mean-oblast", "unt.mean-oblast"),
            new FigureDefinition("unt.mean-republic", "unt.mean-republic"),
            new FigureDefinition("unt.gap-oblast", "unt.gap-oblast"),
            new FigureDefinition("unt.gap-republic", "unt.gap-republic"),
            new FigureDefinition("unt.schools-both-years", "unt.schools-both-years"),
            new FigureDefinition("unt.schools-risen", "unt.schools-risen"),
            new FigureDefinition("unt.schools-not-risen", "unt.schools-not-risen"),
            new FigureDefinition("unt.below-threshold", "unt.below-threshold"),
            new FigureDefinition("unt.below-threshold-previous", "unt.below-threshold", -1),
            new FigureDefinition("unt.below-threshold-change", "unt.below-threshold-change"),
            new FigureDefinition("unt.below-threshold-share", "unt.below-threshold-share"),
        ],
        [
            new TableDefinition("subjects", RowsBy.Value("subject"),
            [
                new ColumnDefinition("mean", "unt.subject-mean", new LocalizedText("Орташа балл", "Средний балл", "Mean score")),
                new ColumnDefinition("participants", "unt.subject-participants", new LocalizedText("Қатысушылар", "Участников", "Participants")),
                new ColumnDefinition("oblast", "unt.subject-mean-oblast", new LocalizedText("Облыс бойынша", "По области", "Oblast")),
            ], "mean"),
            new TableDefinition("parts", RowsBy.Part,
            [
                new ColumnDefinition("mean", "unt.mean", new LocalizedText("Орташа балл", "Средний балл", "Mean score")),
                new ColumnDefinition("previous", "unt.mean", new LocalizedText("Өткен жылғы балл", "Балл прошлого года", "Last year"), -1),
                new ColumnDefinition("change", "unt.mean-change", new LocalizedText("Өзгеруі", "Изменение", "Change")),
                new ColumnDefinition("schools", "unt.schools", new LocalizedText("Мектептер", "Школ", "Schools")),
                new ColumnDefinition("graduates", "unt.graduates", new LocalizedText("Бітірушілер", "Выпускников", "Graduates")),
                new ColumnDefinition("participants", "unt.participants", new LocalizedText("Қатысушылар", "Участников", "Participants")),
                new ColumnDefinition("participation", "unt.participation", new LocalizedText("Қатысу үлесі", "Доля участия", "Participation")),
            ], "mean"),
            Schools("best", descending: true, BestAndLowest),
            Schools("lowest", descending: false, BestAndLowest),
            Schools("schools", descending: true, take: null),
        ]);

    private static TableDefinition Schools(string name, bool descending, int? take) => new(name, RowsBy.Institution,
    [
        new ColumnDefinition("mean", "unt.school-mean", new LocalizedText("Орташа балл", "Средний балл", "Mean score")),
        new ColumnDefinition("previous", "unt.school-mean", new LocalizedText("Өткен жылғы балл", "Балл прошлого года", "Last year"), -1),
        new ColumnDefinition("change", "unt.school-mean-change", new LocalizedText("Өзгеруі", "Изменение", "Change")),
        new ColumnDefinition("graduates", "unt.graduates", new LocalizedText("Бітірушілер", "Выпускников", "Graduates")),
        new ColumnDefinition("participants", "unt.participants", new LocalizedText("Қатысушылар", "Участников", "Participants")),
        new ColumnDefinition("participation", "unt.participation", new LocalizedText("Қатысу үлесі", "Доля участия", "Participation")),
    ], "mean", descending, take);

    private static IndicatorDescriptor Of(
        string code, string kk, string ru, string en, string unit, IndicatorKind kind, int rounding, string formula) =>
        new(code, new LocalizedText(kk, ru, en), unit, kind, rounding) { Formula = formula };
}
