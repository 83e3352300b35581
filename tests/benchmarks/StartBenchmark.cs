using System.Diagnostics;
using Education.BuildingBlocks.Security;

namespace Education.Benchmarks;

/// <summary>From starting the process on an existing database to the first 200 of /health/ready.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 5;
    private const double MostSeconds = 3;

    public static async Task<IReadOnlyList<Measured>> Run()
    {
        using var workshop = new Workshop();
        await workshop.Prepare(services => Workshop.AddUser(services, DataScope.All));
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await using var server = await ServerProcess.Product(workshop.Database);
            seconds.Add(watch.Elapsed.TotalSeconds);
        }

        var median = Report.Median(seconds);
        return [new("start", $"cold start to /health/ready, median of {Rounds} (worst {Report.Seconds(seconds.Max())})", Report.Seconds(median), "", "", "< 3 s", median < MostSeconds)];
    }
}
