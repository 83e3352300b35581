using System.Net;
using System.Text.Json;
using Education.TestKit;

namespace Education.Registry.Tests;

internal sealed class RegisterInstitutionTests
{
    private ApiHost _host = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        _client = _host.Registrar();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task A_registered_school_has_a_card_with_all_that_was_entered()
    {
        var id = await _client.Register(Api.School("№76 орта мектеп", "Средняя школа №76", openedOn: "1985-09-01", languages: ["kk", "ru"], bin: "990240001237"));
        var card = await _client.Card(id);
        Assert.Multiple(() =>
        {
            Assert.That(card.GetProperty("name").GetProperty("kk").GetString(), Is.EqualTo("№76 орта мектеп"));
            Assert.That(card.GetProperty("bin").GetString(), Is.EqualTo("990240001237"));
            Assert.That(card.GetProperty("kind").GetString(), Is.EqualTo("secondary-school"));
            Assert.That(card.GetProperty("territoryName").GetProperty("ru").GetString(), Is.EqualTo("город Караганда"));
            Assert.That(card.GetProperty("languages").EnumerateArray().Select(l => l.GetString()), Is.EqualTo(new[] { "kk", "ru" }));
            Assert.That(card.GetProperty("openedOn").GetString(), Is.EqualTo("1985-09-01"));
            Assert.That(card.GetProperty("status").GetString(), Is.EqualTo("active"));
            Assert.That(card.GetProperty("version").GetInt64(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task The_number_of_another_institution_is_refused_and_no_number_is_fine_for_many()
    {
        await _client.Register(Api.School("А мектебі", "Школа А", bin: "040840005670"));
        await _client.Post(Api.Root + "/institutions", Api.School("Б мектебі", "Школа Б", bin: "040840005670"))
            .MustBeProblem(HttpStatusCode.Conflict, "registry.bin-taken");
        await _client.Register(Api.School("В мектебі", "Школа В"));
        await _client.Register(Api.School("Г мектебі", "Школа Г"));
    }

    [Test]
    public async Task Every_wrong_field_is_named_at_once()
    {
        await _client.Post(Api.Root + "/institutions", Api.School("", "Школа", kind: "", territory: "1", bin: "123", languages: ["kk", "de"]))
            .MustBeInvalid("name.kk:required", "kind:required", "territoryCode:registry.territory-code", "bin:registry.bin.length", "languages:unknown-value");
        await _client.Post(Api.Root + "/institutions", Api.School("Мектеп", "Школа", kind: "castle", territory: "999999999", parentId: Guid.Empty))
            .MustBeInvalid("kind:registry.unknown-kind", "territoryCode:registry.unknown-territory", "parentId:registry.unknown-parent");
    }

    [TestCase("12345678901а", "registry.bin.digits")]
    [TestCase("040840005679", "registry.bin.check-digit")]
    public async Task A_wrong_number_says_what_is_wrong_with_it(string bin, string code) =>
        await _client.Post(Api.Root + "/institutions", Api.School("Мектеп", "Школа", bin: bin)).MustBeInvalid("bin:" + code);

    [Test]
    public async Task Nothing_can_be_opened_tomorrow() =>
        await _client.Post(Api.Root + "/institutions", Api.School("Мектеп", "Школа", openedOn: "2026-09-02"))
            .MustBeProblem(HttpStatusCode.Conflict, "registry.event-in-future");

    [Test]
    public async Task The_same_key_registers_once()
    {
        var body = Api.School("Қайталанбайтын мектеп", "Неповторимая школа");
        var first = await _client.Post(Api.Root + "/institutions", body, "once").As<JsonElement>();
        var second = await _client.Post(Api.Root + "/institutions", body, "once").As<JsonElement>();
        Assert.That(second.GetProperty("id").GetGuid(), Is.EqualTo(first.GetProperty("id").GetGuid()));
        Assert.That(await _client.NamesOf(Api.Root + "/institutions?q=" + Uri.EscapeDataString("неповторимая")), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_city_registers_in_its_own_territory_only()
    {
        var city = _host.Registrar(Api.Within(Api.Karaganda));
        var id = await city.Register(Api.School("Өз мектебі", "Своя школа"));
        Assert.That((await city.Card(id)).GetProperty("id").GetGuid(), Is.EqualTo(id));
        await city.Post(Api.Root + "/institutions", Api.School("Бөтен мектеп", "Чужая школа", territory: Api.Balkhash))
            .MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task Readers_may_not_register() =>
        await _host.As([RegistryPermissions.ReadInstitutions]).Post(Api.Root + "/institutions", Api.School("М", "Ш"))
            .MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
}
