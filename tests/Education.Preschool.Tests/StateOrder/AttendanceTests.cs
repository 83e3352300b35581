using System.Net;
using System.Text.Json;
using Education.TestKit;

namespace Education.Preschool.Tests.StateOrder;

/// <summary>Lists of children and the daily sheets. The clock stands at 1 September 2026.</summary>
[TestFixture]
internal sealed class AttendanceTests
{
    private const string Children = OrderHost.Root + "/attendance/children";

    private OrderHost _host = null!;
    private Guid _kindergarten;
    private Guid _group;
    private JsonElement _contract;
    private int _number;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await OrderHost.Start();
        _kindergarten = await _host.Kindergarten();
        _group = await _host.Group(_kindergarten);
        _contract = await _host.Contract(_kindergarten);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Present_absent_and_blank_make_the_working_days_on_the_list()
    {
        var child = await Enrol("2026-06-03");
        await _host.Mark(_group, child, "present", [3, 4, 5]);
        var sheet = await _host.Mark(_group, child, "ill", [8, 9]);
        var line = Line(sheet, child);
        Assert.Multiple(() =>
        {
            Assert.That(sheet.GetProperty("workingDays").GetInt32(), Is.EqualTo(22));
            Assert.That(Number(line, "present"), Is.EqualTo(3));
            Assert.That(Number(line, "absent"), Is.EqualTo(2));
            Assert.That(Number(line, "blank"), Is.EqualTo(15));
            Assert.That(Number(line, "enrolled"), Is.EqualTo(20), "2 of the 22 are before the enrolment");
        });
    }

    [TestCase("2026-06", 7, "preschool.attendance-day-off", TestName = "Refuses_a_Sunday")]
    [TestCase("2026-07", 6, "preschool.attendance-day-off", TestName = "Refuses_a_holiday")]
    [TestCase("2026-09", 2, "preschool.attendance-future", TestName = "Refuses_a_day_to_come")]
    [TestCase("2026-06", 2, "preschool.attendance-outside-enrolment", TestName = "Refuses_a_day_before_the_enrolment")]
    [TestCase("2026-08", 21, "preschool.attendance-outside-enrolment", TestName = "Refuses_a_day_after_leaving")]
    public async Task Refuses(string month, int day, string code)
    {
        var child = await Enrol("2026-06-03", month == "2026-09" ? null : "2026-08-20");
        var sheet = await _host.Department().Get<JsonElement>(OrderHost.Sheet(_group, month));
        var body = new { marks = new[] { new { childId = child, mark = "present" } } };
        await _host.Department().Put($"{OrderHost.Sheet(_group, month)}/days/{day}", body, sheet.GetProperty("version").GetInt64()).MustBeProblem(HttpStatusCode.Conflict, code);
    }

    [Test]
    public async Task Refuses_a_child_twice_on_a_day_a_day_that_is_not_and_a_child_that_is_not()
    {
        var child = await Enrol();
        var path = OrderHost.Sheet(_group, "2026-05");
        var twice = new { marks = new[] { new { childId = child, mark = "present" }, new { childId = child, mark = "ill" } } };
        await _host.Department().Put($"{path}/days/5", twice, 0).MustBeInvalid("marks:preschool.attendance-twice-a-day");
        await _host.Department().Put($"{path}/children/{child}", new { marks = new[] { new { day = 32, mark = "present" } } }, 0).MustBeInvalid("marks:preschool.attendance-no-such-day");
        var stranger = new { marks = new[] { new { childId = Guid.CreateVersion7(), mark = "present" } } };
        await _host.Department().Put($"{path}/days/5", stranger, 0).MustBeProblem(HttpStatusCode.Conflict, "preschool.attendance-child-unknown");
        await _host.Department().GetAsync(OrderHost.Sheet(_group, "2026-13")).MustBeInvalid("month:preschool.month-format");
    }

    [Test]
    public async Task A_refused_day_leaves_nothing_half_entered()
    {
        var child = await Enrol();
        var path = OrderHost.Sheet(_group, "2026-04");
        var marks = new[] { new { day = 1, mark = "present" }, new { day = 5, mark = "present" } };
        await _host.Department().Put($"{path}/children/{child}", new { marks }, 0).MustBeProblem(HttpStatusCode.Conflict, "preschool.attendance-day-off");
        Assert.That((await _host.Department().Get<JsonElement>(path)).GetProperty("version").GetInt64(), Is.Zero);
    }

