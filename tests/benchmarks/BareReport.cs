using System.Globalization;
using Education.SharedKernel;
using Microsoft.Data.Sqlite;

namespace Education.Benchmarks;

/// <summary>
/// What the figures of the ЕНТ chapter cost at least: the queries by hand, one for each block of the chapter and year, read into numbers. No names but
/// those of the schools that order them, no origins and digests, no hiding of small groups, no text.
/// </summary>
internal sealed class BareReport
{
    private const string Covered = "(SELECT DescendantCode FROM registry_TerritoryClosure WHERE AncestorCode = $root)";

    private const string Parts =
        "(SELECT p.AncestorCode AS Part, p.DescendantCode FROM registry_TerritoryClosure p JOIN registry_TerritoryClosure u ON u.DescendantCode = p.AncestorCode "
        + "WHERE u.AncestorCode = $root AND u.Depth = 1)";

    private const string Totals =
        "SELECT p.Part, SUM(r.Graduates), SUM(r.Participants), SUM(r.Participants > 0), SUM(r.TotalHundredths), SUM(r.BelowThreshold), "
        + "SUM(r.MeanWithoutCreativeHundredths <> r.MeanHundredths), SUM(b.MeanHundredths IS NOT NULL), SUM(r.MeanHundredths > b.MeanHundredths) "
        + "FROM testing_SchoolResults r JOIN registry_Institutions i ON i.Id = r.InstitutionId JOIN " + Parts + " p ON p.DescendantCode = i.TerritoryCode "
        + "LEFT JOIN testing_SchoolResults b ON b.InstitutionId = r.InstitutionId AND b.Year = r.Year - 1 "
        + "WHERE r.Year = $year AND r.Participants IS NOT NULL GROUP BY p.Part";

    private const string Subjects =
        "SELECT SubjectCode, SUM(TotalHundredths), SUM(Participants) FROM testing_SubjectResults "
        + "WHERE Year = $year AND \"Group\" = 'All' AND TerritoryCode IN " + Covered + " GROUP BY SubjectCode";

    private const string WithoutCreative =
        "SELECT SUM(Total), SUM(Takers) FROM (SELECT SUM(CASE \"Group\" WHEN 'All' THEN TotalHundredths ELSE -TotalHundredths END) AS Total, "
        + "MAX(CASE WHEN \"Group\" = 'All' AND SubjectCode = 'reading' THEN Participants END) - MAX(CASE WHEN \"Group\" = 'Creative' THEN Participants END) AS Takers "
        + "FROM testing_SubjectResults WHERE Year = $year AND TerritoryCode IN " + Covered + " GROUP BY TerritoryCode) WHERE Takers IS NOT NULL";

    private const string Schools =
        "SELECT r.InstitutionId, r.Graduates, r.Participants, r.TotalHundredths, b.TotalHundredths, b.Participants "
        + "FROM testing_SchoolResults r JOIN registry_Institutions i ON i.Id = r.InstitutionId "
        + "LEFT JOIN testing_SchoolResults b ON b.InstitutionId = r.InstitutionId AND b.Year = r.Year - 1 AND b.Participants > 0 "
        + "WHERE r.Year = $year AND r.Participants > 0 AND i.TerritoryCode IN " + Covered
        + " ORDER BY CAST(r.TotalHundredths AS REAL) / r.Participants {0}, i.SortName, r.InstitutionId LIMIT 10";

    private const string Norms =
        "SELECT p.Code, v.Value FROM registry_Parameters p JOIN registry_ParameterPeriods v ON v.ParameterId = p.Id "
        + "WHERE p.Code IN ('testing.unt.threshold', 'testing.unt.max-score') AND v.TerritoryCode IS NULL "
        + "AND v.ValidFrom <= $day AND (v.ValidTo IS NULL OR v.ValidTo >= $day)";

    private readonly Dictionary<string, Number> _numbers = new(StringComparer.Ordinal);

    public static BareReport Read(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA cache_size=-10240; PRAGMA temp_store=MEMORY;";
        pragmas.ExecuteNonQuery();
        var report = new BareReport();
        report.ReadTotals(connection);
        report.ReadSubjects(connection);
        report.ReadSchools(connection, "best", "DESC");
        report.ReadSchools(connection, "lowest", "ASC");
        report.ReadNorms(connection);
        return report;
    }

    /// <summary>As the report prints them, in Russian.</summary>
    public Dictionary<string, string> Printed() => _numbers.ToDictionary(
        n => n.Key,
        n => n.Value switch
        {
            { Value: not { } } => "нет данных",
            { IsPercent: true } => NumberFormat.Percent(n.Value.Value!.Value, n.Value.Digits, Language.Ru),
            _ => NumberFormat.Format(n.Value.Value!.Value, n.Value.Digits, Language.Ru),
        },
        StringComparer.Ordinal);

