using System.Globalization;
using System.Text.Json;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Tests.Queue;

internal sealed class QueueTermsTests
{
    private static readonly ApiHostOptions Telling = new()
    {
        Settings = new Dictionary<string, string> { ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "Information" },
    };

    [Test]
    public async Task Benefits_that_run_out_are_read_together_however_many_they_are()
    {
        await using var host = await ApiHost.Start(Telling);
        var few = await ReadsFor(host, 1);
        var many = await ReadsFor(host, 6);
        Assert.That(few, Is.Positive);
        Assert.That(many, Is.EqualTo(few));
    }

    [Test]
    public async Task An_application_keeps_the_best_rank_of_the_evidence_that_is_still_valid()
    {
        await using var host = await ApiHost.Start();
        var officer = host.Officer();
        var (mine, other) = (await officer.Register(), await officer.Register());
        await officer.Favour(mine.Id);
        await officer.Favour(mine.Id, QueueApi.Evidence("large-family"));
        await officer.Favour(other.Id);
        await RunOut(host);
        var (kept, lost) = (await officer.Card(mine.Id), await officer.Card(other.Id));
        Assert.That(kept.GetProperty("benefits").EnumerateArray().Select(Status), Is.EquivalentTo(new[] { "ended", "verified" }));
        Assert.That(kept.GetProperty("rank").GetInt32(), Is.EqualTo(QueueRank.Priority));
        Assert.That(lost.GetProperty("benefits").EnumerateArray().Select(Status), Is.EqualTo(new[] { "ended" }));
        Assert.That(lost.GetProperty("rank").GetInt32(), Is.EqualTo(QueueRank.General));
    }

    private static string? Status(JsonElement benefit) => benefit.GetProperty("status").GetString();

    /// <summary>How often something was read while the benefits of so many applications ran out.</summary>
    private static async Task<int> ReadsFor(ApiHost host, int applications)
    {
        var officer = host.Officer();
        var issued = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime).ToString("O", CultureInfo.InvariantCulture);
        for (var i = 0; i < applications; i++)
        {
            await officer.Favour((await officer.Register()).Id, QueueApi.Evidence(issuedOn: issued));
        }

        var known = host.Log.Count;
        await RunOut(host);
        var told = host.Log.Skip(known).ToList();
        Assert.That(told.Sum(line => line.Split("INSERT INTO \"preschool_QueueEvents\"").Length - 1), Is.EqualTo(applications));
        return told.Count(line => line.Contains("FROM \"preschool_", StringComparison.Ordinal));
    }

    private static async Task RunOut(ApiHost host)
    {
        host.Clock.Advance(TimeSpan.FromDays(40));
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        await host.Inside(services => services.GetRequiredService<QueueTerms>().Run(today, CancellationToken.None));
    }
}
