using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.Data.Sqlite;

namespace Education.Benchmarks;

/// <summary>
/// 200,000 participants: the wizard over HTTP in the product's own process (upload, check, apply; validated, audited, schools computed)
/// against raw prepared inserts of the same rows into the same table with the same indexes, in one transaction.
/// </summary>
internal static class ImportBenchmark
{
    private const int Participants = 200_000;
    private const int Schools = 1_000;
    private const int Rounds = 3;
    private const string Karaganda = "351000000";

    public static async Task<IReadOnlyList<Measured>> Run()
    {
        using var workshop = new Workshop();
        IReadOnlyList<Guid> schools = [];
        await workshop.Prepare(async services =>
        {
            await Workshop.AddUser(services, DataScope.All);
            schools = await Workshop.AddSchools(services, Schools, [Karaganda]);
        });
        var csv = workshop.File("participants.csv");
        ParticipantFile.Write(csv, Participants, Schools);
        var (product, bare) = (new List<Steps>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(Raw(workshop.Copy("raw.db"), schools));
            product.Add(await Import(workshop.Copy("product.db"), csv));
            await Console.Out.WriteLineAsync($"round {round + 1}: bare {Report.Seconds(bare[^1])}, product {product[^1]}");
        }

        var (mine, raw) = (Report.Median(product.Select(p => p.Total)), Report.Median(bare));
        var memory = product.Max(p => p.PeakMemory) / 1024.0 / 1024;
        var steps = $"upload {Report.Seconds(Report.Median(product.Select(p => p.Upload)))}, check {Report.Seconds(Report.Median(product.Select(p => p.Check)))}, "
            + $"apply {Report.Seconds(Report.Median(product.Select(p => p.Apply)))}";
        return
        [
            new("import", $"200,000 participants from CSV ({steps})", Report.Seconds(mine), Report.Seconds(raw), Report.Times(mine / raw), "≤ 4×", mine / raw <= 4),
            new("import", "peak memory of the product's process", $"{memory:0} MB", "", "", "< 300 MB", memory < 300),
        ];
    }

    private static async Task<Steps> Import(string database, string csv)
    {
        await using var server = await ServerProcess.Product(database);
        using var client = await server.SignIn();
        var processor = server.ProcessorTime;
        var watch = Stopwatch.StartNew();
        await using var content = File.OpenRead(csv);
        var file = new StreamContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("testing.participants"), "definition" },
            { new StringContent(JsonSerializer.Serialize(new { year = "2017", territory = Karaganda })), "options" },
            { file, "file", "participants.csv" },
        };
        using var uploaded = await client.PostAsync("/api/v1/imports", form).ThrowIfFailed();
        var id = (await uploaded.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var upload = watch.Elapsed.TotalSeconds;
        using var checking = await client.PostAsJsonAsync($"/api/v1/imports/{id}/check", new { }).ThrowIfFailed();
        await Reach(client, id, "checked", "created");
        var check = watch.Elapsed.TotalSeconds;
        using var applying = await client.PostAsJsonAsync($"/api/v1/imports/{id}/apply", new { mode = "all" }).ThrowIfFailed();
        await Reach(client, id, "applied", "created");
        var apply = watch.Elapsed.TotalSeconds;
        return new(upload, check - upload, apply - check, (server.ProcessorTime - processor).TotalSeconds, server.PeakMemory);
    }

    /// <summary>Waits for the state in which all rows are counted as created.</summary>
    private static async Task Reach(HttpClient client, Guid id, string status, string counter)
    {
        while (true)
        {
            var import = await client.GetFromJsonAsync<JsonElement>($"/api/v1/imports/{id}");
            var now = import.GetProperty("status").GetString();
            if (now == status)
            {
                var count = import.GetProperty(counter).GetInt32();
                if (count != Participants)
                {
                    throw new InvalidOperationException($"{count} rows of {Participants}: {import}");
                }

                return;
            }

            if (now is "failed" or "cancelled")
            {
                throw new InvalidOperationException(import.ToString());
            }

            await Task.Delay(100);
        }
    }

    private static double Raw(string database, IReadOnlyList<Guid> schools)
    {
        string[] columns =
        [
            "Id", "InstitutionId", "Year", "Session", "Iin", "Language", "IsCreative", "Reading", "MathLiteracy", "History", "Profile1", "Profile1Score",
            "Profile2", "Profile2Score", "Total", "ImportId", "ImportRow", "Version", "CreatedAt", "CreatedBy", "ModifiedAt", "ModifiedBy",
        ];
        var rows = ParticipantFile.Rows(Participants, Schools).ToList();
        var ids = schools.Select(Text).ToList();
        var (import, user) = (Text(SequentialGuid.Next()), Text(SequentialGuid.Next()));
        const string Now = "2026-11-24 04:00:00";
        using var connection = new SqliteConnection($"Data Source={database};Foreign Keys=True;Pooling=False");
        connection.Open();
        using (var pragmas = connection.CreateCommand())
        {
            // The product's own settings but for more cache and the mapped file, so that nothing but the way of inserting holds it back.
            pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA cache_size=-32768; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;";
            pragmas.ExecuteNonQuery();
        }

        var watch = Stopwatch.StartNew();
        using (var transaction = connection.BeginTransaction())
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"INSERT INTO testing_ParticipantResults ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => "$p" + i))})";
            var parameters = columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = "$p" + i })).ToArray();
            command.Prepare();
            for (var i = 0; i < rows.Count; i++)
            {
                var row = rows[i];
                object[] values =
                [
                    Text(SequentialGuid.Next()), ids[row.School], 2017, "Main", row.Iin, row.Language == "kk" ? "Kk" : "Ru", false, row.Reading, row.Math, row.History,
                    row.Profile1, row.Score1, row.Profile2, row.Score2, row.Total, import, i + 2, 1, Now, user, Now, user,
                ];
                for (var p = 0; p < values.Length; p++)
                {
                    parameters[p].Value = values[p];
                }

                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    private sealed record Steps(double Upload, double Check, double Apply, double Processor, long PeakMemory)
    {
        public double Total => Upload + Check + Apply;

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{Total:0.00} s (upload {Upload:0.00}, check {Check:0.00}, apply {Apply:0.00}), processor {Processor:0.00} s, peak {PeakMemory / 1024.0 / 1024:0} MB");
    }
}
