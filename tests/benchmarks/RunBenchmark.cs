using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Education.Benchmarks;

/// <summary>
/// One allocation over the whole country, from stored state to stored, logged offers: drafted, approved by a second person and published over
/// HTTP in the product's own process; against prepared statements that read the rows it read and write the rows it wrote, in a copy of the
/// file as it was before.
/// </summary>
internal static class RunBenchmark
{
    public const string Second = "bench-second";
    private const string Runs = "/api/v1/preschool/allocation/runs";
    private const string Republic = "000000000";

    /// <summary>As the product reads them: open places, the lines that they are for, the wishes of these lines.</summary>
    private static readonly string[] Reads =
    [
        "SELECT g.Id, g.InstitutionId, i.TerritoryCode, g.BirthYear, g.Language, g.Profile, g.Open FROM preschool_Groups g JOIN registry_Institutions i ON i.Id = g.InstitutionId WHERE g.Open > 0",
        "SELECT a.Id, a.Pool, a.Rank, a.AppliedAt, a.BornOn FROM preschool_Applications a WHERE a.State = 'Waiting'",
        "SELECT w.ApplicationId, w.InstitutionId FROM preschool_ApplicationWishes w JOIN preschool_Applications a ON a.Id = w.ApplicationId WHERE a.State = 'Waiting' ORDER BY w.ApplicationId, w.\"Order\"",
    ];

    public static async Task<IReadOnlyList<Measured>> Run(Workshop workshop)
    {
        var file = workshop.Copy("run.db");
        var (steps, memory, offers) = await Product(file);
        var seconds = steps.Draft + steps.Publish;
        var bare = Bare(workshop.Copy("bare.db"), file);
        return
        [
            new(
                "preschool",
                $"allocation run over the country, {offers.ToString("# ##0", CultureInfo.InvariantCulture)} offers (draft {Report.Seconds(steps.Draft)}, publication {Report.Seconds(steps.Publish)}); {bare.Read} rows read, {bare.Written} written",
                Report.Seconds(seconds), Report.Seconds(bare.Seconds), Report.Times(seconds / bare.Seconds), "≤ 3×", seconds / bare.Seconds <= 3),
            new("preschool", "peak memory of the product's process in the run", $"{memory / 1024 / 1024} MB", "", "", "< 2048 MB", memory / 1024 / 1024 < 2048),
        ];
    }

    private static async Task<((double Draft, double Publish) Steps, long Memory, int Offers)> Product(string database)
    {
        await using var server = await ServerProcess.Product(database);
        using var officer = await server.SignIn();
        using var head = await server.SignIn(Second);
        var watch = Stopwatch.StartNew();
        using var started = await officer.PostAsJsonAsync(Runs, new { territoryCode = Republic }).ThrowIfFailed();
        var id = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var run = await Reach(officer, id, "draft");
        var draft = watch.Elapsed.TotalSeconds;
        await Put(head, $"{Runs}/{id}/approval", run);
        run = await Reach(officer, id, "approved");
        watch.Restart();
        await Put(officer, $"{Runs}/{id}/publication", run);
        run = await Reach(officer, id, "published");
        return ((draft, watch.Elapsed.TotalSeconds), server.PeakMemory, run.GetProperty("proposed").GetInt32());
    }

    private static async Task Put(HttpClient client, string path, JsonElement run)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(new { }) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{run.GetProperty("version").GetInt64()}\"");
        using var answer = await client.SendAsync(request).ThrowIfFailed();
    }

    private static async Task<JsonElement> Reach(HttpClient client, Guid id, string state)
    {
        while (true)
        {
            var run = await client.GetFromJsonAsync<JsonElement>($"{Runs}/{id}");
            var now = run.GetProperty("state").GetString();
            if (now == state)
            {
                return run;
            }

            if (now is "stale" or "discarded")
            {
                throw new InvalidOperationException(run.ToString());
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Rows that the run added, found by what the product's file has beyond the one before; rows that it changed, by what it changes.</summary>
    private static (double Seconds, int Read, int Written) Bare(string database, string done)
    {
        using var connection = new SqliteConnection($"Data Source={database};Foreign Keys=True;Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA cache_size=-32768; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;");
        Execute(connection, $"ATTACH '{done}' AS done");
        var added = Tables(connection).Select(table => new Rows(
            table, All(connection, $"SELECT * FROM done.{table} WHERE rowid > (SELECT COALESCE(MAX(rowid), 0) FROM main.{table})"))).Where(t => t.Values.Count > 0).ToList();
        var offered = All(connection, "SELECT State, StateSince, StateUntil, Version, ModifiedAt, Id FROM done.preschool_Applications WHERE State = 'Offered'");
        var held = All(connection, "SELECT Open, Held, Version, Id FROM done.preschool_Groups WHERE Held > 0");
        Execute(connection, "DETACH done");
        var watch = Stopwatch.StartNew();
        var read = Reads.Sum(sql => Read(connection, sql));
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var table in added)
            {
                var places = string.Join(", ", table.Values[0].Select((_, i) => "$p" + i));
                Write(connection, transaction, $"INSERT INTO {table.Table} VALUES ({places})", table.Values);
            }

            Write(connection, transaction, "UPDATE preschool_Applications SET State = $p0, StateSince = $p1, StateUntil = $p2, Version = $p3, ModifiedAt = $p4 WHERE Id = $p5", offered);
            Write(connection, transaction, "UPDATE preschool_Groups SET Open = $p0, Held = $p1, Version = $p2 WHERE Id = $p3", held);
            transaction.Commit();
        }

        return (watch.Elapsed.TotalSeconds, read, added.Sum(t => t.Values.Count) + offered.Count + held.Count);
    }

    private static List<string> Tables(SqliteConnection connection) =>
    [
        .. All(connection, "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name LIKE 'preschool~_%' ESCAPE '~' AND name NOT LIKE '%History%'")
            .Select(row => (string)row[0]),
    ];

    private static int Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var (rows, values) = (0, new object[reader.FieldCount]);
        while (reader.Read())
        {
            reader.GetValues(values);
            rows++;
        }

        return rows;
    }

    private static void Write(SqliteConnection connection, SqliteTransaction transaction, string sql, IReadOnlyList<object[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        var parameters = rows[0].Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = "$p" + i })).ToArray();
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = row[i];
            }

            command.ExecuteNonQuery();
        }
    }

    private static List<object[]> All(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(values);
        }

        return rows;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Rows(string Table, IReadOnlyList<object[]> Values);
}
