using Education.SharedKernel;
using Microsoft.Data.Sqlite;

namespace Education.Benchmarks;

/// <summary>
/// What the figures of the ЕНТ chapter cost at least: the queries by hand, one for each block of the chapter, read into numbers. No names of
/// rows but those of the schools that order them, no origins and digests, no hiding of small groups (there are none), no text.
/// </summary>
internal sealed class BareReport
{
    private const string Covered = "(SELECT DescendantCode FROM registry_TerritoryClosure WHERE AncestorCode = $root)";

    private const string Totals =
        "SELECT SUM(r.Graduates), SUM(r.Participants), SUM(r.Participants > 0), SUM(r.TotalHundredths), SUM(r.BelowThreshold), "
        + "SUM(r.MeanWithoutCreativeHundredths <> r.MeanHundredths), SUM(b.MeanHundredths IS NOT NULL), SUM(r.MeanHundredths > b.MeanHundredths) "
        + "FROM testing_SchoolResults r JOIN registry_Institutions i ON i.Id = r.InstitutionId "
        + "LEFT JOIN testing_SchoolResults b ON b.InstitutionId = r.InstitutionId AND b.Year = r.Year - 1 "
        + "WHERE r.Year = $year AND r.Participants IS NOT NULL AND i.TerritoryCode IN " + Covered;

    private const string Subjects =
        "SELECT SubjectCode, SUM(TotalHundredths), SUM(Participants) FROM testing_SubjectResults "
        + "WHERE Year = $year AND \"Group\" = 'All' AND TerritoryCode IN " + Covered + " GROUP BY SubjectCode";

    private const string WithoutCreative =
        "SELECT SUM(Total), SUM(Takers) FROM (SELECT SUM(CASE \"Group\" WHEN 'All' THEN TotalHundredths ELSE -TotalHundredths END) AS Total, "
        + "MAX(CASE WHEN \"Group\" = 'All' AND SubjectCode = 'reading' THEN Participants END) - MAX(CASE WHEN \"Group\" = 'Creative' THEN Participants END) AS Takers "
        + "FROM testing_SubjectResults WHERE Year = $year AND TerritoryCode IN " + Covered + " GROUP BY TerritoryCode) WHERE Takers IS NOT NULL";

    private const string Schools =
        "SELECT r.InstitutionId, i.NameKk, r.Graduates, r.Participants, r.TotalHundredths, b.TotalHundredths, b.Participants "
        + "FROM testing_SchoolResults r JOIN registry_Institutions i ON i.Id = r.InstitutionId "
        + "LEFT JOIN testing_SchoolResults b ON b.InstitutionId = r.InstitutionId AND b.Year = r.Year - 1 AND b.Participants > 0 "
        + "WHERE r.Year = $year AND r.Participants > 0 AND i.TerritoryCode IN " + Covered + " ORDER BY r.MeanHundredths DESC, i.NameKk, r.InstitutionId";

    private const string Norms =
        "SELECT p.Code, v.Value FROM registry_Parameters p JOIN registry_ParameterPeriods v ON v.ParameterId = p.Id "
        + "WHERE p.Code IN ('testing.unt.threshold', 'testing.unt.max-score') AND v.TerritoryCode IS NULL "
        + "AND v.ValidFrom <= $day AND (v.ValidTo IS NULL OR v.ValidTo >= $day)";

    private readonly Dictionary<string, Number> _numbers = new(60_000, StringComparer.Ordinal);

    public static BareReport Read(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        var report = new BareReport();
        report.ReadTotals(connection);
        report.ReadSubjects(connection);
        report.ReadSchools(connection);
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
        using var now = Query(connection, Totals, ReportBenchmark.Year);
        using var before = Query(connection, Totals, ReportBenchmark.Year - 1);
        now.Read();
        before.Read();
        long Of(int column) => now.GetInt64(column);
        var (mean, previous) = (Of(3) / 100m / Of(1), before.GetInt64(3) / 100m / before.GetInt64(1));
        Set("unt.graduates", Of(0));
        Set("unt.participants", Of(1));
        Set("unt.schools", Of(2));
        Set("unt.participation", Of(1) * 100m / Of(0), 1, percent: true);
        Set("unt.mean", mean, 1);
        Set("unt.mean-previous", previous, 1);
        Set("unt.mean-change", Math.Abs(Rounding.HalfUp(mean, 1) - Rounding.HalfUp(previous, 1)), 1);
        Set("unt.creative-schools", Of(5));
        Set("unt.schools-both-years", Of(6));
        Set("unt.schools-risen", Of(7));
        Set("unt.schools-not-risen", Of(6) - Of(7));
        Set("unt.below-threshold", Of(4));
        Set("unt.below-threshold-previous", before.GetInt64(4));
        Set("unt.below-threshold-change", Math.Abs(Of(4) - before.GetInt64(4)));
        Set("unt.below-threshold-share", Of(4) * 100m / Of(1), 1, percent: true);
        Set("unt.mean-oblast", null);
        Set("unt.mean-republic", null);
    }

    private void ReadSubjects(SqliteConnection connection)
    {
        using (var reader = Query(connection, Subjects, ReportBenchmark.Year))
        {
            while (reader.Read())
            {
                var key = $"[subject={reader.GetString(0)}]";
                Set("unt.subject-mean" + key, reader.GetInt64(1) / 100m / reader.GetInt64(2), 1);
                Set("unt.subject-participants" + key, reader.GetInt64(2));
                Set("unt.subject-mean-oblast" + key, null);
            }
        }

        using var without = Query(connection, WithoutCreative, ReportBenchmark.Year);
        without.Read();
        var participants = without.GetInt64(1);
        Set("unt.participants-without-creative", participants);
        Set("unt.mean-without-creative", without.GetInt64(0) / 100m / participants, 1);
        Set("unt.creative-takers", _numbers["unt.participants"].Value!.Value - participants);
    }

    private void ReadSchools(SqliteConnection connection)
    {
        using var reader = Query(connection, Schools, ReportBenchmark.Year);
        var count = 0;
        while (reader.Read())
        {
            count++;
            var key = $"[{reader.GetGuid(0):N}]";
            var (graduates, participants) = (reader.GetInt64(2), reader.GetInt64(3));
            var mean = reader.GetInt64(4) / 100m / participants;
            decimal? previous = reader.IsDBNull(5) ? null : reader.GetInt64(5) / 100m / reader.GetInt64(6);
            Set("unt.graduates" + key, graduates);
            Set("unt.participants" + key, participants);
            Set("unt.participation" + key, participants * 100m / graduates, 1, percent: true);
            Set("unt.school-mean" + key, mean, 2);
            Set("unt.school-mean@-1" + key, previous, 2);
            Set("unt.school-mean-change" + key, previous is { } before ? Rounding.HalfUp(mean, 2) - Rounding.HalfUp(before, 2) : null, 2);
        }

        Set("best.rows", Math.Min(count, 10));
        Set("lowest.rows", Math.Min(count, 10));
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