    private void ReadTotals(SqliteConnection connection)
    {
        var (now, before) = (Sums(connection, ReportBenchmark.Year), Sums(connection, ReportBenchmark.Year - 1));
        foreach (var (part, sums) in now)
        {
            SetMeans($"[{part}]", "@-1", sums, before.GetValueOrDefault(part));
        }

        var (all, previous) = (Whole(now), Whole(before));
        SetMeans("", "-previous", all, previous);
        Set("unt.graduates", all[0]);
        _numbers["unt.mean-change"] = new(Math.Abs(_numbers["unt.mean-change"].Value!.Value), 1, false);
        Set("unt.creative-schools", all[5]);
        Set("unt.schools-both-years", all[6]);
        Set("unt.schools-risen", all[7]);
        Set("unt.schools-not-risen", all[6] - all[7]);
        Set("unt.below-threshold", all[4]);
        Set("unt.below-threshold-previous", previous[4]);
        Set("unt.below-threshold-change", Math.Abs(all[4] - previous[4]));
        Set("unt.below-threshold-share", all[4] * 100m / all[1], 1, percent: true);
    }

    /// <summary>Figures that the whole and each of its parts have.</summary>
    private void SetMeans(string row, string last, long[] now, long[]? before)
    {
        var mean = now[3] / 100m / now[1];
        decimal? previous = before is null ? null : before[3] / 100m / before[1];
        Set("unt.participants" + row, now[1]);
        Set("unt.schools" + row, now[2]);
        Set("unt.participation" + row, now[1] * 100m / now[0], 1, percent: true);
        Set("unt.mean" + row, mean, 1);
        Set($"unt.mean{last}{row}", previous, 1);
        Set("unt.mean-change" + row, previous is { } was ? Rounding.HalfUp(mean, 1) - Rounding.HalfUp(was, 1) : null, 1);
    }

    private static Dictionary<string, long[]> Sums(SqliteConnection connection, int year)
    {
        using var reader = Query(connection, Totals, year);
        var parts = new Dictionary<string, long[]>(StringComparer.Ordinal);
        while (reader.Read())
        {
            parts.Add(reader.GetString(0), [.. Enumerable.Range(1, 8).Select(column => reader.IsDBNull(column) ? 0 : reader.GetInt64(column))]);
        }

        return parts;
    }

    private static long[] Whole(Dictionary<string, long[]> parts) => [.. Enumerable.Range(0, 8).Select(column => parts.Values.Sum(sums => sums[column]))];

    private void ReadSubjects(SqliteConnection connection)
    {
        using (var reader = Query(connection, Subjects, ReportBenchmark.Year))
        {
            while (reader.Read())
            {
                var key = $"[subject={reader.GetString(0)}]";
                Set("unt.subject-mean" + key, reader.GetInt64(1) / 100m / reader.GetInt64(2), 1);
                Set("unt.subject-participants" + key, reader.GetInt64(2));
            }
        }

        using var without = Query(connection, WithoutCreative, ReportBenchmark.Year);
        without.Read();
        var participants = without.GetInt64(1);
        Set("unt.participants-without-creative", participants);
        Set("unt.mean-without-creative", without.GetInt64(0) / 100m / participants, 1);
        Set("unt.creative-takers", _numbers["unt.participants"].Value!.Value - participants);
    }

    private void ReadSchools(SqliteConnection connection, string table, string order)
    {
        using var reader = Query(connection, string.Format(CultureInfo.InvariantCulture, Schools, order), ReportBenchmark.Year);
        var count = 0;
        while (reader.Read())
        {
            count++;
            var key = $"[{reader.GetGuid(0):N}]";
            var (graduates, participants) = (reader.GetInt64(1), reader.GetInt64(2));
            var mean = reader.GetInt64(3) / 100m / participants;
            decimal? previous = reader.IsDBNull(4) ? null : reader.GetInt64(4) / 100m / reader.GetInt64(5);
            Set("unt.participation" + key, participants * 100m / graduates, 1, percent: true);
            Set("unt.school-mean" + key, mean, 2);
            Set("unt.school-mean@-1" + key, previous, 2);
            Set("unt.school-mean-change" + key, previous is { } before ? Rounding.HalfUp(mean, 2) - Rounding.HalfUp(before, 2) : null, 2);
        }

        Set(table + ".rows", count);
    }

    private void ReadNorms(SqliteConnection connection)
    {
        var (now, before) = (Norm(ReportBenchmark.Year), Norm(ReportBenchmark.Year - 1));
        Set("unt.threshold", now["testing.unt.threshold"]);
        if (now["testing.unt.max-score"] != before["testing.unt.max-score"])
        {
            Set("unt.max-score", now["testing.unt.max-score"]);
            Set("unt.max-score-previous", before["testing.unt.max-score"]);
        }

        Dictionary<string, decimal> Norm(int year)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Norms;
            command.Parameters.AddWithValue("$day", $"{year}-06-01");
            using var reader = command.ExecuteReader();
            var values = new Dictionary<string, decimal>(StringComparer.Ordinal);
            while (reader.Read())
            {
                values.Add(reader.GetString(0), reader.GetDecimal(1));
            }

            return values;
        }
    }

    private static SqliteDataReader Query(SqliteConnection connection, string sql, int year)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$root", ReportBenchmark.Republic);
        command.Parameters.AddWithValue("$year", year);
        return command.ExecuteReader();
    }

    private void Set(string key, decimal? value, int digits = 0, bool percent = false) => _numbers[key] = new(value, digits, percent);

    private readonly record struct Number(decimal? Value, int Digits, bool IsPercent);
}
