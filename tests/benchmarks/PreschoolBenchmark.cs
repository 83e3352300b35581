using System.Diagnostics;
using System.Globalization;
using Education.Api;
using Education.BuildingBlocks.Security;
using Education.Preschool;
using Education.Preschool.Queue;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Benchmarks;

/// <summary>The kindergarten queue of a whole country: see <see cref="Country"/>.</summary>
internal static class PreschoolBenchmark
{
    private const int Lookups = 5_000;
    private const int Rounds = 5;
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
        return [.. await RunBenchmark.Run(workshop), .. await Position(workshop.Database, country)];
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
        await LookUp(db, boards, asked);
        var fold = folding.Elapsed.TotalSeconds;
        var (product, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(Read(database, asked));
            product.Add(await LookUp(db, boards, asked));
        }

        var explainer = scope.ServiceProvider.GetRequiredService<QueueExplainer>();
        await Explain(db, explainer, asked);
        var whole = await Explain(db, explainer, asked);
        var (mine, raw) = (Report.Median(product), Report.Median(bare));
        var memory = Workshop.PeakMemory(Process.GetCurrentProcess()) / 1024.0 / 1024;
        return
        [
            new("preschool", $"position in the queue, inside the process, warm (all boards folded in {Report.Seconds(fold)})", Micro(mine), Micro(raw), Report.Times(mine / raw), "≤ 3×", mine / raw <= 3),
            new("preschool", "position with the cause of every move since the beginning", Micro(whole), Micro(raw), Report.Times(whole / raw), "≤ 3×", whole / raw <= 3),
            new("preschool", "peak memory: generating, folding the whole log, looking up", $"{memory:0} MB", "", "", "< 2048 MB", memory < MostMegabytes),
        ];
    }

    /// <summary>Seconds a look-up.</summary>
    private static async Task<double> LookUp(PreschoolDbContext db, QueueBoards boards, IReadOnlyList<(Guid Id, string Number, DateOnly BornOn, string Territory)> asked)
    {
        var watch = Stopwatch.StartNew();
        foreach (var (id, _, _, territory) in asked)
        {
            var position = await boards.Look(db, territory, board => board.PositionOf(id, 0), CancellationToken.None);
            if (position is null)
            {
                throw new InvalidOperationException($"{id} does not wait.");
            }
        }

        return watch.Elapsed.TotalSeconds / asked.Count;
    }

    /// <summary>Seconds an answer: the application, its place, and the causes from the log of its list.</summary>
    private static async Task<double> Explain(
        PreschoolDbContext db, QueueExplainer explainer, IReadOnlyList<(Guid Id, string Number, DateOnly BornOn, string Territory)> asked)
    {
        var some = asked.Where((_, i) => i % 25 == 0).ToList();
        var watch = Stopwatch.StartNew();
        foreach (var (id, number, _, _) in some)
        {
            var application = await db.Scoped<QueueApplication>().AsNoTracking().SingleAsync(a => a.Id == id);
            var told = await explainer.Now(application, (0, null), CancellationToken.None);
            if (told.Number != number || told.InPool is null)
            {
                throw new InvalidOperationException($"{number} is not explained.");
            }
        }

        return watch.Elapsed.TotalSeconds / some.Count;
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

    private static string Micro(double seconds) => (seconds * 1e6).ToString("0 µs", CultureInfo.InvariantCulture);
}
