using System.Net;
using System.Text.Json;
using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.Preschool.Tests.StateOrder;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Tests.Signals;

/// <summary>What is worth a look. Every test has a neighbour that is not.</summary>
[TestFixture]
internal sealed class SignalTests
{
    private const string Signals = OrderHost.Root + "/signals";

    private OrderHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await OrderHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Untaken_places_while_children_of_the_age_and_language_wait()
    {
        var kindergarten = await _host.Kindergarten();
        var free = await _host.Group(kindergarten, "Еркетай", birthYear: 2022);
        var full = await _host.Group(kindergarten, "Толық", birthYear: 2022, places: 10);
        var noQueue = await _host.Group(kindergarten, "Кезексіз", birthYear: 2020);
        await Children(full, 10);
        await Waits(2022, 3);
        var found = await Find("underfilledGroup", kindergarten);
        Assert.That(found.Select(s => s.GetProperty("groupId").GetGuid()), Is.EqualTo(new[] { free }), $"neither {full} nor {noQueue}");
        Assert.That(found[0].GetProperty("explanation").GetString(), Is.EqualTo("Group Еркетай has 0 of 25 places taken while 3 children of its age and language wait"));
    }

    [Test]
    public async Task More_children_than_places_or_than_the_norm()
    {
        var kindergarten = await _host.Kindergarten();
        var over = await _host.Group(kindergarten, "Артық", places: 20);
        var norm = await _host.Group(kindergarten, "Норма", places: 40);
        var fine = await _host.Group(kindergarten, "Жақсы", places: 25);
        await Children(over, 21);
        await Children(norm, 26);
        await Children(fine, 25);
        var found = await Find("overfilledGroup", kindergarten);
        Assert.That(found.Select(s => s.GetProperty("groupId").GetGuid()), Is.EquivalentTo(new[] { over, norm }));
    }

    [Test]
    public async Task A_child_never_absent_two_months_running()
    {
        var (kindergarten, group, contract) = await Garden();
        var always = await _host.Enrol(contract, group, "F-1");
        var once = await _host.Enrol(contract, group, "F-2");
        int[] may = [4, 5, 6, 8, 12, 13, 14, 15, 18, 19, 20, 21, 22, 25, 26, 28, 29];
        foreach (var child in new[] { always, once })
        {
            await _host.Mark(group, child, "present", may, "2026-05");
            await _host.Mark(group, child, "present", OrderHost.JuneDays);
        }

        await _host.Mark(group, once, "ill", [4], "2026-05");
        Assert.That((await Find("fullAttendance", kindergarten)).Select(s => s.GetProperty("subject").GetString()), Is.EqualTo(new[] { "F-1" }));
        Assert.That(await Find("fullAttendance", kindergarten, "2026-05"), Is.Empty, "one month is no run");
    }

    [Test]
    public async Task A_mark_on_a_day_that_became_a_day_off()
    {
        await using var host = await OrderHost.Start();
        var kindergarten = await host.Kindergarten();
        var (group, contract) = (await host.Group(kindergarten), await host.Contract(kindergarten));
        var there = await host.Enrol(contract, group, "H-1");
        var home = await host.Enrol(contract, group, "H-2");
        await host.Mark(group, there, "present", [10, 11]);
        await host.Mark(group, home, "ill", [10]);
        var list = $"{Signals}?kind=dayOffPresence&month=2026-06";
        Assert.That(OrderHost.Items(await host.Department().Get<JsonElement>(list)), Is.Empty);
        var day = new { date = "2026-06-10", kind = "dayOff", name = new { kk = "Демалыс", ru = "Выходной" }, legalAct = "Постановление" };
        await host.Api.AsAdministrator().Post("/api/v1/registry/calendar/days", day).As<JsonElement>();
        var found = OrderHost.Items(await host.Department().Get<JsonElement>(list));
        Assert.That(found.Select(s => s.GetProperty("explanation").GetString()), Is.EqualTo(new[] { "Child No. H-1 is marked present on 1 days off" }));
    }

    [Test]
    public async Task One_number_on_lists_of_two_kindergartens_and_the_number_is_not_shown()
    {
        var (first, group, contract) = await Garden();
        var (second, otherGroup, otherContract) = await Garden();
        await _host.Enrol(contract, group, "T-1", iin: OrderHost.Iin(50));
        await _host.Enrol(contract, group, "T-2", iin: OrderHost.Iin(51));
        await _host.Enrol(otherContract, otherGroup, "T-9", "2026-03-01", iin: OrderHost.Iin(50));
        var answer = await _host.Department().Get<JsonElement>($"{Signals}?kind=childTwice&month=2026-06");
        var found = OrderHost.Items(answer).Where(s => s.GetProperty("institutionId").GetGuid() is var id && (id == first || id == second));
        Assert.That(found.Select(s => s.GetProperty("subject").GetString()), Is.EquivalentTo(new[] { "T-1", "T-9" }));
        Assert.That(answer.ToString(), Does.Not.Contain(OrderHost.Iin(50)));
        Assert.That(await Find("childTwice", first, "2026-02"), Is.Empty, "the second list begins in March");
        Assert.That(OrderHost.Items(await _host.Staff(second).Get<JsonElement>($"{Signals}?kind=childTwice&month=2026-06")), Is.Empty, "the other list is not theirs to know");
    }

    [Test]
    public async Task On_a_list_and_still_waiting()
    {
        var (kindergarten, group, contract) = await Garden();
        await _host.Enrol(contract, group, "Q-1", iin: OrderHost.Iin(60));
        await _host.Enrol(contract, group, "Q-2", iin: OrderHost.Iin(61));
        await Waits(2021, 1, OrderHost.Iin(60));
        var found = (await Find("childTwice", kindergarten)).Single();
        Assert.That(found.GetProperty("explanation").GetString(), Is.EqualTo("The IIN of child Q-1 is on 0 other lists and 1 waiting applications"));
    }

