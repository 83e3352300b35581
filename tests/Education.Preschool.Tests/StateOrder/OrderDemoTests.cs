using System.Text.Json;
using Education.TestKit;

namespace Education.Preschool.Tests.StateOrder;

/// <summary>The printed list of 2017 as the demo department keeps it.</summary>
[TestFixture]
internal sealed class OrderDemoTests
{
    private OrderHost _host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await OrderHost.Start();
        await _host.Api.SeedDemo();
        await _host.Api.SeedDemo();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Thirty_seven_names_stand_for_thirty_nine_kindergartens()
    {
        var summary = await _host.Department().Get<JsonElement>($"{OrderHost.Root}/state-order/summary?on=2017-12-31&territory={OrderHost.City}");
        var contracts = OrderHost.Items(await _host.Department().Get<JsonElement>($"{OrderHost.Root}/state-order/contracts?pageSize=200"));
        var three = contracts.Single(c => c.GetProperty("kindergartens").GetInt32() > 1);
        Assert.Multiple(() =>
        {
            Assert.That(summary.GetProperty("contracts").GetInt32(), Is.EqualTo(37));
            Assert.That(summary.GetProperty("kindergartens").GetInt32(), Is.EqualTo(39));
            Assert.That(contracts.Select(c => c.GetProperty("institutionId").GetGuid()).Distinct().Count(), Is.EqualTo(37), "each name is an institution of its own");
            Assert.That(three.GetProperty("institutionName").GetProperty("ru").GetString(), Does.Contain("Дарынды бала"));
            Assert.That(three.GetProperty("kindergartens").GetInt32(), Is.EqualTo(3));
            Assert.That(summary.GetProperty("places").ValueKind, Is.EqualTo(JsonValueKind.Null), "the list prints no places by kindergarten");
        });
    }

    [TestCase("2017-05-31", 17_000)]
    [TestCase("2017-06-01", 26_000)]
    public async Task The_tariff_of_the_analysis_holds(string day, int monthly)
    {
        var tariff = OrderHost.Items(await _host.Department().Get<JsonElement>($"{OrderHost.Root}/state-order/tariffs?territory={OrderHost.City}&on={day}")).Single();
        Assert.That((tariff.GetProperty("monthly").GetDecimal(), tariff.GetProperty("parentFee").GetDecimal()), Is.EqualTo((monthly, 11_000m)));
    }

    [Test]
    public async Task The_act_of_June_costs_its_days_at_the_new_tariff()
    {
        var act = OrderHost.Items(await _host.Department().Get<JsonElement>($"{OrderHost.Root}/acts?month=2017-06")).Single();
        var line = act.GetProperty("lines").EnumerateArray().Single();
        var group = line.GetProperty("groupId").GetGuid();
        var sheet = await _host.Department().Get<JsonElement>(OrderHost.Sheet(group, "2017-06"));
        var present = sheet.GetProperty("children").EnumerateArray().Sum(c => c.GetProperty("present").GetInt32());
        Assert.That(act.GetProperty("workingDays").GetInt32(), Is.EqualTo(22));
        Assert.That(line.GetProperty("days").GetInt32(), Is.EqualTo(present));
        Assert.That(act.GetProperty("amount").GetDecimal(), Is.EqualTo(Math.Round(present * 26_000m / 22, 2, MidpointRounding.AwayFromZero)));
    }
}
