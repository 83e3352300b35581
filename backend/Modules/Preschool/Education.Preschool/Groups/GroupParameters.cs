using Education.Registry.Contracts;
using Education.SharedKernel;

namespace Education.Preschool.Groups;

/// <summary>Norms of groups (norms §1.5) and the window of transfers (§1.2), effective-dated in the Registry.</summary>
internal sealed class GroupParameters : IParameterSource
{
    public const string Prefix = "preschool.";
    public const string GroupNorm = Prefix + "group-norm.";
    public const string AreaNorm = Prefix + "area-norm.";
    public const string TransferMonth = Prefix + "transfer.month";
    public const string TransferFirstDay = Prefix + "transfer.first-day";
    public const string TransferLastDay = Prefix + "transfer.last-day";

    private const string Sanitary = "Мектепке дейінгі ұйымдардың санитариялық қағидалары / Санитарные правила для дошкольных организаций (ҚР ДСМ-59, 09.07.2021)";
    private const string AnnexL = "ҚР ЕЖ / СП РК 3.02-110-2012, Л қосымшасы / приложение Л";
    private const string Astana = "Астана әкімдігінің түсіндірмесі / разъяснение акимата Астаны № 49379";
    private static readonly DateOnly Start = new(2010, 1, 1);

    /// <summary>Not more than so many children: nursery age, preschool age; null where the act names no number.</summary>
    private static readonly (string Profile, int? Nursery, int? Preschool, string Act)[] Sizes =
    [
        (GroupProfile.General, 20, 25, Sanitary),
        ("sanatorium", null, null, Sanitary),
        ("tuberculosis", 10, 15, AnnexL),
        ("severe-speech", 10, 12, AnnexL),
        ("phonetic", 10, 12, AnnexL),
        ("hearing", 10, 12, AnnexL),
        ("blind", 10, 10, AnnexL),
        ("low-vision", 10, 15, AnnexL),
        ("musculoskeletal", 10, 12, AnnexL),
        ("intellectual", null, 10, AnnexL),
    ];

    public IReadOnlyList<ParameterDefinition> Parameters { get; } =
    [
        .. Sizes.SelectMany(s => new[] { Size(s.Profile, "nursery", s.Nursery, s.Act), Size(s.Profile, "preschool", s.Preschool, s.Act) }),
        Of(AreaNorm + "nursery", new("Бөбекжай жасындағы бір балаға топ бөлмесінің ауданы", "Площадь групповой на ребёнка ясельного возраста", "Room a child of nursery age"),
            "square-metres", 2.5m, Sanitary),
        Of(AreaNorm + "preschool", new("Мектепке дейінгі жастағы бір балаға топ бөлмесінің ауданы", "Площадь групповой на ребёнка дошкольного возраста", "Room a child of preschool age"),
            "square-metres", 2.0m, Sanitary),
        Of(TransferMonth, new("Жас топтары арасында ауыстыру айы", "Месяц перевода между возрастными группами", "Month of transfers between age groups"), "months", 8, Astana),
        Of(TransferFirstDay, new("Ауыстырудың алғашқы күні", "Первый день перевода", "First day of transfers"), "days", 1, Astana),
        Of(TransferLastDay, new("Ауыстырудың соңғы күні", "Последний день перевода", "Last day of transfers"), "days", 31, Astana),
    ];

    public static string SizeCode(string profile, string stage) => $"{GroupNorm}{profile}.{stage}";

    private static ParameterDefinition Size(string profile, string stage, int? value, string act)
    {
        var name = GroupProfile.Find(profile)!.Name;
        LocalizedText text = stage == "nursery"
            ? new($"Топтың шекті саны, бөбекжай жасы: {name.Kk}", $"Наполняемость группы, ясельный возраст: {name.Ru}", $"Size of a group, nursery age: {name.En}")
            : new($"Топтың шекті саны, мектепке дейінгі жас: {name.Kk}", $"Наполняемость группы, дошкольный возраст: {name.Ru}", $"Size of a group, preschool age: {name.En}");
        var code = SizeCode(profile, stage);
        return new(code, text, "persons", value is { } norm ? [new ParameterValue(code, norm, Start, null, act, null)] : []);
    }

    private static ParameterDefinition Of(string code, LocalizedText name, string unit, decimal value, string act) =>
        new(code, name, unit, [new ParameterValue(code, value, Start, null, act, null)]);
}
