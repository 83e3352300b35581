using System.Globalization;
using System.Text;

namespace Education.Benchmarks;

/// <summary>A participant of the made-up year: the same n gives the same one, always valid under the norms of 2017.</summary>
internal readonly record struct MadeParticipant(string Iin, int School, string Language, int Reading, int Math, int History, string Profile1, int Score1, string Profile2, int Score2)
{
    private static readonly string[] Subjects = ["math", "physics", "biology", "chemistry", "geography", "law", "english"];
    private static readonly string[] Written = ["Математика", "Физика", "Биология", "Химия", "География", "Основы права", "Английский язык"];

    public int Total => Reading + Math + History + Score1 + Score2;

    public static MadeParticipant Of(int n, string iin, int schools)
    {
        // A small multiplicative generator: the same on every machine.
        var seed = unchecked(((uint)n * 2654435761u) + 12345u);
        int Next(int below)
        {
            seed = unchecked((seed * 1664525u) + 1013904223u);
            return (int)((seed >> 8) % (uint)below);
        }

        var first = Next(Subjects.Length);
        var second = (first + 1 + Next(Subjects.Length - 1)) % Subjects.Length;
        return new(iin, n % schools, Next(2) == 0 ? "kk" : "ru", Next(21), Next(21), Next(21), Subjects[first], Next(41), Subjects[second], Next(41));
    }

    public string SubjectName(string code) => Written[Array.IndexOf(Subjects, code)];
}

/// <summary>The CSV of made-up participants.</summary>
internal static class ParticipantFile
{
    public static IEnumerable<MadeParticipant> Rows(int count, int schools)
    {
        var n = 0;
        for (var day = new DateOnly(1999, 1, 1); ; day = day.AddDays(1))
        {
            for (var serial = 0; serial < 400; serial++)
            {
                if (Iin(string.Create(CultureInfo.InvariantCulture, $"{day:yyMMdd}{3 + (serial % 2)}{serial:0000}")) is not { } iin)
                {
                    continue;
                }

                yield return MadeParticipant.Of(n, iin, schools);
                if (++n == count)
                {
                    yield break;
                }
            }
        }
    }

    public static void Write(string path, int count, int schools)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        writer.WriteLine(
            "ИИН;Школа;Язык;Творческий экзамен;Грамотность чтения;Математическая грамотность;История Казахстана;"
            + "Профильный предмет 1;Балл по профильному предмету 1;Профильный предмет 2;Балл по профильному предмету 2;Общий балл");
        foreach (var row in Rows(count, schools))
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Iin};Средняя школа №{row.School + 1};{(row.Language == "kk" ? "каз" : "рус")};нет;{row.Reading};{row.Math};{row.History};{row.SubjectName(row.Profile1)};{row.Score1};{row.SubjectName(row.Profile2)};{row.Score2};{row.Total}"));
        }
    }

    private static string? Iin(string digits)
    {
        var sum = Enumerable.Range(0, 11).Sum(p => (digits[p] - '0') * (p + 1)) % 11;
        if (sum == 10)
        {
            sum = Enumerable.Range(0, 11).Sum(p => (digits[p] - '0') * (((p + 2) % 11) + 1)) % 11;
        }

        return sum == 10 ? null : digits + sum.ToString(CultureInfo.InvariantCulture);
    }
}
