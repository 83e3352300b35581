using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Education.Benchmarks;

/// <summary>
/// The whole answer about a position over HTTP, with its causes since the last visit, against a minimal API that reads the application's row by
/// its key; without a target, which is the look-up's: both over Kestrel on loopback in processes of their own, one request after another, by turns.
/// </summary>
internal static class PositionBenchmark
{
    private const int Rounds = 5;
    private const int EachRound = 400;

    public static async Task<IReadOnlyList<Measured>> Run(string database, IReadOnlyList<(Guid Id, string Number, DateOnly BornOn, string Territory)> asked)
    {
        await using var product = await ServerProcess.Product(database);
        await using var bare = await ServerProcess.Bare(database);
        using var mine = await product.SignIn();
        using var theirs = new HttpClient { BaseAddress = new Uri(bare.Url) };
        static string Mine(Guid id) => $"/api/v1/preschool/queue/applications/{id}/position";
        static string Theirs(Guid id) => $"/applications/{id}";
        var some = asked.Where((_, i) => i % Math.Max(1, asked.Count / EachRound) == 0).Take(EachRound).ToList();
        // The first look of the day folds the boards and writes the visits down.
        foreach (var application in some)
        {
            MustBe(application.Number, await mine.GetStringAsync(Mine(application.Id)));
            MustBe(application.Number, await theirs.GetStringAsync(Theirs(application.Id)));
        }

        var (products, bares) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            bares.Add(await Ask(theirs, some.Select(a => Theirs(a.Id))));
            products.Add(await Ask(mine, some.Select(a => Mine(a.Id))));
        }

        var (answer, row) = (Report.Median(products), Report.Median(bares));
        return
        [
            new(
                "preschool", "position with its causes, the whole answer over HTTP", PreschoolBenchmark.Micro(answer), PreschoolBenchmark.Micro(row),
                Report.Times(answer / row), "", null),
        ];
    }

    /// <summary>The bare counterpart.</summary>
    public static void Map(WebApplication app, string connectionString) => app.MapGet("/applications/{id:guid}", (Guid id) => Read(connectionString, id));

    /// <summary>Median seconds an answer.</summary>
    private static async Task<double> Ask(HttpClient client, IEnumerable<string> paths)
    {
        var times = new List<double>();
        foreach (var path in paths)
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync(path);
            await response.Content.ReadAsByteArrayAsync();
            response.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        return Report.Median(times);
    }

    private static void MustBe(string number, string answer)
    {
        using var json = JsonDocument.Parse(answer);
        if (json.RootElement.GetProperty("number").GetString() != number)
        {
            throw new InvalidOperationException($"Not the application {number}: {answer}");
        }
    }

    private static IResult Read(string connectionString, Guid id)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Number, Pool, Rank, AppliedAt, State, BornOn FROM preschool_Applications WHERE Id = $id";
        command.Parameters.AddWithValue("$id", Country.Text(id));
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? Results.Json(new
            {
                number = reader.GetString(0), pool = reader.GetString(1), rank = reader.GetInt32(2), appliedAt = reader.GetString(3), state = reader.GetString(4),
                bornOn = reader.GetString(5),
            })
            : Results.NotFound();
    }
}
