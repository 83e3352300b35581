using Education.Imports.Contracts;
using Education.SharedKernel;

namespace Education.Testing.National.Participants;

/// <summary>Columns of a table of participants, with the headings by which they are recognised.</summary>
internal static class ParticipantColumns
{
    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        new("iin", new("ЖСН", "ИИН", "IIN"), ImportValueKind.Iin, Required: true,
            ["ЖСН", "Қатысушының ЖСН", "ИИН", "ИИН участника", "IIN"], Personal: true),
        new("school", new("Мектеп", "Школа", "School"), ImportValueKind.Institution, Required: true,
            ["Мектеп", "Мектеп атауы", "Білім беру ұйымы", "Школа", "Наименование школы", "Наименование организации", "School"]),
        new("language", new("Тест тілі", "Язык теста", "Test language"), ImportValueKind.Text, Required: true,
            ["Тест тілі", "Тапсыру тілі", "Оқу тілі", "Язык теста", "Язык сдачи", "Язык обучения", "Язык", "Language"]),
        new("creative", new("Шығармашылық емтихан", "Творческий экзамен", "Creative exam"), ImportValueKind.Text, Required: false,
            ["Шығармашылық емтихан", "Шығармашылық", "Творческий экзамен", "Творческий", "Creative exam", "Creative"]),
        new("reading", new("Оқу сауаттылығы", "Грамотность чтения", "Reading literacy"), ImportValueKind.Integer, Required: true,
            ["Оқу сауаттылығы", "Грамотность чтения", "Reading literacy", "Reading"]),
        new("mathLiteracy", new("Математикалық сауаттылық", "Математическая грамотность", "Mathematical literacy"), ImportValueKind.Integer, Required: false,
            ["Математикалық сауаттылық", "Математическая грамотность", "Мат. грамотность", "Mathematical literacy", "Math literacy"]),
        new("history", new("Қазақстан тарихы", "История Казахстана", "History of Kazakhstan"), ImportValueKind.Integer, Required: true,
            ["Қазақстан тарихы", "История Казахстана", "История РК", "History of Kazakhstan", "History"]),
        new("profile1", new("1-бейіндік пән", "Профильный предмет 1", "Profile subject 1"), ImportValueKind.Text, Required: false,
            ["1-бейіндік пән", "Бейіндік пән 1", "Профильный предмет 1", "1 профильный предмет", "Profile subject 1", "Profile 1"]),
        new("profile1Score", new("1-бейіндік пәннің балы", "Балл по профильному предмету 1", "Score of profile subject 1"), ImportValueKind.Integer, Required: false,
            ["1-бейіндік пәннің балы", "1-бейіндік пән балы", "Балл по профильному предмету 1", "Профильный предмет 1 балл", "Балл 1", "Profile subject 1 score", "Profile 1 score"]),
        new("profile2", new("2-бейіндік пән", "Профильный предмет 2", "Profile subject 2"), ImportValueKind.Text, Required: false,
            ["2-бейіндік пән", "Бейіндік пән 2", "Профильный предмет 2", "2 профильный предмет", "Profile subject 2", "Profile 2"]),
        new("profile2Score", new("2-бейіндік пәннің балы", "Балл по профильному предмету 2", "Score of profile subject 2"), ImportValueKind.Integer, Required: false,
            ["2-бейіндік пәннің балы", "2-бейіндік пән балы", "Балл по профильному предмету 2", "Профильный предмет 2 балл", "Балл 2", "Profile subject 2 score", "Profile 2 score"]),
        new("total", new("Жалпы балл", "Общий балл", "Total"), ImportValueKind.Integer, Required: false,
            ["Жалпы балл", "Барлығы балл", "Общий балл", "Сумма баллов", "Итоговый балл", "Total score", "Total"]),
    ];
}
