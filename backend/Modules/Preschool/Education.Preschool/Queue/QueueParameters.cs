using Education.Preschool.Queue.Engine;
using Education.Registry.Contracts;
using Education.SharedKernel;

namespace Education.Preschool.Queue;

/// <summary>The numbers of the three regimes (norms §1.2), effective-dated in the Registry; the regime itself is one of them.</summary>
internal sealed class QueueParameters : IParameterSource
{
    public const string Prefix = "preschool.queue.";
    public const string Regime = Prefix + "regime";

    /// <summary>Children born so many calendar years before the year of the refresh, or later, are the youngest category (21).</summary>
    public const string YoungestYears = Prefix + "r3.youngest-years";

    /// <summary>The last month of the annual refresh: from the next one on the new year counts.</summary>
    public const string RefreshMonth = Prefix + "refresh-month";

    private const string Astana = "Астана әкімдігінің түсіндірмесі / разъяснение акимата Астаны (2018)";
    private const string Direct = "ҚР БҒМ 19.06.2020 № 254 бұйрығы / приказ МОН РК от 19.06.2020 № 254";
    private const string Voucher = "Ваучерлік қаржыландыру пилоты / пилот ваучерного финансирования (2025)";
    private const string Personal = "«Дербес деректер туралы» Заңның 19-1-бабы / Закон о персональных данных, ст. 19-1";
    private static readonly DateOnly Start = new(2010, 1, 1);

    public IReadOnlyList<ParameterDefinition> Parameters { get; } =
    [
        new(Regime, new("Кезек тәртібі: 1 – бюллетень, 2 – бірыңғай база, 3 – ваучер", "Режим очереди: 1 – бюллетень, 2 – единая база, 3 – ваучер",
                "Regime of the queue: 1 bulletin, 2 unified base, 3 voucher"), "ratio",
            [new(Regime, 1, Start, new DateOnly(2023, 12, 31), Astana, null), new(Regime, 2, new DateOnly(2024, 1, 1), null, Direct, null)]),
        .. Of(QueueRegime.Bulletin, Astana, 3, 5, 30, 0, 10, 3, 10, 12, 6, 0),
        .. Of(QueueRegime.Direct, Direct, 2, 5, 30, 28, 0, 0, 4, 12, 6, 0),
        .. Of(QueueRegime.Voucher, Voucher, 2, 5, 30, 28, 0, 0, 4, 18, 6, 1),
        new(Prefix + "objection-days", new("Шағымға жауап беру мерзімі", "Срок ответа на возражение", "Term to answer an objection"), "working-days",
            [new(Prefix + "objection-days", 3, Start, null, Personal, null)]),
        new(YoungestYears, new("Ваучер: ең кіші санаттың жасы (күнтізбелік жыл бойынша)", "Ваучер: возраст младшей категории (по календарным годам)",
                "Voucher: age of the youngest category (by calendar years)"), "years", [new(YoungestYears, 2, Start, null, Voucher, null)]),
        new(RefreshMonth, new("Кезек жыл сайын жаңартылатын ай", "Месяц ежегодного обновления очереди", "Month of the annual refresh of the queue"), "months",
            [new(RefreshMonth, 6, Start, null, Voucher, null)]),
    ];

    /// <summary>The rules that the parameters in force say.</summary>
    /// <exception cref="RuleViolation"><c>preschool.rules-missing</c>: a number is not set for the day.</exception>
    public static QueueRules Read(IReadOnlyDictionary<string, ParameterValue> values)
    {
        int Number(string name) => values.TryGetValue(name, out var value) ? (int)value.Value : throw new RuleViolation("preschool.rules-missing", name);
        var regime = (QueueRegime)Number(Regime);
        int Own(string name) => Number($"{Prefix}r{(int)regime}.{name}");
        return new(
            regime, Own("confirm-days"), Own("document-days"), Own("extension-days"), Own("restore-days"), Own("stop-list-days"),
            Own("general-per-priority"), Own("max-wishes"), Own("min-age-months"), Own("max-age-years"), Number(Prefix + "objection-days"),
            Own("refusal-cancels") == 1);
    }

    private static IEnumerable<ParameterDefinition> Of(QueueRegime regime, string act, params int[] values)
    {
        (string Name, string Unit, LocalizedText Text)[] all =
        [
            ("confirm-days", "working-days", new("ұсынысты растау мерзімі", "срок подтверждения предложения", "term to confirm an offer")),
            ("document-days", "working-days", new("құжат тапсыру мерзімі", "срок сдачи документов", "term to bring documents")),
            ("extension-days", "days", new("мерзімді ұзарту", "продление срока", "extension")),
            ("restore-days", "days", new("өтінішті қалпына келтіру мерзімі", "срок восстановления заявления", "term to restore an application")),
            ("stop-list-days", "days", new("стоп-парақта болу мерзімі", "срок в стоп-листе", "days on the stop-list")),
            ("general-per-priority", "ratio", new("бір басым өтінішке жалпы өтініштер", "общих заявлений на одно первоочередное", "general applications per priority one")),
            ("max-wishes", "ratio", new("таңдалатын балабақшалар саны", "число выбираемых садов", "kindergartens that may be named")),
            ("min-age-months", "months", new("ұсыныс күніндегі ең аз жас", "наименьший возраст на день предложения", "least age on the day of the offer")),
            ("max-age-years", "years", new("кезекте тұрудың жоғарғы жасы", "предельный возраст в очереди", "age limit of the queue")),
            ("refusal-cancels", "ratio", new("бас тарту өтінішті тоқтатады (1 – иә)", "отказ прекращает заявление (1 – да)", "refusal ends the application (1: yes)")),
        ];
        LocalizedText Named(LocalizedText text) => regime switch
        {
            QueueRegime.Bulletin => new($"Бюллетень: {text.Kk}", $"Бюллетень: {text.Ru}", $"Bulletin: {text.En}"),
            QueueRegime.Direct => new($"Бірыңғай база: {text.Kk}", $"Единая база: {text.Ru}", $"Unified base: {text.En}"),
            _ => new($"Ваучер: {text.Kk}", $"Ваучер: {text.Ru}", $"Voucher: {text.En}"),
        };
        return all.Select((p, i) => (p, Code: $"{Prefix}r{(int)regime}.{p.Name}", Value: values[i])).Select(x => new ParameterDefinition(
            x.Code, Named(x.p.Text), x.p.Unit, [new ParameterValue(x.Code, x.Value, Start, null, act, null)]));
    }
}
