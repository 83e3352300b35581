using Education.SharedKernel;

namespace Education.Preschool.Groups;

/// <summary>
/// Топтың бейіні / профиль группы: ordinary, sanatorium or one of the correctional kinds of СП РК 3.02-110-2012, annex Л. The size norm of each is
/// a parameter.
/// </summary>
/// <param name="Code">Stable code, part of pool keys.</param>
/// <param name="IsCorrectional">A child comes with a conclusion of the psychological, medical and pedagogical commission.</param>
internal sealed record GroupProfile(string Code, bool IsCorrectional, LocalizedText Name)
{
    public const string General = "general";

    public static IReadOnlyList<GroupProfile> All { get; } =
    [
        new(General, false, new("Жалпы", "Общеразвивающая", "General")),
        new("sanatorium", false, new("Шипажайлық", "Санаторная", "Sanatorium")),
        new("tuberculosis", false, new("Туберкулезбен ауыратындарға арналған", "Для больных туберкулёзом", "Tuberculosis")),
        new("severe-speech", true, new("Сөйлеу тілінің ауыр бұзылыстары", "Тяжёлые нарушения речи", "Severe speech disorders")),
        new("phonetic", true, new("Фонетикалық-фонематикалық бұзылыстар", "Фонетико-фонематические нарушения", "Phonetic disorders")),
        new("hearing", true, new("Нашар еститіндер", "Слабослышащие", "Hard of hearing")),
        new("blind", true, new("Көрмейтіндер", "Незрячие", "Blind")),
        new("low-vision", true, new("Нашар көретіндер", "Слабовидящие", "Low vision")),
        new("musculoskeletal", true, new("Тірек-қимыл аппаратының бұзылыстары", "Нарушения опорно-двигательного аппарата", "Musculoskeletal disorders")),
        new("intellectual", true, new("Зияты зақымдалғандар", "Нарушения интеллекта", "Intellectual disability")),
    ];

    private static readonly Dictionary<string, GroupProfile> ByCode = All.ToDictionary(p => p.Code, StringComparer.Ordinal);

    public static GroupProfile? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
