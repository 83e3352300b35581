using System.Net;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.Planning.Contracts;
using Education.Preschool.Contracts;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Tests.StateOrder;

/// <summary>Monthly acts: June 2026 has 22 working days.</summary>
[TestFixture]
internal sealed class ActTests
{
    private const string Acts = OrderHost.Root + "/acts";

    private OrderHost _host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await OrderHost.Start();
        await _host.Tariff(17_000, "2015-01-01", "2026-06-14");
        await _host.Tariff(26_000, "2026-06-15");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Costs_confirmed_days_by_the_tariff_of_each_day_rounded_once_a_line()
    {
        var (contract, group, child) = await Full(places: 3);
        var second = await _host.Enrol(contract, group, "2");
        await _host.Mark(group, second, "present", [1, 30]);
        await _host.Mark(group, second, "absent", OrderHost.JuneDays.Except([1, 30]));
        var act = await _host.Act(contract);
        var lines = act.GetProperty("lines").EnumerateArray().Select(l => (
            Monthly: l.GetProperty("monthly").GetDecimal(), Days: l.GetProperty("days").GetInt32(), Amount: l.GetProperty("amount").GetDecimal())).ToList();

        // 10 + 1 days at 17 000 ÷ 22 and 12 + 1 at 26 000 ÷ 22.
        Assert.Multiple(() =>
        {
            Assert.That(lines, Is.EqualTo(new[] { (17_000m, 11, 8_500.00m), (26_000m, 13, 15_363.64m) }));
            Assert.That(act.GetProperty("amount").GetDecimal(), Is.EqualTo(23_863.64m));
            Assert.That(act.GetProperty("confirmedDays").GetInt32(), Is.EqualTo(24));
            Assert.That(act.GetProperty("placeDays").GetInt32(), Is.EqualTo(66), "3 places × 22 days");
            Assert.That(child, Is.Not.EqualTo(second));
        });
    }

    [Test]
    public async Task An_approved_act_is_frozen_closes_its_sheets_and_is_told_to_those_who_pay()
    {
        var (contract, group, child) = await Full();
        var approved = await _host.Approve(await _host.Act(contract));
        Assert.Multiple(() =>
        {
            Assert.That(approved.GetProperty("state").GetString(), Is.EqualTo("approved"));
            Assert.That(approved.GetProperty("hash").GetString(), Has.Length.EqualTo(64));
            Assert.That(approved.GetProperty("hashHolds").GetBoolean(), Is.True);
        });
        var path = $"{Acts}/{approved.GetProperty("id")}";
        await _host.Department().Put($"{path}/figures", new { }, 2).MustBeProblem(HttpStatusCode.Conflict, "preschool.act-not-draft");
        await _host.Department().Delete(path, 2).MustBeProblem(HttpStatusCode.Conflict, "preschool.act-not-draft");
        var sheet = await _host.Department().Get<JsonElement>(OrderHost.Sheet(group));
        Assert.That(sheet.GetProperty("isClosed").GetBoolean(), Is.True);
        await _host.Department().Put($"{OrderHost.Sheet(group)}/children/{child}", new { marks = new[] { new { day = 1, mark = "ill" } } }, sheet.GetProperty("version").GetInt64())
            .MustBeProblem(HttpStatusCode.Conflict, "preschool.attendance-month-closed");
        var told = await _host.Api.Inside(services => services.GetRequiredService<IStateOrderActs>().Approved(ReportingPeriod.Month(2026, 6), OrderHost.City, default));
        var mine = told.Single(a => a.Id == approved.GetProperty("id").GetGuid());
        Assert.That((mine.ConfirmedDays, mine.Amount, mine.Month), Is.EqualTo((22, approved.GetProperty("amount").GetDecimal(), "2026-06")));
    }

