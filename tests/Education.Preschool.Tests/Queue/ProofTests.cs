using System.Net;
using System.Text.Json;
using Education.Preschool.Queue;
using Education.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Tests.Queue;

internal sealed class ProofTests
{
    private ApiHost _host = null!;
    private HttpClient _officer = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        _officer = _host.Officer();
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("Data", "replace(Data, '\"rank\":20', '\"rank\":10')", "hash")]
    [TestCase("Kind", "'Entered'", "hash")]
    [TestCase("Kind", "'Entere?'", "unreadable")]
    [TestCase("At", "replace(At, '2026', '2025')", "hash")]
    [TestCase("Pool", "replace(Pool, 'kk', 'ru')", "hash")]
    [TestCase("Rules", "'r2-00000000'", "hash")]
    [TestCase("Hash", "substr(Hash, 1, 63) || CASE substr(Hash, 64) WHEN '0' THEN '1' ELSE '0' END", "hash")]
    [TestCase("TerritoryCode", "'351600000'", "gap")]
    [TestCase("Sequence", "99", "gap")]
    public async Task A_changed_byte_of_an_event_is_found_where_it_is(string column, string value, string fault)
    {
        for (var i = 0; i < 4; i++)
        {
            await _officer.Register();
        }

        Assert.That((await Proof()).GetProperty("holds").GetBoolean(), Is.True);
        await Change($"UPDATE preschool_QueueEvents SET {column} = {value} WHERE TerritoryCode = '351000000' AND Sequence = 2");
        var proof = await Proof();
        Assert.That(proof.GetProperty("holds").GetBoolean(), Is.False);
        Assert.That(proof.GetProperty("faults")[0].GetProperty("code").GetString(), Is.EqualTo(fault));
        Assert.That(proof.GetProperty("faults")[0].GetProperty("sequence").GetInt64(), Is.EqualTo(2));
        var verb = await _host.Inside(services => services.GetRequiredService<QueueVerification>().Verify(CancellationToken.None));
        Assert.That(verb, Is.Not.Empty);
    }

    [TestCase("DELETE FROM preschool_QueueEvents WHERE Sequence = 4", "end")]
    [TestCase("UPDATE preschool_Applications SET AppliedAt = '2020-01-01 00:00:00' WHERE rowid = 1", "application")]
    [TestCase("UPDATE preschool_Applications SET Rank = 0 WHERE rowid = 1", "application")]
    [TestCase("UPDATE preschool_Applications SET State = 'Inactive' WHERE rowid = 1", "application")]
    [TestCase("UPDATE preschool_QueueRoots SET Hash = 'f' WHERE rowid = 1", "root")]
    public async Task So_is_what_no_longer_agrees_with_the_log(string sql, string fault)
    {
        for (var i = 0; i < 4; i++)
        {
            await _officer.Register();
        }

        await _host.Services.GetRequiredService<QueueClock>().Run(CancellationToken.None);
        Assert.That((await Proof()).GetProperty("holds").GetBoolean(), Is.True);
        await Change(sql);
        Assert.That((await Proof()).GetProperty("faults")[0].GetProperty("code").GetString(), Is.EqualTo(fault));
    }

    [Test]
    public async Task The_root_of_a_day_is_public_and_never_rewritten()
    {
        await _officer.Register();
        var clock = _host.Services.GetRequiredService<QueueClock>();
        await clock.Run(CancellationToken.None);
        var anybody = _host.Anonymous();
        var first = await anybody.Get<JsonElement>(QueueApi.Root + "/roots");
        await _officer.Register();
        await clock.Run(CancellationToken.None);
        var again = await anybody.Get<JsonElement>(QueueApi.Root + "/roots");
        Assert.That(again.ToString(), Is.EqualTo(first.ToString()));
        Assert.That(first.GetProperty("items")[0].GetProperty("sequence").GetInt64(), Is.EqualTo(1));
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await clock.Run(CancellationToken.None);
        var next = await anybody.Get<JsonElement>(QueueApi.Root + "/roots");
        Assert.That(next.GetProperty("items")[0].GetProperty("hash").GetString(), Is.EqualTo((await Proof()).GetProperty("head").GetString()));
    }

    [Test]
    public async Task A_family_looks_up_its_place_without_personal_data_and_a_stranger_learns_nothing()
    {
        var child = QueueApi.Child();
        await _officer.Register();
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        var registered = await _officer.Register(child);
        var family = _host.Anonymous("ru");
        var found = await family.Post(QueueApi.Root + "/lookup", new { number = registered.Number.Replace('-', ' '), bornOn = "2023-05-17" }).As<JsonElement>();
        Assert.That(found.Place(), Is.EqualTo(2));
        Assert.That(found.GetProperty("stateText").GetString(), Is.EqualTo("Стоит в очереди"));
        Assert.That(found.ToString(), Does.Not.Contain((string)child["iin"]!).And.Not.Contain("Сынақ").And.Not.Contain("2023-05-17").And.Not.Contain(registered.Id.ToString()));
        var wrongDate = await family.Post(QueueApi.Root + "/lookup", new { number = registered.Number, bornOn = "2023-05-18" })
            .MustBeProblem(HttpStatusCode.NotFound, "preschool.application-not-found");
        var unknown = await family.Post(QueueApi.Root + "/lookup", new { number = ApplicationNumber.Of(12345678), bornOn = "2023-05-17" })
            .MustBeProblem(HttpStatusCode.NotFound, "preschool.application-not-found");
        Assert.That(unknown.GetProperty("title").GetString(), Is.EqualTo(wrongDate.GetProperty("title").GetString()));
        await family.Post(QueueApi.Root + "/lookup", new { number = "123-456-780", bornOn = "2023-05-17" }).MustBeInvalid("number:preschool.application-number");
    }

    [Test]
    public async Task Guessing_is_slowed_down()
    {
        await using var host = await ApiHost.Start(new ApiHostOptions { Settings = new Dictionary<string, string> { ["RateLimits:SignIn"] = "3" } });
        var stranger = host.Anonymous();
        var guess = new { number = ApplicationNumber.Of(12345678), bornOn = "2023-05-17" };
        for (var i = 0; i < 3; i++)
        {
            await stranger.Post(QueueApi.Root + "/lookup", guess).MustBeProblem(HttpStatusCode.NotFound, "preschool.application-not-found");
        }

        await stranger.Post(QueueApi.Root + "/lookup", guess).MustBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Test]
    public async Task Every_move_since_the_last_visit_is_told_with_its_cause_and_adds_up()
    {
        var first = await _officer.Register();
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        var mine = await _officer.Register();
        Assert.That((await _officer.Position(mine.Id)).Place(), Is.EqualTo(2));
        _host.Clock.Advance(TimeSpan.FromDays(1));
        for (var i = 0; i < 3; i++)
        {
            var extraordinary = await _officer.Register();
            await _officer.Favour(extraordinary.Id);
        }

        await _officer.Act(first.Id, "withdrawal").As<JsonElement>();
        var told = await _officer.Position(mine.Id);
        Assert.That(told.Place(), Is.EqualTo(4));
        Assert.That(told.GetProperty("change").GetInt32(), Is.EqualTo(2));
        Assert.That(
            told.GetProperty("causes").EnumerateArray().Select(c => $"{c.GetProperty("code")} {c.GetProperty("count")} {c.GetProperty("change")}"),
            Is.EquivalentTo(new[] { "benefit-granted 3 3", "withdrawn 1 -1" }));
        Assert.That((await _officer.Position(mine.Id)).GetProperty("causes").GetArrayLength(), Is.EqualTo(2), "the same day tells the same");
        _host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await _officer.Position(mine.Id)).GetProperty("causes").GetArrayLength(), Is.Zero, "nothing happened since yesterday");
    }

    [Test]
    public async Task A_position_in_the_past_is_folded_anew()
    {
        var first = await _officer.Register();
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        var mine = await _officer.Register();
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await _officer.Act(first.Id, "withdrawal").As<JsonElement>();
        Assert.That((await _officer.Position(mine.Id)).Place(), Is.EqualTo(1));
        var past = await _officer.Position(mine.Id, "?asOf=2026-09-01T04:30:00Z");
        Assert.That(past.Place(), Is.EqualTo(2));
        Assert.That(past.GetProperty("sequence").GetInt64(), Is.EqualTo(2));
        await _officer.GetAsync($"{QueueApi.Applications}/{mine.Id}/position?asOf=2026-08-01T00:00:00Z").MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task The_demo_queue_is_whole_and_the_same_every_time()
    {
        await _host.Inside(services => QueueDemo.Load(services, CancellationToken.None));
        var proof = await Proof();
        Assert.That(proof.GetProperty("holds").GetBoolean(), Is.True, proof.ToString());
        Assert.That(proof.GetProperty("applications").GetInt32(), Is.EqualTo(600));
        await _host.Inside(services => QueueDemo.Load(services, CancellationToken.None));
        Assert.That((await Proof()).GetProperty("events").GetInt64(), Is.EqualTo(proof.GetProperty("events").GetInt64()));
    }

    private Task<JsonElement> Proof() => _officer.Get<JsonElement>($"{QueueApi.Root}/verification/{QueueApi.City}");

    private async Task Change(string sql)
    {
        await using var connection = new SqliteConnection(_host.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.That(await command.ExecuteNonQueryAsync(), Is.EqualTo(1));
    }
}
