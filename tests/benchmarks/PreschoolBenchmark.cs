using System.Diagnostics;
using System.Globalization;
using Education.Api;
using Education.BuildingBlocks.Security;
using Education.Preschool;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Benchmarks;

/// <summary>The kindergarten queue of a whole country: see <see cref="Country"/>.</summary>
internal static class PreschoolBenchmark
{
    private const int Lookups = 5_000;
    private const int Rounds = 5;

    /// <summary>Of the log of one territory, which has some 4,000.</summary>
    private const int DayOfEvents = 100;
    private const double MostMegabytes = 2048;

    public static async Task<IReadOnlyList<Measured>> Run()
    {
        using var workshop = new Workshop();
        var country = new Country();
        var watch = Stopwatch.StartNew();
        await workshop.Prepare(async services =>
        {
            await Workshop.AddUser(services, DataScope.All);
            await Workshop.AddUser(services, DataScope.All, RunBenchmark.Second);
            await country.Generate(services);
        });
        country.WriteWishes(workshop.Database);
        await Console.Out.WriteLineAsync($"generated in {Report.Seconds(watch.Elapsed.TotalSeconds)}, {new FileInfo(workshop.Database).Length / 1024 / 1024} MB");
        return
        [
            .. await RunBenchmark.Run(workshop), .. await Position(workshop.Database, country),
            .. await PositionBenchmark.Run(workshop.Copy("position.db"), [.. country.Waiting.Take(Lookups)]),
        ];
    }

    /// <summary>The look-up itself, inside of one process, against a read of the application's row by its primary key with a prepared statement.</summary>
    private static async Task<IReadOnlyList<Measured>> Position(string database, Country country)
    {
        var asked = country.Waiting.Where((_, i) => i % (country.Waiting.Count / Math.Min(country.Waiting.Count, Lookups)) == 0).Take(Lookups).ToList();
        await using var app = AppBuilder.Build([$"--Database:ConnectionString=Data Source={database}", "--Logging:LogLevel:Default=Warning"], runWorkers: false);
        await using var scope = Database.SystemScope(app.Services);
        var (db, boards) = (scope.ServiceProvider.GetRequiredService<PreschoolDbContext>(), scope.ServiceProvider.GetRequiredService<QueueBoards>());
        // Held open, as the bare counterpart holds its own.
        await db.Database.OpenConnectionAsync();
        var folding = Stopwatch.StartNew();
        await LookUp(db, boards, asked, Place);
        var fold = folding.Elapsed.TotalSeconds;
        var (bare, places, all, day) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(Read(database, asked));
            places.Add(await LookUp(db, boards, asked, Place));
            all.Add(await LookUp(db, boards, asked, (board, id) => Moved(board, id, 0)));
            day.Add(await LookUp(db, boards, asked, (board, id) => Moved(board, id, board.Sequence - DayOfEvents)));
        }

        var raw = Report.Median(bare);
        Measured Row(string what, IEnumerable<double> measured)
        {
            var mine = Report.Median(measured);
            return new("preschool", what, Micro(mine), Micro(raw), Report.Times(mine / raw), "≤ 3×", mine / raw <= 3);
        }

        var memory = Workshop.PeakMemory(Process.GetCurrentProcess()) / 1024.0 / 1024;
        return
        [
            Row($"position in the queue, inside the process, warm (all boards folded in {Report.Seconds(fold)})", places),
            Row("position with the causes of its moves since the beginning", all),
            Row($"position with the causes since a day ago ({DayOfEvents} events of the territory)", day),
            new("preschool", "peak memory: generating, folding the whole log, looking up", $"{memory:0} MB", "", "", "< 2048 MB", memory < MostMegabytes),
        ];

        static bool Place(TerritoryBoard board, Guid id) => board.PositionOf(id, 0) is not null;
        static bool Moved(TerritoryBoard board, Guid id, long since) => Place(board, id) && board.AccountOf(id, new(since, null), 0) is not null;
    }

    /// <summary>Seconds a look-up.</summary>
    private static async Task<double> LookUp(
        PreschoolDbContext db, QueueBoards boards, IReadOnlyList<(Guid Id, string Number, DateOnly BornOn, string Territory)> asked, Func<TerritoryBoard, Guid, bool> look)
    {
        var watch = Stopwatch.StartNew();
        foreach (var (id, _, _, territory) in asked)
        {
            if (!await boards.Look(db, territory, board => look(board, id), CancellationToken.None))
            {
                throw new InvalidOperationException($"{id} does not wait.");
            }
        }

        return watch.Elapsed.TotalSeconds / asked.Count;
    }

    private static double Read(string database, IReadOnlyList<(Guid Id, string Number, DateOnly BornOn, string Territory)> asked)
    {
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Number, Pool, Rank, AppliedAt, State, BornOn FROM preschool_Applications WHERE Id = $id";
        var id = command.Parameters.Add("$id", SqliteType.Text);
        command.Prepare();
        var watch = Stopwatch.StartNew();
        foreach (var application in asked)
        {
            id.Value = Country.Text(application.Id);
            using var reader = command.ExecuteReader();
            if (!reader.Read() || reader.GetString(0) != application.Number)
            {
                throw new InvalidOperationException("The row is not there.");
            }
        }

        return watch.Elapsed.TotalSeconds / asked.Count;
    }

    public static string Micro(double seconds) => (seconds * 1e6).ToString("0 µs", CultureInfo.InvariantCulture);
}