    [Test]
    public async Task A_sheet_is_changed_by_the_version_that_was_seen()
    {
        var child = await Enrol();
        var path = $"{OrderHost.Sheet(_group, "2026-03")}/days/2";
        var body = new { marks = new[] { new { childId = child, mark = "ill", document = "Справка 12" } } };
        var saved = await _host.Department().Put(path, body, 0).As<JsonElement>();
        await _host.Department().Put(path, body, 0).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await _host.Department().Put(path, body, null).MustBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        var mark = Line(saved, child).GetProperty("marks").EnumerateArray().Single();
        Assert.That(mark.GetProperty("document").GetString(), Is.EqualTo("Справка 12"));
        var cleared = await _host.Department().Put(path, new { marks = new[] { new { childId = child, mark = (string?)null } } }, 1).As<JsonElement>();
        Assert.That(Line(cleared, child).GetProperty("marks").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_child_is_on_one_list_of_a_kindergarten_at_a_time()
    {
        var number = Next();
        var child = await _host.Enrol(_contract, _group, number, "2026-01-10", "2026-05-31", OrderHost.Iin(1));
        await Try(number, "2026-05-31").MustBeProblem(HttpStatusCode.Conflict, "preschool.attendance-child-twice");
        await Try(Next(), "2026-05-31", OrderHost.Iin(1)).MustBeProblem(HttpStatusCode.Conflict, "preschool.attendance-child-twice");
        Assert.That((await Try(number, "2026-06-01").As<JsonElement>()).GetProperty("id").GetGuid(), Is.Not.EqualTo(child));
        await Try(Next(), "2026-01-01", "210501512345").MustBeInvalid("iin:iin.check-digit");
        await Try(Next(), "2025-12-31").MustBeProblem(HttpStatusCode.Conflict, "preschool.attendance-outside-order");
        var foreign = await _host.Group(await _host.Kindergarten());
        await _host.Department().Post(Children, new { contractId = _contract.GetProperty("id"), groupId = foreign, number = Next(), enrolledFrom = "2026-01-01" })
            .MustBeProblem(HttpStatusCode.Conflict, "preschool.attendance-group-foreign");
    }

    [Test]
    public async Task A_child_who_was_there_afterwards_cannot_have_left()
    {
        var child = await Enrol();
        await _host.Mark(_group, child, "present", [10], "2026-02");
        await _host.Department().Put($"{Children}/{child}", new { enrolledTo = "2026-02-09" }, 1).MustBeProblem(HttpStatusCode.Conflict, "preschool.attendance-marked-after");
        await _host.Department().Put($"{Children}/{child}", new { enrolledTo = "2026-02-10" }, 9).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.That((await _host.Department().Put($"{Children}/{child}", new { enrolledTo = "2026-02-10" }, 1).As<JsonElement>()).GetProperty("enrolledTo").GetString(), Is.EqualTo("2026-02-10"));
    }

    [Test]
    public async Task No_more_children_than_places_ordered()
    {
        var kindergarten = await _host.Kindergarten();
        var group = await _host.Group(kindergarten);
        var contract = await _host.Contract(kindergarten, 1);
        await _host.Enrol(contract, group, "1", "2026-01-01", "2026-03-31");
        var second = new { contractId = contract.GetProperty("id"), groupId = group, number = "2", enrolledFrom = "2026-03-31" };
        await _host.Department().Post(Children, second).MustBeProblem(HttpStatusCode.Conflict, "preschool.order-places-full");
        await _host.Enrol(contract, group, "2", "2026-04-01");
    }

    [Test]
    public async Task Staff_enters_only_its_own_sheets()
    {
        var child = await Enrol();
        var other = await _host.Kindergarten();
        var (own, stranger) = (_host.Staff(_kindergarten), _host.Staff(other));
        await stranger.GetAsync(OrderHost.Sheet(_group)).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        var body = new { marks = new[] { new { childId = child, mark = "present" } } };
        await stranger.Put($"{OrderHost.Sheet(_group, "2026-01")}/days/12", body, 0).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await stranger.Put($"{Children}/{child}", new { enrolledTo = "2026-02-10" }, 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That(OrderHost.Items(await stranger.Get<JsonElement>(Children)), Is.Empty);
        Assert.That(OrderHost.Items(await stranger.Get<JsonElement>($"{OrderHost.Root}/attendance/groups?month=2026-06")), Is.Empty);
        var saved = await own.Put($"{OrderHost.Sheet(_group, "2026-01")}/days/12", body, 0).As<JsonElement>();
        Assert.That(Number(Line(saved, child), "present"), Is.EqualTo(1));
    }

    private Task<Guid> Enrol(string from = "2026-01-01", string? to = null) => _host.Enrol(_contract, _group, Next(), from, to);

    private Task<HttpResponseMessage> Try(string number, string from, string? iin = null) =>
        _host.Department().Post(Children, new { contractId = _contract.GetProperty("id"), groupId = _group, number, iin, enrolledFrom = from });

    private string Next() => $"N{++_number}";

    private static JsonElement Line(JsonElement sheet, Guid child) => sheet.GetProperty("children").EnumerateArray().Single(c => c.GetProperty("childId").GetGuid() == child);

    private static int Number(JsonElement line, string name) => line.GetProperty(name).GetInt32();
}
