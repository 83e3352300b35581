using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Preschool.Indicators;

/// <summary>
/// The figures that the module gives to Planning. «1–6» means from one year until the sixth birthday: full years 1…5 on 31 December (norms §1.6).
/// </summary>
internal static class PreschoolIndicators
{
    public const string Institutions = "preschool.institutions";
    public const string Places = "preschool.places";
    public const string Children = "preschool.children";
    public const string Population = "preschool.population-";
    public const string Covered = "preschool.covered-";
    public const string Coverage = "preschool.coverage-";
    public const string FullDay = "preschool.full-day-share";
    public const string Queue = "preschool.queue";
    public const string QueueCurrent = "preschool.queue-current";
    public const string QueueFrom = "preschool.queue-";
    public const string OpeningsPlanned = "preschool.openings-planned";
    public const string Openings = "preschool.openings";
    public const string OpenedPlaces = "preschool.opened-places";
    public const string Expansions = "preschool.expansions";
    public const string ExpandedPlaces = "preschool.expanded-places";
    public const string ProgrammePlaces = "preschool.programme-places";
    public const string OrderInstitutions = "preschool.state-order-institutions";
    public const string OrderPlaces = "preschool.state-order-places";
    public const string OrderMoney = "preschool.state-order-money";
    public const string Tariff = "preschool.state-order-tariff";
    public const string ParentFee = "preschool.parent-fee";
    public const string Assessed = "preschool.readiness-assessed";
    public const string Ready = "preschool.readiness-high";

    private static readonly LocalizedText CoverageSource = new(
        "Ұлттық статистика бюросының әдістемесі: жыл соңындағы тізім", "Методика Бюро национальной статистики: по списку на конец года",
        "Method of the Bureau of National Statistics: on the list at the end of the year");

    /// <summary>Age slices of coverage: from full years up to, not including, the next number.</summary>
    public static IReadOnlyList<(string Slice, int From, int Below)> Slices { get; } = [("1-6", 1, 6), ("2-6", 2, 6), ("3-6", 3, 6), ("5-6", 5, 6)];

