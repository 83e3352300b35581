using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.SharedKernel;

namespace Education.Planning.Reports.Templates;

/// <summary>
/// Chapter «Мектепке дейінгі тәрбие / Дошкольное воспитание»: the one place that says which figures its templates may use. The indicators with
/// facts come from the module of preschool education; <see cref="Derived"/> are computed here from them.
/// </summary>
internal static class PreschoolChapter
{
    private static readonly string[] Slices = ["1-6", "2-6", "3-6", "5-6"];

    public static IReadOnlyList<IndicatorDescriptor> Derived { get; } =
    [
        Of("preschool.children-change", "Балалар санының өзгеруі", "Изменение числа детей", "Change of the number of children", "person", IndicatorKind.Count, "diff(preschool.children, prev)"),
        Of("preschool.queue-change", "Кезектің өзгеруі", "Изменение очереди", "Change of the queue", "person", IndicatorKind.Count, "diff(preschool.queue, prev)"),
        Of("preschool.new-places", "Жаңа орындар", "Новые места", "New places", "place", IndicatorKind.Count, "preschool.opened-places + preschool.expanded-places"),
        Of("preschool.openings-done", "Ашу жоспарының орындалуы", "Выполнение плана открытия", "Plan of openings fulfilled", "percent", IndicatorKind.Share,
            "preschool.openings / preschool.openings-planned * 100", 1),
        Of("preschool.tariff-change", "Мемлекеттік тапсырыстың өзгеруі", "Изменение госзаказа", "Change of the state order", "tenge", IndicatorKind.Score,
            "diff(preschool.state-order-tariff, prev)"),
    ];

    public static ChapterDefinition Definition { get; } = new(
        "preschool",
        new LocalizedText("Мектепке дейінгі тәрбие мен оқыту", "Дошкольное воспитание и обучение", "Preschool education"),
        Derived,
        [
            new FigureDefinition("preschool.institutions", "preschool.institutions"),
            new FigureDefinition("preschool.institutions-state", "preschool.institutions", 0, Dimensions.Of(("ownership", "state"))),
            new FigureDefinition("preschool.institutions-private", "preschool.institutions", 0, Dimensions.Of(("ownership", "private"))),
            new FigureDefinition("preschool.mini-centres", "preschool.institutions", 0, Dimensions.Of(("kind", "mini-centre"))),
            new FigureDefinition("preschool.places", "preschool.places"),
            new FigureDefinition("preschool.children", "preschool.children"),
            new FigureDefinition("preschool.children-previous", "preschool.children", -1),
            new FigureDefinition("preschool.children-change", "preschool.children-change"),
            .. Slices.SelectMany(slice => new[]
            {
                new FigureDefinition($"preschool.coverage-{slice}", $"preschool.coverage-{slice}"),
                new FigureDefinition($"preschool.covered-{slice}", $"preschool.covered-{slice}"),
                new FigureDefinition($"preschool.population-{slice}", $"preschool.population-{slice}"),
            }),
            new FigureDefinition("preschool.full-day-share", "preschool.full-day-share"),
            new FigureDefinition("preschool.queue", "preschool.queue"),
            new FigureDefinition("preschool.queue-current", "preschool.queue-current"),
            new FigureDefinition("preschool.queue-2-6", "preschool.queue-2-6"),
            new FigureDefinition("preschool.queue-3-6", "preschool.queue-3-6"),
            new FigureDefinition("preschool.queue-change", "preschool.queue-change"),
            new FigureDefinition("preschool.openings-planned", "preschool.openings-planned"),
            new FigureDefinition("preschool.openings", "preschool.openings"),
            new FigureDefinition("preschool.openings-done", "preschool.openings-done"),
            new FigureDefinition("preschool.opened-places", "preschool.opened-places"),
            new FigureDefinition("preschool.expansions", "preschool.expansions"),
            new FigureDefinition("preschool.expanded-places", "preschool.expanded-places"),
            new FigureDefinition("preschool.new-places", "preschool.new-places"),
            new FigureDefinition("preschool.programme-places", "preschool.programme-places"),
            new FigureDefinition("preschool.state-order-institutions", "preschool.state-order-institutions"),
            new FigureDefinition("preschool.state-order-places", "preschool.state-order-places"),
            new FigureDefinition("preschool.state-order-money", "preschool.state-order-money"),
            new FigureDefinition("preschool.state-order-tariff", "preschool.state-order-tariff"),
            new FigureDefinition("preschool.state-order-tariff-previous", "preschool.state-order-tariff", -1),
            new FigureDefinition("preschool.tariff-change", "preschool.tariff-change"),
            new FigureDefinition("preschool.parent-fee", "preschool.parent-fee"),
            new FigureDefinition("preschool.readiness-assessed", "preschool.readiness-assessed"),
            new FigureDefinition("preschool.readiness-high", "preschool.readiness-high"),
        ],
        [
            new TableDefinition("openings", RowsBy.Value("opening"),
                [new ColumnDefinition("places", "preschool.opened-places", new LocalizedText("Орын", "Мест", "Places"))], "places"),
            new TableDefinition("expansions", RowsBy.Value("expansion"),
                [new ColumnDefinition("places", "preschool.expanded-places", new LocalizedText("Қосылған орын", "Добавлено мест", "Places added"))], "places"),
            new TableDefinition("kinds", RowsBy.Value("kind"),
                [new ColumnDefinition("institutions", "preschool.institutions", new LocalizedText("Ұйымдар", "Организаций", "Institutions"))], "institutions"),
        ])
    {
        Named = [.. Slices.Select(slice => $"preschool.coverage-{slice}"), "preschool.queue-2-6", "preschool.queue-3-6", "preschool.readiness-assessed"],
    };

    private static IndicatorDescriptor Of(
        string code, string kk, string ru, string en, string unit, IndicatorKind kind, string formula, int rounding = 0) =>
        new(code, new LocalizedText(kk, ru, en), unit, kind, rounding) { Formula = formula };
}
