using Education.SharedKernel;

namespace Education.Testing.National;

/// <summary>Block of the test that a subject belongs to.</summary>
internal enum SubjectBlock
{
    /// <summary>Міндетті блок / обязательный блок.</summary>
    Compulsory,

    /// <summary>Бейіндік пән / профильный предмет.</summary>
    Profile,
}

/// <summary>Пән / предмет ЕНТ: a code, its names, and the ways tables write it.</summary>
internal sealed record Subject(string Code, SubjectBlock Block, LocalizedText Name, params string[] Aliases)
{
    public const string Reading = "reading";
    public const string MathLiteracy = "math-literacy";
    public const string History = "history";
    public const string Creative1 = "creative-1";
    public const string Creative2 = "creative-2";

    /// <summary>All subjects in the order of the annual tables (norms §3.1).</summary>
    public static IReadOnlyList<Subject> All { get; } =
    [
        new(Reading, SubjectBlock.Compulsory, new("Оқу сауаттылығы", "Грамотность чтения", "Reading literacy")),
        new(MathLiteracy, SubjectBlock.Compulsory, new("Математикалық сауаттылық", "Математическая грамотность", "Mathematical literacy")),
        new(History, SubjectBlock.Compulsory, new("Қазақстан тарихы", "История Казахстана", "History of Kazakhstan")),
        new("math", SubjectBlock.Profile, new("Математика", "Математика", "Mathematics")),
        new("physics", SubjectBlock.Profile, new("Физика", "Физика", "Physics")),
        new("biology", SubjectBlock.Profile, new("Биология", "Биология", "Biology")),
        new("chemistry", SubjectBlock.Profile, new("Химия", "Химия", "Chemistry")),
        new("geography", SubjectBlock.Profile, new("География", "География", "Geography")),
        new("world-history", SubjectBlock.Profile, new("Дүниежүзі тарихы", "Всемирная история", "World history"), "История", "Тарих"),
        new("law", SubjectBlock.Profile, new("Құқық негіздері (Адам. Қоғам. Құқық)", "Основы права (Человек. Общество. Право)", "Fundamentals of law"),
            "Ч.О.П.", "ЧОП", "Человек. Общество. Право", "Адам. Қоғам. Құқық", "АҚҚ", "Құқық негіздері", "Основы права"),
        new("english", SubjectBlock.Profile, new("Ағылшын тілі", "Английский язык", "English")),
        new("kazakh", SubjectBlock.Profile, new("Қазақ тілі мен әдебиеті", "Казахский язык и литература", "Kazakh language and literature"),
            "Казахский язык", "Қазақ тілі"),
        new("russian", SubjectBlock.Profile, new("Орыс тілі мен әдебиеті", "Русский язык и литература", "Russian language and literature"),
            "Русский язык", "Орыс тілі"),
        new("german", SubjectBlock.Profile, new("Неміс тілі", "Немецкий язык", "German")),
        new("french", SubjectBlock.Profile, new("Француз тілі", "Французский язык", "French")),
        new("informatics", SubjectBlock.Profile, new("Информатика", "Информатика", "Informatics")),
        new("literature", SubjectBlock.Profile, new("Әдебиет", "Литература", "Literature")),
        new(Creative1, SubjectBlock.Profile, new("Шығармашылық емтихан 1", "Творческий экзамен 1", "Creative exam 1"), "Творческий экзамен", "Шығармашылық емтихан"),
        new(Creative2, SubjectBlock.Profile, new("Шығармашылық емтихан 2", "Творческий экзамен 2", "Creative exam 2")),
    ];

    private static readonly Dictionary<string, Subject> Written = All
        .SelectMany(s => new[] { s.Code, s.Name.Kk, s.Name.Ru, s.Name.En! }.Concat(s.Aliases).Select(text => (Key: Key(text), Subject: s)))
        .DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Subject, StringComparer.Ordinal);

    /// <summary>The subject that a table means by <paramref name="written"/>, or null.</summary>
    public static Subject? Find(string? written) => written is null ? null : Written.GetValueOrDefault(Key(written));

    /// <summary>The subject with this code.</summary>
    public static Subject ByCode(string code) => All.First(s => s.Code == code);

    /// <summary>True for the two creative exams (шығармашылық емтихан / творческий экзамен).</summary>
    public static bool IsCreative(string? code) => code is Creative1 or Creative2;

    private static string Key(string text) => new([.. SearchText.Normalize(text).Where(char.IsLetterOrDigit)]);
}
