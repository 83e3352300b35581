using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Education.BuildingBlocks.Security;
using Education.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Benchmarks;

/// <summary>
/// A page of 50 institutions out of 10,000 for a user who sees one oblast, about a third of them: the product against
/// <see cref="BarePage"/>, both over Kestrel on loopback in processes of their own, by turns in one run.
/// </summary>
internal static class PageBenchmark
{
    public const string Oblast = "350000000";

    private const int Institutions = 10_000;
    private const int Connections = 8;
    private const int Rounds = 5;
    private const int Pages = 20;
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(4);

    public static async Task<IReadOnlyList<Measured>> Run()
    {
        using var workshop = new Workshop();
        await workshop.Prepare(async services =>
        {
            await Workshop.AddUser(services, new DataScope(false, Oblast, []));
            await Workshop.AddSchools(services, Institutions, await Territories(services));
        });
        await using var product = await ServerProcess.Product(workshop.Database);
        await using var bare = await ServerProcess.Bare(workshop.Database);
        using var mine = await product.SignIn();
        using var theirs = new HttpClient { BaseAddress = new Uri(bare.Url) };
        const string Mine = "/api/v1/registry/institutions";
        const string Theirs = "/institutions";
        await MustBeEqual(await mine.GetStringAsync(Mine + Query(3)), await theirs.GetStringAsync(Theirs + Query(3)));
        await Load(mine, Mine, RoundTime);
        await Load(theirs, Theirs, RoundTime);
        var (products, bares) = (new List<Round>(), new List<Round>());
        for (var round = 0; round < Rounds; round++)
        {
            products.Add(await Load(mine, Mine, RoundTime));
            bares.Add(await Load(theirs, Theirs, RoundTime));
            await Console.Out.WriteLineAsync($"round {round + 1}: bare {bares[^1]}, product {products[^1]}");
        }

        var (rate, bareRate) = (Report.Median(products.Select(r => r.PerSecond)), Report.Median(bares.Select(r => r.PerSecond)));
        var (p95, bareP95) = (Report.Median(products.Select(r => r.P95)), Report.Median(bares.Select(r => r.P95)));
        return
        [
            new("page", $"requests a second, {Connections} connections", Number(rate), Number(bareRate), Report.Times(rate / bareRate), "≥ 0.5×", rate / bareRate >= 0.5),
            new("page", "95th percentile", Number(p95) + " ms", Number(bareP95) + " ms", Report.Times(p95 / bareP95), "≤ 2×", p95 / bareP95 <= 2),
        ];
    }

    /// <summary>Cities and rayons: of the user's oblast every third one, of the rest the others.</summary>
    private static async Task<IReadOnlyList<string>> Territories(IServiceProvider services)
    {
        var db = services.GetRequiredService<RegistryDbContext>();
        var below = await db.TerritoryClosure.Where(c => c.AncestorCode == Oblast && c.Depth == 1).Select(c => c.DescendantCode).Order().ToListAsync();
        var others = await db.Territories.Where(t => t.Level == 2 && !below.Contains(t.Code)).OrderBy(t => t.Code).Select(t => t.Code).ToListAsync();
        return [.. others.SelectMany((code, i) => i % 2 == 0 ? new[] { code, below[i / 2 % below.Count] } : [code])];
    }

    private static string Query(int page) => string.Create(CultureInfo.InvariantCulture, $"?page={page}&pageSize=50");

    private static async Task MustBeEqual(string product, string bare)
    {
        if (!JsonNode.DeepEquals(JsonNode.Parse(product), JsonNode.Parse(bare)))
        {
            await Console.Error.WriteLineAsync(product[..Math.Min(1500, product.Length)]);
            await Console.Error.WriteLineAsync(bare[..Math.Min(1500, bare.Length)]);
            throw new InvalidOperationException("The two answers differ: nothing to compare.");
        }
    }

    private static async Task<Round> Load(HttpClient client, string path, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var latencies = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async worker =>
        {
            var own = new List<double>(4096);
            for (var n = worker; watch.Elapsed < time; n++)
            {
                var started = Stopwatch.GetTimestamp();
                using var response = await client.GetAsync(path + Query((n % Pages) + 1));
                await response.Content.ReadAsByteArrayAsync();
                response.EnsureSuccessStatusCode();
                own.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return own;
        }));
        var elapsed = watch.Elapsed.TotalSeconds;
        var all = latencies.SelectMany(l => l).ToList();
        return new(all.Count / elapsed, Report.Percentile(all, 0.95));
    }

    private static string Number(double value) => value.ToString(value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private sealed record Round(double PerSecond, double P95)
    {
        public override string ToString() => $"{Number(PerSecond)} /s, p95 {Number(P95)} ms";
    }
}
