using System.Text.Json;
using Education.TestKit;

namespace Education.Preschool.Tests.StateOrder;

/// <summary>Lists of kindergartens and month sheets from files.</summary>
[TestFixture]
internal sealed class OrderImportTests
{
    private OrderHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await OrderHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_list_makes_contracts_and_the_same_list_again_changes_nothing()
    {
        await using var host = await OrderHost.Start();
        await host.Kindergarten("Частный детский сад «Лесок»");
        await host.Kindergarten("Частный детский сад «Дарынды бала»");
        var csv = "Детский сад;Садов;Мест\nЧастный детский сад «Лесок»;1;60\nЧастный детский сад «Дарынды бала»;3;";
        var options = new { territory = OrderHost.City, startsOn = "2026-01-01", endsOn = "2026-12-31" };
        await host.Import("preschool.state-order", csv, options);
        var summary = await host.Department().Get<JsonElement>($"{OrderHost.Root}/state-order/summary?on=2026-05-01");
        Assert.Multiple(() =>
        {
            Assert.That(summary.GetProperty("contracts").GetInt32(), Is.EqualTo(2));
            Assert.That(summary.GetProperty("kindergartens").GetInt32(), Is.EqualTo(4));
            Assert.That(summary.GetProperty("places").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
        var again = await host.Check("preschool.state-order", csv, options);
        Assert.That(again.ToString(), Does.Contain("\"unchanged\":2"));
    }

    [Test]
    public async Task A_list_tells_what_is_wrong_with_its_rows()
    {
        await _host.Kindergarten("Частный детский сад «Гвоздичка»");
        const string Csv = "Детский сад;Мест;Начало;Окончание\n"
            + "Частный детский сад «Гвоздичка»;0;01.01.2026;31.12.2026\nЧастный детский сад «Гвоздичка»;5;;\nЧастный детский сад «Гвоздичка»;5;02.01.2026;01.01.2026";
        var errors = await _host.Errors("preschool.state-order", Csv, new { territory = OrderHost.City });
        Assert.That(errors, Is.EquivalentTo(new[]
        {
            "2:places:preschool.order-row-range", "3:kindergarten:preschool.order-row-dates", "4:kindergarten:preschool.order-ends-before-start",
        }));
    }

    [Test]
    public async Task A_month_sheet_is_read_as_kindergartens_write_it()
    {
        var kindergarten = await _host.Kindergarten();
        var (group, contract) = (await _host.Group(kindergarten), await _host.Contract(kindergarten));
        await _host.Enrol(contract, group, "A-1");
        await _host.Enrol(contract, group, "A-2");
        await _host.Import("preschool.attendance", Table("A-1;+;н;б", "A-2;о;кр;п"), new { month = "2026-06" });
        var sheet = await _host.Department().Get<JsonElement>(OrderHost.Sheet(group));
        var marks = sheet.GetProperty("children").EnumerateArray().SelectMany(c => c.GetProperty("marks").EnumerateArray()
            .Select(m => $"{c.GetProperty("number")}:{m.GetProperty("day")}:{m.GetProperty("mark")}"));
        Assert.That(marks, Is.EqualTo(new[] { "A-1:1:present", "A-1:2:absent", "A-1:3:ill", "A-2:1:leave", "A-2:2:quarantine", "A-2:3:other" }));
    }

    [Test]
    public async Task A_month_sheet_is_refused_by_the_rules_of_the_grid_cell_by_cell()
    {
        var kindergarten = await _host.Kindergarten();
        var (group, contract) = (await _host.Group(kindergarten), await _host.Contract(kindergarten));
        await _host.Enrol(contract, group, "B-1", "2026-06-02");
        await _host.Enrol(contract, group, "B-2");
        var errors = await _host.Errors(
            "preschool.attendance", Table("B-1;+;?;+;+;+;+", "B-2;+;+;;;;;;", "B-2;+", "B-9;+"), new { month = "2026-06" });
        Assert.That(errors, Is.EquivalentTo(new[]
        {
            "2:d1:preschool.attendance-outside-enrolment", "2:d2:preschool.attendance-mark-unknown", "2:d6:preschool.attendance-day-off",
            "4:number:preschool.attendance-row-twice", "5:number:preschool.attendance-row-unknown",
        }));
    }

    private static string Table(params string[] rows) =>
        string.Join('\n', rows.Prepend("Номер ребёнка;" + string.Join(';', Enumerable.Range(1, 31))));
}