    [Test]
    public async Task The_money_of_a_year_opens_down_to_approved_acts_page_by_page()
    {
        var (contract, _, _) = await Full();
        var approved = await _host.Approve(await _host.Act(contract));
        var page = await _host.Api.Inside(services => services.GetServices<IIndicatorTrace>().Single(t => t.Owns("preschool.state-order-money")).RowsAsync(
            new("preschool.state-order-money", "2026", OrderHost.City, Dimensions.None, contract.GetProperty("institutionId").GetGuid(), PageSize: 1), default));
        Assert.That((page.Total, page.Rows[0].Numerator, page.Rows[0].Cells["month"]), Is.EqualTo((1, approved.GetProperty("amount").GetDecimal(), "6")));
    }

    [Test]
    public async Task A_changed_line_of_an_approved_act_is_seen()
    {
        var (contract, _, _) = await Full();
        var id = (await _host.Approve(await _host.Act(contract))).GetProperty("id").GetGuid();
        await _host.Api.Inside(services => services.GetRequiredService<PreschoolDbContext>().Set<Education.Preschool.StateOrder.Acts.ActLine>()
            .Where(l => l.ActId == id && l.Order == 1).ExecuteUpdateAsync(s => s.SetProperty(l => l.Days, l => l.Days + 1)));
        Assert.That((await _host.Department().Get<JsonElement>($"{Acts}/{id}")).GetProperty("hashHolds").GetBoolean(), Is.False);
    }

    [Test]
    public async Task What_is_approved_is_what_the_sheets_say_and_every_day_has_a_mark()
    {
        var (contract, group, child) = await Full();
        var act = await _host.Act(contract);
        var path = $"{Acts}/{act.GetProperty("id")}";
        await _host.Mark(group, child, "ill", [30]);
        await _host.Department().Put($"{path}/approval", new { }, 1).MustBeProblem(HttpStatusCode.Conflict, "preschool.act-outdated");
        act = await _host.Department().Put($"{path}/figures", new { }, 1).As<JsonElement>();
        Assert.That(act.GetProperty("confirmedDays").GetInt32(), Is.EqualTo(21));
        var late = await _host.Enrol(contract, group, "late", "2026-06-29");
        await _host.Department().Put($"{path}/approval", new { }, 2).MustBeProblem(HttpStatusCode.Conflict, "preschool.attendance-incomplete");
        await _host.Mark(group, late, "absent", [29, 30]);
        await _host.Department().Put($"{path}/approval", new { }, 1).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await _host.Approve(act);
    }

    [Test]
    public async Task A_correction_makes_the_next_revision_and_the_old_one_holds_until_it_is_approved()
    {
        var (contract, group, child) = await Full();
        var first = await _host.Approve(await _host.Act(contract));
        var path = $"{Acts}/{first.GetProperty("id")}";
        await _host.Department().Post($"{path}/corrections", new { reason = "" }).MustBeInvalid("reason:required");
        var next = await _host.Department().Post($"{path}/corrections", new { reason = "Справка принесена позже" }).As<JsonElement>();
        await _host.Department().Post($"{path}/corrections", new { reason = "Ещё раз" }).MustBeProblem(HttpStatusCode.Conflict, "preschool.act-correction-open");
        await _host.Department().Delete($"{Acts}/{next.GetProperty("id")}", 1).MustBeProblem(HttpStatusCode.Conflict, "preschool.act-correction-stays");
        await _host.Department().Post($"{Acts}/{next.GetProperty("id")}/corrections", new { reason = "x" }).MustBeProblem(HttpStatusCode.Conflict, "preschool.act-not-approved");
        await _host.Mark(group, child, "ill", [1, 2]);
        Assert.That(await Told(first), Is.EqualTo(22), "the old one holds");
        next = await _host.Department().Put($"{Acts}/{next.GetProperty("id")}/figures", new { }, 1).As<JsonElement>();
        next = await _host.Approve(next);
        Assert.Multiple(async () =>
        {
            Assert.That(next.GetProperty("revision").GetInt32(), Is.EqualTo(2));
            Assert.That(await Told(first), Is.Null);
            Assert.That(await Told(next), Is.EqualTo(20));
            Assert.That((await _host.Department().Get<JsonElement>(path)).GetProperty("state").GetString(), Is.EqualTo("superseded"));
        });
    }

