using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Testing.National.Indicators;

/// <summary>What the module tells Planning of the national test: the list, in the order of the annual report.</summary>
internal static class NationalIndicators
{
    public const string Threshold = "unt.threshold";
    public const string MaxScore = "unt.max-score";
    public const string Graduates = "unt.graduates";
    public const string Participants = "unt.participants";
    public const string Participation = "unt.participation";
    public const string Schools = "unt.schools";
    public const string Mean = "unt.mean";
    public const string MeanWithoutCreative = "unt.mean-without-creative";
    public const string ParticipantsWithoutCreative = "unt.participants-without-creative";
    public const string CreativeSchools = "unt.creative-schools";
    public const string SchoolsBothYears = "unt.schools-both-years";
    public const string SchoolsRisen = "unt.schools-risen";
    public const string BelowThreshold = "unt.below-threshold";
    public const string MeanOblast = "unt.mean-oblast";
    public const string MeanRepublic = "unt.mean-republic";
    public const string SchoolMean = "unt.school-mean";
    public const string SubjectMean = "unt.subject-mean";
    public const string SubjectParticipants = "unt.subject-participants";
    public const string SubjectMeanOblast = "unt.subject-mean-oblast";
    public const string CreativeMean = "unt.creative-mean";

    public static IReadOnlyList<IndicatorDescriptor> All { get; } =
    [
        Of(Threshold, "Шекті балл", "Пороговый балл", "Threshold", "point", IndicatorKind.Score, 0),
        Of(MaxScore, "Ең жоғары мүмкін балл", "Максимальный балл теста", "Highest possible score", "point", IndicatorKind.Score, 0),
        Of(Graduates, "11 (12) сынып бітірушілері", "Выпускники 11 (12) классов", "Graduates of grade 11 (12)", "person", IndicatorKind.Count, 0),
        Of(Participants, "ҰБТ-ға қатысушылар", "Участники ЕНТ", "Participants", "person", IndicatorKind.Count, 0),
        Of(Participation, "ҰБТ-ға қатысу үлесі", "Доля участия в ЕНТ", "Participation", "percent", IndicatorKind.Share, 1,
            new("қатысушылар ÷ бітірушілер × 100", "участники ÷ выпускники × 100", "participants ÷ graduates × 100")),
        Of(Schools, "ҰБТ-ға қатысқан мектептер", "Школы, участвовавшие в ЕНТ", "Schools that took part", "school", IndicatorKind.Count, 0),
        Of(Mean, "ҰБТ орташа балы", "Средний балл ЕНТ", "Mean score", "point", IndicatorKind.Average, 1,
            new("Σ (мектептің орташа балы × қатысушылары) ÷ барлық қатысушылар", "Σ (средний балл школы × её участники) ÷ все участники",
                "Σ (mean of the school × its participants) ÷ all participants")) with
        {
            Direction = Direction.HigherIsBetter, PublicationThreshold = TestParameters.ShippedSmallestGroup, PublicationNorm = TestParameters.SmallestGroup,
        },
        Of(MeanWithoutCreative, "Шығармашылық емтихан тапсырғандарсыз орташа балл", "Средний балл без сдававших творческий экзамен",
            "Mean without creative exam takers", "point", IndicatorKind.Average, 1,
            new("(Σ (пәннің орташа балы × қатысушылары) − Σ (шығармашылық емтихан тапсырғандардың орташа балы × саны)) ÷ (қатысушылар − шығармашылық емтихан тапсырғандар)",
                "(Σ (средний балл предмета × участники) − Σ (средний балл сдававших творческий экзамен × их число)) ÷ (участники − сдававшие творческий экзамен)",
                "(Σ (subject mean × participants) − Σ (mean of creative exam takers × their number)) ÷ (participants − creative exam takers)")) with
        {
            PublicationThreshold = TestParameters.ShippedSmallestGroup, PublicationNorm = TestParameters.SmallestGroup,
        },
        Of(ParticipantsWithoutCreative, "Шығармашылық емтихан тапсырмаған қатысушылар", "Участники без сдававших творческий экзамен",
            "Participants without creative exam takers", "person", IndicatorKind.Count, 0),
        Of(CreativeSchools, "Шығармашылық емтихан тапсырғандары бар мектептер", "Школы со сдававшими творческий экзамен",
            "Schools with creative exam takers", "school", IndicatorKind.Count, 0,
            new("орташа балы шығармашылық емтихан тапсырғандарсыз есептелген баллдан өзгеше мектептер саны",
                "число школ, чей средний балл отличается от балла без сдававших творческий экзамен",
                "schools whose mean differs from the mean without creative exam takers")),
        Of(SchoolsBothYears, "Екі жылда да нәтижесі бар мектептер", "Школы с результатами за оба года", "Schools with both years", "school", IndicatorKind.Count, 0),
        Of(SchoolsRisen, "Орташа балы өскен мектептер", "Школы, средний балл которых вырос", "Schools whose mean rose", "school", IndicatorKind.Count, 0),
        Of(BelowThreshold, "Шекті балл жинамағандар", "Не набравшие пороговый балл", "Below the threshold", "person", IndicatorKind.Count, 0) with
        {
            Direction = Direction.LowerIsBetter,
        },
        Of(MeanOblast, "Облыс бойынша орташа балл", "Средний балл области", "Oblast mean", "point", IndicatorKind.Score, 1),
        Of(MeanRepublic, "Республика бойынша орташа балл", "Средний балл республики", "Republic mean", "point", IndicatorKind.Score, 1),
        Of(SchoolMean, "Мектептің орташа балы", "Средний балл школы", "School mean", "point", IndicatorKind.Average, 2) with { PublicationThreshold = TestParameters.ShippedSmallestGroup, PublicationNorm = TestParameters.SmallestGroup },
        Of(SubjectMean, "Пән бойынша орташа балл", "Средний балл по предмету", "Subject mean", "point", IndicatorKind.Average, 1) with { PublicationThreshold = TestParameters.ShippedSmallestGroup, PublicationNorm = TestParameters.SmallestGroup },
        Of(SubjectParticipants, "Пәнді тапсырғандар", "Сдавали предмет", "Took the subject", "person", IndicatorKind.Count, 0),
        Of(SubjectMeanOblast, "Пән бойынша облыстың орташа балы", "Средний балл области по предмету", "Oblast mean of the subject", "point", IndicatorKind.Score, 1),
        Of(CreativeMean, "Шығармашылық емтихан тапсырғандардың пән бойынша орташа балы", "Средний балл по предмету сдававших творческий экзамен",
            "Subject mean of creative exam takers", "point", IndicatorKind.Average, 1) with { PublicationThreshold = TestParameters.ShippedSmallestGroup, PublicationNorm = TestParameters.SmallestGroup },
    ];

    private static IndicatorDescriptor Of(
        string code, string kk, string ru, string en, string unit, IndicatorKind kind, int rounding, LocalizedText? formula = null) =>
        new(code, new LocalizedText(kk, ru, en), unit, kind, rounding) { FormulaText = formula, Periodicity = Periodicity.Year };
}