    [Test]
    public async Task More_children_than_the_room_has_space_for()
    {
        var kindergarten = await _host.Kindergarten();
        var crowded = await _host.Group(kindergarten, "Тар");
        var wide = await _host.Group(kindergarten, "Кең");
        var unknown = await _host.Group(kindergarten, "Белгісіз");
        await _host.Api.Inside(services => services.GetRequiredService<PreschoolDbContext>().Set<Group>().Where(g => g.Id == crowded || g.Id == wide)
            .ExecuteUpdateAsync(s => s.SetProperty(g => g.AreaM2, 41.5m)));
        await Children(crowded, 21);
        await Children(wide, 20);
        await Children(unknown, 25);
        var found = (await Find("crowdedRoom", kindergarten)).Single();
        Assert.That(found.GetProperty("groupId").GetGuid(), Is.EqualTo(crowded), "two square metres a child of four years");
        Assert.That(found.GetProperty("explanation").GetString(), Is.EqualTo("Group Тар has 21 children; its room of 41 m² is enough for 20"));
    }

    [Test]
    public async Task A_dismissed_signal_leaves_the_list_is_kept_and_can_be_taken_back()
    {
        var kindergarten = await _host.Kindergarten();
        var group = await _host.Group(kindergarten, "Жабылған", places: 5);
        await Children(group, 6);
        var body = new { kind = "overfilledGroup", subjectId = group, month = "2026-06", reason = "Бауырлар бір топта" };
        await _host.Department().Post($"{Signals}/dismissals", new { kind = "overfilledGroup", subjectId = group, month = "2026-06" }).MustBeInvalid("reason:required");
        await _host.Department().Post($"{Signals}/dismissals", body with { subjectId = Guid.CreateVersion7() }).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        var said = await _host.Department().Post($"{Signals}/dismissals", body).As<JsonElement>();
        Assert.That(await Find("overfilledGroup", kindergarten), Is.Empty);
        var kept = OrderHost.Items(await _host.Department().Get<JsonElement>($"{Signals}?kind=overfilledGroup&month=2026-06&dismissed=true")).Single(s => s.GetProperty("subjectId").GetGuid() == group);
        Assert.That(kept.GetProperty("dismissal").GetProperty("reason").GetString(), Is.EqualTo("Бауырлар бір топта"));
        Assert.That(await Find("overfilledGroup", kindergarten, "2026-07"), Has.Count.EqualTo(1), "next month is another signal");
        var path = $"{Signals}/dismissals/{said.GetProperty("id")}";
        await _host.Department().Put(path, new { reason = "Қате", isTakenBack = true }, 5).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await _host.Department().Put(path, new { reason = "Қате", isTakenBack = true }, 1).As<JsonElement>();
        Assert.That(await Find("overfilledGroup", kindergarten), Has.Count.EqualTo(1));
        await _host.Department().Post($"{Signals}/dismissals", body).MustBeProblem(HttpStatusCode.Conflict, "preschool.signal-dismissed-before");
    }

    [Test]
    public async Task Counts_are_those_of_the_lists_and_the_query_is_checked()
    {
        var counts = await _host.Department().Get<JsonElement>($"{Signals}/counts?month=2026-06");
        foreach (var count in counts.EnumerateArray())
        {
            var list = await _host.Department().Get<JsonElement>($"{Signals}?month=2026-06&kind={count.GetProperty("kind").GetString()}");
            Assert.That(count.GetProperty("count").GetInt32(), Is.EqualTo(list.GetProperty("total").GetInt32()));
        }

        Assert.That(counts.GetArrayLength(), Is.EqualTo(6));
        await _host.Department().GetAsync($"{Signals}?month=2026").MustBeInvalid("kind:required", "month:preschool.month-format");
    }

    private async Task<(Guid Kindergarten, Guid Group, JsonElement Contract)> Garden()
    {
        var kindergarten = await _host.Kindergarten();
        return (kindergarten, await _host.Group(kindergarten), await _host.Contract(kindergarten));
    }

    private async Task<IReadOnlyList<JsonElement>> Find(string kind, Guid kindergarten, string month = "2026-06") =>
        [.. OrderHost.Items(await _host.Department().Get<JsonElement>($"{Signals}?kind={kind}&month={month}&pageSize=200"))
            .Where(s => s.GetProperty("institutionId").GetGuid() == kindergarten)];

    private Task Children(Guid group, int count) => _host.Api.Inside(services => services.GetRequiredService<PreschoolDbContext>().Set<Group>()
        .Where(g => g.Id == group).ExecuteUpdateAsync(s => s.SetProperty(g => g.Children, count)));

    private Task Waits(int birthYear, int count, string? iin = null) => _host.Api.Inside(async services =>
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        for (var i = 0; i < count; i++)
        {
            var application = new QueueApplication($"W{birthYear}{i}{iin}", new PoolKey(OrderHost.City, birthYear, GroupLanguage.Kk, GroupProfile.General), new DateOnly(birthYear, 5, 1));
            application.Identify(new(iin, $"{birthYear} {i}", "Бала", "Ата-ана", "1"));
            application.Take(QueueEventKind.Registered, new() { Rank = 0, AppliedAt = DateTime.UnixEpoch }, DateTime.UnixEpoch);
            db.Add(application);
        }

        await db.SaveChangesAsync();
    });
}
