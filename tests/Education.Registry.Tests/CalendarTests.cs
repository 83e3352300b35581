using System.Net;
using System.Text.Json;
using Education.Registry.Contracts;
using Education.TestKit;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Registry.Tests;

internal sealed class CalendarTests
{
    private ApiHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await ApiHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("2026-01-01", false, Description = "New Year")]
    [TestCase("2026-03-08", false, Description = "a Sunday and a holiday")]
    [TestCase("2026-03-09", false, Description = "the Monday that 8 March on a Sunday gives")]
    [TestCase("2026-03-10", true, Description = "an ordinary Tuesday")]
    [TestCase("2022-10-25", false, Description = "Republic day since 2022")]
    [TestCase("2021-10-25", true, Description = "not yet a holiday")]
    [TestCase("2021-12-01", false, Description = "Day of the First President until 2021")]
    [TestCase("2022-12-01", true, Description = "no longer a holiday")]
    [TestCase("2023-01-03", false, Description = "1 January 2023 was a Sunday: the next working day after 1–2 January")]
    public async Task Knows_weekends_and_holidays_of_the_year(string day, bool working) =>
        Assert.That(await Ask(c => c.IsWorkingDay(DateOnly.Parse(day), default)), Is.EqualTo(working));

    [Test]
    public async Task Five_working_days_after_the_eve_of_Nauryz_pass_over_the_holidays() =>
        Assert.That(
            await Ask(c => c.AddWorkingDays(new DateOnly(2023, 3, 20), 5, default)),
            Is.EqualTo(new DateOnly(2023, 3, 30)), "21–23 March are off; 24, 27, 28, 29, 30 March work");

    [Test]
    public void Adding_days_and_counting_them_agree_and_never_end_on_a_day_off()
    {
        var starts = Gen.Choose(0, 3650).Select(d => new DateOnly(2018, 1, 1).AddDays(d));
        var cases = starts.SelectMany(start => Gen.Choose(1, 60).Select(count => (start, count))).ToArbitrary();
        Prop.ForAll(cases, c => Ask(async calendar =>
        {
            var end = await calendar.AddWorkingDays(c.start, c.count, default);
            return await calendar.IsWorkingDay(end, default) && await calendar.WorkingDaysBetween(c.start, end, default) == c.count
                && await calendar.WorkingDaysBetween(end, c.start, default) == -c.count;
        }).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();
    }

    [Test]
    public async Task A_transferred_day_is_entered_used_changed_and_removed()
    {
        var client = _host.AsAdministrator();
        var day = new { date = "2025-07-09", kind = "dayOff", name = new { kk = "Ауыстырылған күн", ru = "Перенос" }, legalAct = "Қаулы № 1" };
        var created = await client.Post("/api/v1/registry/calendar/days", day).As<JsonElement>();
        Assert.That(await Ask(c => c.IsWorkingDay(new DateOnly(2025, 7, 9), default)), Is.False);

        var (id, version) = (created.GetProperty("id").GetGuid(), created.GetProperty("version").GetInt64());
        await client.Put($"/api/v1/registry/calendar/days/{id}", day, version + 5).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await client.Post("/api/v1/registry/calendar/days", day).MustBeProblem(HttpStatusCode.Conflict, "duplicate");
        using var removed = await client.Delete($"/api/v1/registry/calendar/days/{id}", version);
        await removed.MustBe(HttpStatusCode.NoContent);
        Assert.That(await Ask(c => c.IsWorkingDay(new DateOnly(2025, 7, 9), default)), Is.True);
    }

    [TestCase("2025-06-06", TestName = "Kurban Ait on a Friday is a day off")]
    [TestCase("2026-05-27", TestName = "Kurban Ait on a Wednesday is a day off")]
    public async Task Kurban_ait_is_a_day_off(string date) => Assert.That(await Ask(c => c.IsWorkingDay(DateOnly.Parse(date), default)), Is.False);

    [Test]
    public async Task Kurban_ait_on_a_sunday_gives_no_other_day_off() =>
        Assert.That(await Ask(c => c.IsWorkingDay(new DateOnly(2024, 6, 17), default)), Is.True);

    [Test]
    public async Task The_year_lists_its_special_days_with_names()
    {
        var year = await _host.AsAdministrator().Get<JsonElement>("/api/v1/registry/calendar?year=2026");
        var nauryz = year.GetProperty("days").EnumerateArray().First(d => d.GetProperty("date").GetString() == "2026-03-22");
        Assert.That(nauryz.GetProperty("name").GetProperty("kk").GetString(), Is.EqualTo("Наурыз мейрамы"));
    }

    [Test]
    public async Task A_day_without_a_name_and_an_act_is_refused_with_all_errors() =>
        await _host.AsAdministrator().Post("/api/v1/registry/calendar/days", new { kind = "dayOff", name = new { kk = "", ru = "x" } })
            .MustBeInvalid("date:required", "name:registry.name-kk-ru", "legalAct:required");

    private Task<T> Ask<T>(Func<IWorkCalendar, Task<T>> question) =>
        _host.Inside(services => question(services.GetRequiredService<IWorkCalendar>()));
}