    [Test]
    public async Task Refuses_a_second_act_a_month_outside_the_contract_and_a_month_that_is_not_over()
    {
        var (contract, group, child) = await Full();
        var act = await _host.Act(contract);
        await Compute(contract, "2026-06").MustBeProblem(HttpStatusCode.Conflict, "preschool.act-exists");
        await Compute(contract, "2025-12").MustBeProblem(HttpStatusCode.Conflict, "preschool.act-outside-order");
        await Compute(contract, "2026").MustBeInvalid("month:preschool.month-format");
        var open = await _host.Act(contract, "2026-09");
        await _host.Department().Put($"{Acts}/{open.GetProperty("id")}/approval", new { }, 1).MustBeProblem(HttpStatusCode.Conflict, "preschool.act-month-not-over");
        await (await _host.Department().Delete($"{Acts}/{act.GetProperty("id")}", 1)).MustBe(HttpStatusCode.NoContent);
        Assert.That(child, Is.Not.EqualTo(group));
    }

    [Test]
    public async Task A_day_without_a_tariff_is_named()
    {
        await using var host = await OrderHost.Start();
        var kindergarten = await host.Kindergarten();
        var (group, contract) = (await host.Group(kindergarten), await host.Contract(kindergarten));
        await host.Mark(group, await host.Enrol(contract, group, "1"), "present", [1]);
        await host.Tariff(20_000, "2026-01-01", age: "nursery");
        await host.Department().Post(Acts, new { contractId = contract.GetProperty("id"), month = "2026-06" }).MustBeProblem(HttpStatusCode.Conflict, "preschool.tariff-missing");
        await host.Tariff(26_000, "2026-01-01", age: "preschool");
        Assert.That((await host.Act(contract)).GetProperty("amount").GetDecimal(), Is.EqualTo(1_181.82m), "26 000 ÷ 22: born in 2021 is four on 1 September 2025");
    }

    [Test]
    public async Task A_workbook_is_taken_away_and_the_log_says_so()
    {
        var (contract, _, _) = await Full();
        var act = await _host.Act(contract);
        using var answer = await _host.Department("ru").GetAsync($"{Acts}/{act.GetProperty("id")}/export");
        await answer.MustBe(HttpStatusCode.OK);
        using var zip = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.That(await reader.ReadToEndAsync(), Does.Contain("Подтверждённых дето-дней").And.Contain(">22<"));
    }

    [Test]
    public async Task Acts_are_seen_and_approved_within_ones_rights_only()
    {
        var (contract, _, _) = await Full();
        var act = await _host.Act(contract);
        var own = _host.Staff(contract.GetProperty("institutionId").GetGuid());
        Assert.That(OrderHost.Items(await own.Get<JsonElement>(Acts)), Has.Count.EqualTo(1));
        await own.Put($"{Acts}/{act.GetProperty("id")}/approval", new { }, 1).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        var elsewhere = _host.Api.As(["preschool.read", "preschool.acts.approve"], new DataScope(false, "352400000", []));
        Assert.That(OrderHost.Items(await elsewhere.Get<JsonElement>(Acts)), Is.Empty);
        await elsewhere.Put($"{Acts}/{act.GetProperty("id")}/approval", new { }, 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    /// <summary>A kindergarten with one child present on every working day of June.</summary>
    private async Task<(JsonElement Contract, Guid Group, Guid Child)> Full(int? places = null)
    {
        var kindergarten = await _host.Kindergarten();
        var (group, contract) = (await _host.Group(kindergarten), await _host.Contract(kindergarten, places));
        var child = await _host.Enrol(contract, group, "1");
        await _host.Mark(group, child, "present", OrderHost.JuneDays);
        return (contract, group, child);
    }

    private Task<HttpResponseMessage> Compute(JsonElement contract, string month) => _host.Department().Post(Acts, new { contractId = contract.GetProperty("id"), month });

    private async Task<int?> Told(JsonElement act)
    {
        var told = await _host.Api.Inside(services => services.GetRequiredService<IStateOrderActs>().Approved(ReportingPeriod.Month(2026, 6), null, default));
        return told.SingleOrDefault(a => a.Id == act.GetProperty("id").GetGuid())?.ConfirmedDays;
    }
}