    public static IReadOnlyList<IndicatorDescriptor> All { get; } =
    [
        Of(Institutions, "Мектепке дейінгі ұйымдар", "Дошкольные организации", "Preschool institutions", "institution", IndicatorKind.Count),
        Of(Places, "Мектепке дейінгі ұйымдардағы орындар", "Места в дошкольных организациях", "Places in preschool institutions", "place", IndicatorKind.Count),
        Of(Children, "Мектепке дейінгі ұйымдардағы балалар", "Дети в дошкольных организациях", "Children in preschool institutions", "person", IndicatorKind.Count),
        .. Slices.SelectMany(s => new[]
        {
            Of(Population + s.Slice, $"{s.Slice} жас аралығындағы халық саны", $"Население {Years(s)} лет", $"Population of {Years(s)} years", "person", IndicatorKind.Count),
            Of(Covered + s.Slice, $"Қамтылған {s.Slice} жас аралығындағы балалар", $"Охвачено детей {Years(s)} лет", $"Children of {Years(s)} years on the lists", "person",
                IndicatorKind.Count),
            Of(Coverage + s.Slice, $"{s.Slice} жас аралығындағы балаларды қамту", $"Охват детей {Years(s)} лет", $"Coverage of children of {Years(s)} years", "percent",
                IndicatorKind.Share, 1) with
            {
                Direction = Direction.HigherIsBetter, LegalSource = CoverageSource,
                Formula = $"{Covered}{s.Slice} / {Population}{s.Slice} * 100",
            },
        }),
        Of(FullDay, "Толық күн болатын балалар үлесі", "Доля детей с полным днём пребывания", "Share of children with a full day", "percent", IndicatorKind.Share, 1),
        Of(Queue, "Кезектегі балалар, барлығы", "Дети в очереди, всего", "Children in the queue, all", "person", IndicatorKind.Count) with { Direction = Direction.LowerIsBetter },
        Of(QueueCurrent, "Өзекті кезек (жасы жеткендер)", "Актуальная очередь (достигшие возраста)", "Current queue (of age)", "person", IndicatorKind.Count) with
        {
            Direction = Direction.LowerIsBetter,
        },
        Of(QueueFrom + "2-6", "Кезектегі 2–6 жастағы балалар", "Дети 2–6 лет в очереди", "Children of 2–6 years in the queue", "person", IndicatorKind.Count) with
        {
            Direction = Direction.LowerIsBetter,
        },
        Of(QueueFrom + "3-6", "Кезектегі 3–6 жастағы балалар", "Дети 3–6 лет в очереди", "Children of 3–6 years in the queue", "person", IndicatorKind.Count) with
        {
            Direction = Direction.LowerIsBetter,
        },
        Of(OpeningsPlanned, "Ашылуы жоспарланған ұйымдар", "Организации, запланированные к открытию", "Openings planned", "institution", IndicatorKind.Count),
        Of(Openings, "Ашылған ұйымдар", "Открытые организации", "Institutions opened", "institution", IndicatorKind.Count) with { Direction = Direction.HigherIsBetter },
        Of(OpenedPlaces, "Ашылған ұйымдардағы орындар", "Места в открытых организациях", "Places in opened institutions", "place", IndicatorKind.Count) with
        {
            Direction = Direction.HigherIsBetter,
        },
        Of(Expansions, "Кеңейтілген ұйымдар", "Расширенные организации", "Institutions expanded", "institution", IndicatorKind.Count),
        Of(ExpandedPlaces, "Кеңейту есебінен ашылған орындар", "Места за счёт расширения", "Places by expansion", "place", IndicatorKind.Count),
        Of(ProgrammePlaces, "Келесі жылдарға жоспарланған орындар", "Места, запланированные на следующие годы", "Places planned for the years to come", "place", IndicatorKind.Count),
        Of(OrderInstitutions, "Мемлекеттік тапсырыс орналастырылған ұйымдар", "Организации с госзаказом", "Institutions with the state order", "institution", IndicatorKind.Count),
        Of(OrderPlaces, "Мемлекеттік тапсырыс орындары", "Места по госзаказу", "Places of the state order", "place", IndicatorKind.Count),
        Of(OrderMoney, "Мемлекеттік тапсырысты төлеу", "Оплата госзаказа", "Paid for the state order", "tenge", IndicatorKind.Money),
        Of(Tariff, "Бір балаға айлық мемлекеттік тапсырыс", "Госзаказ на одного ребёнка в месяц", "State order per child and month", "tenge", IndicatorKind.Score),
        Of(ParentFee, "Ата-ана төлемі", "Родительская плата", "Parents' fee", "tenge", IndicatorKind.Score),
        Of(Assessed, "Бағаланған 5–6 жастағы балалар", "Оценено детей 5–6 лет", "Children of 5–6 years assessed", "person", IndicatorKind.Count),
        Of(Ready, "Мектепке дайындығы жоғары балалар үлесі", "Доля детей с высоким уровнем готовности к школе", "Share of children with high readiness", "percent",
            IndicatorKind.Share, 1) with { Direction = Direction.HigherIsBetter },
    ];

    public static bool Knows(string code) => ByCode.ContainsKey(code);

    public static IndicatorDescriptor Find(string code) => ByCode[code];

    private static readonly Dictionary<string, IndicatorDescriptor> ByCode = All.ToDictionary(i => i.Code, StringComparer.Ordinal);

    private static string Years((string Slice, int From, int Below) slice) => slice.Slice.Replace('-', '–');

    private static IndicatorDescriptor Of(string code, string kk, string ru, string en, string unit, IndicatorKind kind, int rounding = 0) =>
        new(code, new LocalizedText(kk, ru, en), unit, kind, rounding) { Periodicity = Periodicity.Year };
}
