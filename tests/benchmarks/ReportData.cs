using Education.SharedKernel;
using Microsoft.Data.Sqlite;

namespace Education.Benchmarks;

/// <summary>Made-up results of schools and subjects in two years; the same on every machine.</summary>
internal static class ReportData
{
    private static readonly string[] Subjects =
        ["reading", "math-literacy", "history", "math", "physics", "biology", "chemistry", "geography", "world-history", "law", "english", "kazakh", "russian"];

    public static void Write(string database, IReadOnlyList<Guid> schools, IReadOnlyList<string> oblasts)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        foreach (var year in new[] { ReportBenchmark.Year - 1, ReportBenchmark.Year })
        {
            for (var n = 0; n < schools.Count; n++)
            {
                AddSchool(connection, schools[n], year, n);
            }

            for (var n = 0; n < oblasts.Count * Subjects.Length; n++)
            {
                AddSubject(connection, oblasts[n / Subjects.Length], Subjects[n % Subjects.Length], year, n);
            }
        }

        transaction.Commit();
    }

    private static void AddSchool(SqliteConnection connection, Guid school, int year, int n)
    {
        // Every seventh school has no result of the year before.
        if (year < ReportBenchmark.Year && n % 7 == 3)
        {
            return;
        }

        var next = new Made(n, year);

        // As in life some groups are too small to be published; theirs are middling means, so that the lists of the best and lowest are the same without hiding.
        var isSmall = n % 400 == 0;
        var participants = isSmall ? 3 : 20 + next.Below(120);

        // The later year is higher, so that the chapter has a change to print.
        var mean = (year < ReportBenchmark.Year ? 4_000L : 4_300L) + (isSmall ? 4_000 : next.Below(8_000));
        long without = next.Below(9) == 0 ? mean - 37 : mean;
        Insert(
            connection, "testing_SchoolResults",
            ("InstitutionId", Text(school)), ("Year", year), ("Graduates", participants + next.Below(30)), ("Participants", participants), ("MeanHundredths", mean),
            ("MeanWithoutCreativeHundredths", without), ("TotalHundredths", mean * participants), ("BelowThreshold", isSmall ? 0 : next.Below(participants / 4)),
            ("Source", "Participants"));
    }

    private static void AddSubject(SqliteConnection connection, string oblast, string subject, int year, int n)
    {
        var next = new Made(n, year + 100);
        var participants = 3_000 + next.Below(20_000);
        var mean = 800L + next.Below(1_200);
        InsertSubject(connection, oblast, subject, year, "All", participants, mean);
        if (subject is "reading" or "history")
        {
            // Takers of a creative exam are the same people in every subject.
            InsertSubject(connection, oblast, subject, year, "Creative", 100 + (n / Subjects.Length), mean);
        }
    }

    private static void InsertSubject(SqliteConnection connection, string oblast, string subject, int year, string group, int participants, long mean) => Insert(
        connection, "testing_SubjectResults",
        ("TerritoryCode", oblast), ("Year", year), ("SubjectCode", subject), ("Group", group), ("Participants", participants), ("MeanHundredths", mean),
        ("TotalHundredths", mean * participants), ("Source", "Table"));

    private static void Insert(SqliteConnection connection, string table, params (string Column, object Value)[] values)
    {
        const string Now = "2026-11-24 04:00:00";
        var user = Text(Guid.Empty);
        (string Column, object Value)[] all =
            [("Id", Text(SequentialGuid.Next())), ("Version", 1), ("CreatedAt", Now), ("CreatedBy", user), ("ModifiedAt", Now), ("ModifiedBy", user), .. values];
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", all.Select(v => $"\"{v.Column}\""))}) VALUES ({string.Join(", ", all.Select((_, i) => "$p" + i))})";
        for (var i = 0; i < all.Length; i++)
        {
            command.Parameters.AddWithValue("$p" + i, all[i].Value);
        }

        command.ExecuteNonQuery();
    }

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    /// <summary>A small multiplicative generator: the same on every machine.</summary>
    private sealed class Made(int n, int stream)
    {
        private uint _seed = unchecked(((uint)n * 2654435761u) + ((uint)stream * 40503u));

        public int Below(int limit)
        {
            _seed = unchecked((_seed * 1664525u) + 1013904223u);
            return (int)((_seed >> 8) % (uint)limit);
        }
    }
}
