using System.Net;
using System.Text.Json;
using Education.Registry.Contracts;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Registry.Tests;

internal sealed class TerritoryTests
{
    private ApiHost _host = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        _client = _host.As([RegistryPermissions.ReadTerritories, RegistryPermissions.WriteTerritories]);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task Every_installation_has_the_republic_twenty_regions_and_their_cities_and_rayons()
    {
        var all = await _client.Get<JsonElement>(Api.Root + "/territories?pageSize=1");
        var regions = await _client.Get<JsonElement>(Api.Root + "/territories?level=1&pageSize=1");
        var rayons = await _client.Get<JsonElement>(Api.Root + "/territories?kind=rayon&pageSize=1");
        Assert.Multiple(() =>
        {
            Assert.That(all.GetProperty("total").GetInt32(), Is.EqualTo(249));
            Assert.That(regions.GetProperty("total").GetInt32(), Is.EqualTo(20));
            Assert.That(rayons.GetProperty("total").GetInt32(), Is.EqualTo(170));
        });
    }

    [Test]
    public async Task A_city_stands_under_its_oblast_and_the_republic()
    {
        var city = await _client.Get<JsonElement>($"{Api.Root}/territories/{Api.Karaganda}");
        Assert.Multiple(() =>
        {
            Assert.That(city.GetProperty("territory").GetProperty("name").GetProperty("kk").GetString(), Is.EqualTo("Қарағанды қаласы"));
            Assert.That(
                city.GetProperty("ancestors").EnumerateArray().Select(a => a.GetProperty("code").GetString()),
                Is.EqualTo(new[] { Api.KaragandaOblast, "000000000" }));
        });
    }

    [Test]
    public async Task Children_come_in_the_order_of_the_kazakh_alphabet()
    {
        var children = await _client.Get<JsonElement>($"{Api.Root}/territories/{Api.KaragandaOblast}/children");
        var names = children.EnumerateArray().Select(c => c.GetProperty("name").GetProperty("kk").GetString()!).ToList();
        Assert.That(names, Has.Member("Балқаш қаласы"));
        Assert.That(names.IndexOf("Қарағанды қаласы"), Is.LessThan(names.IndexOf("Нұра ауданы")), "Қ stands before Н, not after Я");
        Assert.That(names.IndexOf("Абай ауданы"), Is.Zero);
    }

    [TestCase("Қарағанды қаласы")]
    [TestCase("караганды каласы", TestName = "Without the Kazakh letters")]
    [TestCase("город караганда", TestName = "In Russian, lower case")]
    public async Task Finds_a_city_however_its_name_is_typed(string q) =>
        Assert.That(await _client.NamesOf($"{Api.Root}/territories?q={Uri.EscapeDataString(q)}"), Has.Member("Қарағанды қаласы"));

    [Test]
    public async Task Everything_within_an_oblast_is_the_oblast_and_its_units()
    {
        var within = await _client.Get<JsonElement>($"{Api.Root}/territories?within=100000000&pageSize=200");
        Assert.That(within.GetProperty("total").GetInt32(), Is.EqualTo(13), "Абай облысы: itself, two cities, ten rayons");
    }

    [Test]
    public async Task An_unknown_code_is_not_found_and_a_wrong_one_is_refused()
    {
        await _client.GetAsync(Api.Root + "/territories/999999999").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await _client.GetAsync(Api.Root + "/territories/999999999/children").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await _client.GetAsync(Api.Root + "/territories/35100").MustBeInvalid("code:registry.territory-code");
    }

    [Test]
    public async Task An_old_code_leads_to_the_present_one()
    {
        // Сәтбаев: 352310000 in Karaganda oblast until the oblast Ұлытау was formed on 8 June 2022.
        var body = new { oldCode = "352310000", newCode = "622000000", date = "2022-06-08", legalAct = "Указ от 03.05.2022 № 887" };
        var target = await _client.Get<JsonElement>(Api.Root + "/territories?q=" + Uri.EscapeDataString("Сәтбаев қаласы"));
        body = body with { newCode = target.GetProperty("items")[0].GetProperty("code").GetString()! };
        var created = await _client.Post(Api.Root + "/territory-code-changes", body).As<JsonElement>();
        var found = await _client.Get<JsonElement>(Api.Root + "/territories/352310000");
        Assert.That(found.GetProperty("formerCode").GetString(), Is.EqualTo("352310000"));
        Assert.That(found.GetProperty("territory").GetProperty("code").GetString(), Is.EqualTo(body.newCode));
        var infos = await _host.Inside(s => s.GetRequiredService<ITerritoryDirectory>().Find(["352310000", "999999999"], default));
        Assert.That(infos.Keys, Is.EquivalentTo(new[] { "352310000" }));

        await _client.Post(Api.Root + "/territory-code-changes", body).MustBeProblem(HttpStatusCode.Conflict, "registry.code-already-replaced");
        var list = await _client.Get<JsonElement>(Api.Root + "/territory-code-changes?q=3523");
        Assert.That(list.GetProperty("total").GetInt32(), Is.EqualTo(1));

        var path = $"{Api.Root}/territory-code-changes/{created.GetProperty("id").GetGuid()}";
        await _client.Delete(path, null).MustBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        await _client.Delete(path, 7).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        using var removed = await _client.Delete(path, 1);
        await removed.MustBe(HttpStatusCode.NoContent);
        await _client.GetAsync(Api.Root + "/territories/352310000").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await _client.Delete(path, 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task A_replaced_code_leaves_the_lists_and_a_ring_is_refused()
    {
        // Курчатов → Семей and back, only to see the rules.
        await using var host = await ApiHost.Start();
        var client = host.As([RegistryPermissions.ReadTerritories, RegistryPermissions.WriteTerritories]);
        await client.Post(Api.Root + "/territory-code-changes", new { oldCode = "101800000", newCode = "101000000", date = "2026-01-01", legalAct = "акт" })
            .As<JsonElement>();
        Assert.That(await client.NamesOf(Api.Root + "/territories?parent=100000000&kind=city"), Is.EqualTo(new[] { "Семей қаласы" }));
        Assert.That((await client.NamesOf(Api.Root + "/territories?parent=100000000&kind=city&former=true")).Length, Is.EqualTo(2));
        await client.Post(Api.Root + "/territory-code-changes", new { oldCode = "101000000", newCode = "101800000", date = "2026-02-01", legalAct = "акт" })
            .MustBeProblem(HttpStatusCode.Conflict, "registry.code-ring");
    }

    [Test]
    public async Task A_wrong_line_of_the_crosswalk_names_every_error()
    {
        await _client.Post(Api.Root + "/territory-code-changes", new { oldCode = "1", newCode = "2", date = "2022-06-08", legalAct = "" })
            .MustBeInvalid("oldCode:registry.territory-code", "newCode:registry.territory-code", "legalAct:required");
        await _client.Post(Api.Root + "/territory-code-changes", new { oldCode = Api.Karaganda, newCode = Api.Karaganda, date = "2022-06-08", legalAct = "акт" })
            .MustBeInvalid("newCode:registry.same-code");
        await _client.Post(Api.Root + "/territory-code-changes", new { oldCode = Api.Karaganda, newCode = "999999999", date = "2022-06-08", legalAct = "акт" })
            .MustBeInvalid("newCode:registry.unknown-territory");
    }

    [Test]
    public async Task Only_those_with_the_right_may_change_codes() =>
        await _host.As([RegistryPermissions.ReadTerritories]).Post(Api.Root + "/territory-code-changes", new { })
            .MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
}
