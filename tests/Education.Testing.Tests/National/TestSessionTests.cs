using System.Net;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.TestKit;

namespace Education.Testing.Tests.National;

/// <summary>Sessions of the national test: entering, changing, deleting.</summary>
[TestFixture]
internal sealed class TestSessionTests
{
    private const string Path = "/api/v1/testing/national/sessions";

    private NationalHost _host = null!;
    private int _year = 2030;

    [OneTimeSetUp]
    public async Task Start() => _host = await NationalHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Keeps_days_and_points_of_a_session()
    {
        var client = _host.Specialist();
        var year = _year++;
        var created = await client.Post(Path, Body(year)).As<JsonElement>();
        var changed = await client.Put(
            $"{Path}/{created.GetProperty("id")}",
            new { firstDay = $"{year}-05-20", lastDay = $"{year}-07-10", points = new[] { new { territory = NationalHost.Temirtau, count = 1 } } }, 1).As<JsonElement>();
        Assert.That(changed.GetProperty("version").GetInt64(), Is.EqualTo(2));
        var listed = (await client.Get<JsonElement>($"{Path}?year={year}")).EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(listed.GetProperty("kind").GetString(), Is.EqualTo("main"));
            Assert.That(listed.GetProperty("firstDay").GetString(), Is.EqualTo($"{year}-05-20"));
            Assert.That(listed.GetProperty("points").EnumerateArray().Select(p => (p.GetProperty("territory").GetString(), p.GetProperty("count").GetInt32())),
                Is.EqualTo(new[] { (NationalHost.Temirtau, 1) }));
        });
        await (await client.Delete($"{Path}/{created.GetProperty("id")}", 2)).MustBe(HttpStatusCode.NoContent);
        await client.GetAsync($"{Path}/{created.GetProperty("id")}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task A_change_needs_the_version_that_was_seen()
    {
        var client = _host.Specialist();
        var year = _year++;
        var id = (await client.Post(Path, Body(year)).As<JsonElement>()).GetProperty("id");
        await client.Put($"{Path}/{id}", Days(year), null).MustBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        await client.Put($"{Path}/{id}", Days(year), 7).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await client.Delete($"{Path}/{id}", 7).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Test]
    public async Task Refuses_a_second_session_of_the_kind_in_a_year()
    {
        var client = _host.Specialist();
        var year = _year++;
        await client.Post(Path, Body(year)).As<JsonElement>();
        await client.Post(Path, Body(year)).MustBeProblem(HttpStatusCode.Conflict, "duplicate");
    }

    [Test]
    public async Task Refuses_wrong_days_and_points_all_at_once()
    {
        var points = new[] { new { territory = NationalHost.Temirtau, count = 0 }, new { territory = NationalHost.Temirtau, count = 1 } };
        await _host.Specialist().Post(Path, new { year = 2029, kind = "august", firstDay = "2029-08-20", lastDay = "2028-08-01", points }).MustBeInvalid(
            "lastDay:testing.session-day-outside-year", "lastDay:testing.session-ends-before-start",
            "points:testing.session-points-count", "points:testing.session-territory-twice");
        await _host.Specialist().Post(Path, new { }).MustBeInvalid("year:required", "kind:required", "firstDay:required", "lastDay:required");
    }

    [Test]
    public async Task Refuses_a_territory_that_the_classifier_lacks()
    {
        var points = new[] { new { territory = "999999999", count = 1 } };
        await _host.Specialist().Post(Path, new { year = 2028, kind = "march", firstDay = "2028-03-01", lastDay = "2028-03-20", points })
            .MustBeInvalid("points:testing.session-territory-unknown");
    }

    [Test]
    public async Task A_session_with_results_stays()
    {
        var client = _host.Specialist();
        var session = await client.Post(Path, Body(2018)).As<JsonElement>();
        await _host.Participants(
            client, new { year = "2018", territory = NationalHost.Karaganda }, $"{NationalHost.Iin(1)};Школа-лицей №1;каз;;15;10;12;Математика;30;Физика;25;92");
        await client.Delete($"{Path}/{session.GetProperty("id")}", 1).MustBeProblem(HttpStatusCode.Conflict, "testing.session-has-results");
    }

    [Test]
    public async Task The_ministrys_days_are_not_for_a_restricted_user_to_change()
    {
        var restricted = _host.Specialist(new DataScope(false, NationalHost.Temirtau, []));
        await restricted.Post(Path, Body(_year++)).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        Assert.That((await restricted.Get<JsonElement>(Path)).ValueKind, Is.EqualTo(JsonValueKind.Array), "but all may see them");
    }

    private static object Days(int year) => new { firstDay = $"{year}-05-16", lastDay = $"{year}-07-05" };

    private static object Body(int year) => new
    {
        year,
        kind = "main",
        firstDay = $"{year}-05-16",
        lastDay = $"{year}-07-05",
        points = new[] { new { territory = NationalHost.Karaganda, count = 3 }, new { territory = NationalHost.Temirtau, count = 2 } },
    };
}
