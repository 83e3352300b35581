using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Education.BuildingBlocks.Security;
using Education.Registry;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Benchmarks;

/// <summary>
/// The report on the national test over the whole republic, 20 oblasts and 10,000 schools with results of two years, every figure computed
/// from the records, told by oblasts: its text over HTTP against <see cref="BareReport"/>, the queries by hand. Every figure printed is compared first.
/// </summary>
internal static partial class ReportBenchmark
{
    public const string Republic = "000000000";
    public const int Year = 2017;

    private const int Schools = 10_000;
    private const int Rounds = 7;

    public static async Task<IReadOnlyList<Measured>> Run()
    {
        using var workshop = new Workshop();
        await workshop.Prepare(async services =>
        {
            await Workshop.AddUser(services, DataScope.All);
            var ids = await Workshop.AddSchools(services, Schools, await Territories(services));
            ReportData.Write(workshop.Database, ids, await Oblasts(services));
        });
        await using var server = await ServerProcess.Product(workshop.Database);
        using var client = await server.SignIn();
        using var created = await client.PostAsJsonAsync(
            "/api/v1/planning/reports", new { chapter = "unt", period = "2017", territoryCode = Republic }).ThrowIfFailed();
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        MustBeEqual(Printed(await Text(client, id)), BareReport.Read(workshop.Database).Printed());
        var (product, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(Time(() => BareReport.Read(workshop.Database)));
            var watch = Stopwatch.StartNew();
            await Text(client, id);
            product.Add(watch.Elapsed.TotalSeconds);
            await Console.Out.WriteLineAsync($"round {round + 1}: bare {Report.Seconds(bare[^1])}, product {Report.Seconds(product[^1])}");
        }

        var (mine, theirs) = (Report.Median(product), Report.Median(bare));
        return
        [
            new("report", "figures and text of the ЕНТ chapter, 20 oblasts, 10,000 schools", Report.Seconds(mine), Report.Seconds(theirs), Report.Times(mine / theirs), "≤ 2×", mine / theirs <= 2),
        ];
    }

    private static double Time(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<string> Text(HttpClient client, Guid report) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/v1/planning/reports/{report}/text?language=ru")).GetProperty("html").GetString()!;

    /// <summary>Key → text of every figure in the report.</summary>
    private static Dictionary<string, string> Printed(string html)
    {
        var printed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in FigureLink().Matches(html))
        {
            printed[match.Groups["key"].Value] = match.Groups["text"].Value;
        }

        return printed;
    }

    private static void MustBeEqual(Dictionary<string, string> product, Dictionary<string, string> bare)
    {
        var differing = product.Keys.Union(bare.Keys)
            .Where(key => !product.TryGetValue(key, out var mine) || !bare.TryGetValue(key, out var theirs) || mine != theirs)
            .Select(key => $"{key}: {product.GetValueOrDefault(key)} / {bare.GetValueOrDefault(key)}").Order(StringComparer.Ordinal).ToList();
        if (differing.Count > 0 || product.Count == 0)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{differing.Count} of {product.Count} figures differ: {string.Join("; ", differing.Take(30))}"));
        }
    }

    private static Task<List<string>> Oblasts(IServiceProvider services) =>
        services.GetRequiredService<RegistryDbContext>().Territories.Where(t => t.Level == 1).OrderBy(t => t.Code).Select(t => t.Code).ToListAsync();

    /// <summary>Cities and rayons, and the three cities that are oblasts of their own.</summary>
    private static Task<List<string>> Territories(IServiceProvider services)
    {
        var db = services.GetRequiredService<RegistryDbContext>();
        return db.Territories.Where(t => t.Level > 0 && !db.Territories.Any(below => below.ParentCode == t.Code)).OrderBy(t => t.Code).Select(t => t.Code).ToListAsync();
    }

    [GeneratedRegex("<a class=\"figure\" data-figure=\"(?<key>[^\"]+)\"[^>]*>(?<text>[^<]*)</a>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FigureLink();
}
