using System.Net;
using System.Text.Json;
using Education.Preschool.Groups;
using Education.Preschool.Tests.Network;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;
using static Education.Preschool.Tests.Network.PreschoolHost;

namespace Education.Preschool.Tests.Groups;

/// <summary>Groups: opening, changing, closing, places, lists. The clock stands at 1 September 2026.</summary>
internal sealed class GroupTests
{
    private PreschoolHost _host = null!;
    private HttpClient _client = null!;
    private int _n;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await PreschoolHost.Start();
        _client = _host.Specialist();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase(2025, "early", 20)]
    [TestCase(2024, "junior", 20)]
    [TestCase(2023, "middle", 25)]
    [TestCase(2022, "senior", 25)]
    [TestCase(2021, "pre-school", 25)]
    public async Task The_age_group_and_its_norm_follow_from_the_year_of_birth(int born, string age, int norm)
    {
        var id = await _host.AddGroup(_host.Aigul, Name(), born, norm);
        Assert.That((await Get(id)).GetProperty("ageGroup").GetString(), Is.EqualTo(age));
        await Create(Group(Name(), born, norm + 1)).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-norm-exceeded");
    }

    [TestCase("severe-speech", 2024, 10)]
    [TestCase("severe-speech", 2023, 12)]
    [TestCase("blind", 2023, 10)]
    [TestCase("low-vision", 2023, 15)]
    [TestCase("tuberculosis", 2024, 10)]
    [TestCase("intellectual", 2023, 10)]
    public async Task A_correctional_group_keeps_the_norm_of_its_profile(string profile, int born, int norm)
    {
        await Create(Group(Name(), born, norm, profile: profile)).As<JsonElement>();
        await Create(Group(Name(), born, norm + 1, profile: profile)).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-norm-exceeded");
    }

    [Test]
    public async Task Refuses_what_the_law_gives_no_group_for()
    {
        await Create(Group(Name(), 2019)).MustBeProblem(HttpStatusCode.Conflict, "preschool.no-age-group");
        await Create(Group(Name(), 2026)).MustBeProblem(HttpStatusCode.Conflict, "preschool.no-age-group");
        await Create(Group(Name(), 2024, 10, profile: "intellectual")).MustBeProblem(HttpStatusCode.Conflict, "preschool.norm-missing");
        await Create(new { name = "", places = 0, profile = "elite", language = "kk" }).MustBeInvalid(
            "group.name:required", "group.birthYear:required", "group.places:out-of-range", "group.profile:unknown-value");
    }

    [Test]
    public async Task A_name_is_taken_once_in_a_year_and_a_closed_kindergarten_opens_nothing()
    {
        await _host.AddGroup(_host.Aigul, "Күн");
        await Create(Group("Күн")).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-name-taken");
        var closed = await _host.AddKindergarten("Жабылған бақ", Karaganda);
        var id = await _host.AddGroup(closed, "Ай");
        await _host.Close(closed);
        await Create(Group("Жұлдыз"), closed).MustBeProblem(HttpStatusCode.Conflict, "preschool.kindergarten-closed");
        await _client.Put($"{PreschoolHost.Path}/groups/{id}/free-places", new { count = 1 }, 1).MustBeProblem(HttpStatusCode.Conflict, "preschool.kindergarten-closed");
    }

    [Test]
    public async Task Places_are_never_fewer_than_those_in_use()
    {
        var id = await _host.AddGroup(_host.Aigul, Name(), places: 20);
        await Put(id, "children", new { children = 21, reason = "initial" }, 1).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-overfilled");
        await Put(id, "children", new { children = 15 }, 1).MustBeInvalid("reason:required");
        await Put(id, "children", new { children = 15, reason = "initial" }, 1).As<JsonElement>();
        await Put(id, "free-places", new { count = 6 }, 2).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-overfilled");
        await Put(id, "free-places", new { count = 5 }, 1).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await Put(id, "free-places", new { count = 5 }, 2).As<JsonElement>();
        await Put(id, "children", new { children = 16, reason = "arrived" }, 3).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-overfilled");
        await _client.Put($"{PreschoolHost.Path}/groups/{id}", Group(Name(), places: 19), 3).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-overfilled");
        await _client.Put($"{PreschoolHost.Path}/groups/{id}", Group(Name(), places: 25, areaM2: 50), 3).As<JsonElement>();
        var group = await Get(id);
        Assert.That((Int(group, "places"), Int(group, "children"), Int(group, "open"), Int(group, "free")), Is.EqualTo((25, 15, 5, 10)));
    }

    [Test]
    public async Task The_reason_of_a_correction_is_in_the_audit_log()
    {
        var id = await _host.AddGroup(_host.Aigul, Name());
        await Put(id, "children", new { children = 7, reason = "recount" }, 1).As<JsonElement>();
        var entries = Items(await _host.Api.AsAdministrator().Get<JsonElement>($"/api/v1/audit?entityId={id}"));
        Assert.That(entries.Select(e => e.GetProperty("action").GetString()), Does.Contain("children-set"));
        Assert.That(entries.Single(e => e.GetProperty("action").GetString() == "children-set").ToString(), Does.Contain("Recount"));
    }

    [Test]
    public async Task A_group_closes_only_when_empty_and_leaves_no_places()
    {
        var id = await _host.AddGroup(_host.Aigul, Name());
        await Put(id, "children", new { children = 1, reason = "initial" }, 1).As<JsonElement>();
        await _client.Delete($"{PreschoolHost.Path}/groups/{id}", 2).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-has-children");
        await Put(id, "children", new { children = 0, reason = "departed" }, 2).As<JsonElement>();
        await _client.Delete($"{PreschoolHost.Path}/groups/{id}", 1).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await _client.Delete($"{PreschoolHost.Path}/groups/{id}", 3).As<JsonElement>();
        var group = await Get(id);
        Assert.That((Int(group, "places"), group.GetProperty("closedOn").GetString()), Is.EqualTo((0, "2026-09-01")));
        await Put(id, "free-places", new { count = 0 }, 4).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-closed");
    }

    [Test]
    public async Task A_held_place_keeps_the_group_in_its_line_of_the_queue()
    {
        var id = await _host.AddGroup(_host.Aigul, Name());
        await Put(id, "free-places", new { count = 1 }, 1).As<JsonElement>();
        await _host.Api.Inside(services => services.GetRequiredService<PlaceLedger>().Hold(id, CancellationToken.None));
        await _client.Put($"{PreschoolHost.Path}/groups/{id}", Group(Name(), 2022), 2).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await _client.Put($"{PreschoolHost.Path}/groups/{id}", Group(Name(), 2022), 3).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-has-held-places");
        await _client.Delete($"{PreschoolHost.Path}/groups/{id}", 3).MustBeProblem(HttpStatusCode.Conflict, "preschool.group-has-held-places");
        await _client.Put($"{PreschoolHost.Path}/groups/{id}", Group("Басқа ат"), 3).As<JsonElement>();
    }

    [Test]
    public async Task Staff_see_and_change_their_own_groups_only_but_everybody_s_free_places()
    {
        var (own, foreign) = (await _host.AddGroup(_host.Baiterek, Name()), await _host.AddGroup(_host.Aigul, Name(), language: "ru"));
        await Put(foreign, "free-places", new { count = 3 }, 1).As<JsonElement>();
        var staff = _host.StaffOf(_host.Baiterek);
        var seen = Items(await staff.Get<JsonElement>($"{PreschoolHost.Path}/groups?pageSize=200"));
        Assert.That(seen.Select(g => g.GetProperty("institutionId").GetGuid()).Distinct(), Is.EqualTo(new[] { _host.Baiterek }));
        await staff.GetAsync($"{PreschoolHost.Path}/groups/{foreign}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await staff.Put($"{PreschoolHost.Path}/groups/{foreign}/free-places", new { count = 0 }, 2).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await staff.Put($"{PreschoolHost.Path}/groups/{own}/staffing", new { planned = 20, confirmed = 18, actual = 17 }, 1).As<JsonElement>();
        var free = Items(await staff.Get<JsonElement>($"{PreschoolHost.Path}/free-places?territory={Karaganda}&ageGroup=middle&language=ru&profile=general"));
        Assert.That(free.Single(f => f.GetProperty("groupId").GetGuid() == foreign).GetProperty("open").GetInt32(), Is.EqualTo(3));
        Assert.That(Items(await staff.Get<JsonElement>($"{PreschoolHost.Path}/free-places?territory={Temirtau}")), Is.Empty);
        await _host.Api.As(["preschool.read"]).Put($"{PreschoolHost.Path}/groups/{own}/staffing", new { planned = 1 }, 2)
            .MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task The_matrix_of_free_places_is_the_sum_of_the_list()
    {
        var id = await _host.AddGroup(_host.InTemirtau, Name(), 2022, language: "mixed");
        await Put(id, "free-places", new { count = 4 }, 1).As<JsonElement>();
        var matrix = await _client.Get<JsonElement>($"{PreschoolHost.Path}/free-places/matrix");
        var list = Items(await _client.Get<JsonElement>($"{PreschoolHost.Path}/free-places?pageSize=200"));
        var cell = matrix.GetProperty("cells").EnumerateArray().Single(c => c.GetProperty("language").GetString() == "mixed");
        Assert.Multiple(() =>
        {
            Assert.That(Int(matrix, "total"), Is.EqualTo(list.Sum(r => Int(r, "open"))));
            Assert.That((Int(cell, "birthYear"), Int(cell, "open"), cell.GetProperty("ageGroup").GetString()), Is.EqualTo((2022, 4, "senior")));
        });
    }

    [Test]
    public async Task The_staffing_of_1_September_sums_its_kindergartens()
    {
        var garden = await _host.AddKindergarten("Қыркүйек", Temirtau);
        foreach (var (planned, confirmed, actual) in new (int, int, int?)[] { (25, 20, 18), (20, 19, null) })
        {
            var id = await _host.AddGroup(garden, Name(), academicYear: 2027, birthYear: 2024);
            await Put(id, "staffing", new { planned, confirmed, actual }, 1).As<JsonElement>();
        }

        var list = await _client.Get<JsonElement>($"{PreschoolHost.Path}/staffing?academicYear=2027&territory={Temirtau}");
        var (row, sum) = (Items(list).Single().GetProperty("sum"), list.GetProperty("sum"));
        Assert.Multiple(() =>
        {
            Assert.That((Int(row, "groups"), Int(row, "planned"), Int(row, "confirmed"), Int(row, "actual"), Int(row, "reported")), Is.EqualTo((2, 45, 39, 18, 1)));
            Assert.That(sum.ToString(), Is.EqualTo(row.ToString()));
        });
        await _client.GetAsync($"{PreschoolHost.Path}/staffing").MustBeInvalid("academicYear:required");
    }

    private string Name() => $"Топ {++_n}";

    private Task<JsonElement> Get(Guid id) => _client.Get<JsonElement>($"{PreschoolHost.Path}/groups/{id}");

    private Task<HttpResponseMessage> Create(object group, Guid? institution = null) =>
        _client.Post($"{PreschoolHost.Path}/groups", new { institutionId = institution ?? _host.Aigul, academicYear = 2026, group });

    private Task<HttpResponseMessage> Put(Guid id, string what, object body, long version) => _client.Put($"{PreschoolHost.Path}/groups/{id}/{what}", body, version);
}
