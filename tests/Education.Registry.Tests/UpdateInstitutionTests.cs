using System.Net;
using System.Text.Json;
using Education.TestKit;

namespace Education.Registry.Tests;

internal sealed class UpdateInstitutionTests
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
    public async Task A_correction_changes_the_passport_and_tells_no_event()
    {
        var id = await _client.Register(Api.School("Қате атау", "Ошибочное название", openedOn: "1990-09-01"));
        var updated = await _client.Put(Path(id), Body("Дұрыс атау", "Верное название", "gymnasium", "1991-09-01", bin: "200140007775"), 1).As<JsonElement>();
        Assert.That(updated.GetProperty("version").GetInt64(), Is.EqualTo(2));
        var card = await _client.Card(id, "1995-01-01");
        Assert.Multiple(() =>
        {
            Assert.That(card.GetProperty("name").GetProperty("kk").GetString(), Is.EqualTo("Дұрыс атау"), "the wrong name was wrong from the beginning");
            Assert.That(card.GetProperty("kind").GetString(), Is.EqualTo("gymnasium"));
            Assert.That(card.GetProperty("legalForm").GetString(), Is.EqualTo("stateInstitution"));
            Assert.That(card.GetProperty("bin").GetString(), Is.EqualTo("200140007775"));
        });
        await _client.GetAsync(Path(id) + "?asOf=1991-08-31").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        var events = await _client.Get<JsonElement>(Path(id) + "/events");
        Assert.That(events.GetArrayLength(), Is.EqualTo(1));
        Assert.That(await _client.NamesOf($"{Api.Root}/institutions?q={Uri.EscapeDataString("ошибочное")}"), Is.Empty);
    }

    [Test]
    public async Task A_correction_needs_the_version_that_was_seen()
    {
        var id = await _client.Register(Api.School("Нұсқа", "Версия"));
        await _client.Put(Path(id), Body("А", "Б"), null).MustBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        await _client.Put(Path(id), Body("А", "Б"), 1).As<JsonElement>();
        await _client.Put(Path(id), Body("В", "Г"), 1).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.That((await _client.Card(id)).GetProperty("name").GetProperty("kk").GetString(), Is.EqualTo("А"));
    }

    [Test]
    public async Task Wrong_fields_are_named_and_nothing_changes()
    {
        var id = await _client.Register(Api.School("Өріс", "Поле"));
        await _client.Put(Path(id), Body("", "", "", bin: "1"), 1)
            .MustBeInvalid("name.kk:required", "name.ru:required", "kind:required", "bin:registry.bin.length");
        await _client.Put(Path(id), Body("А", "Б", "castle", parentId: id), 1).MustBeInvalid("kind:registry.unknown-kind", "parentId:registry.unknown-parent");
        await _client.Put(Path(id), Body("А", "Б", openedOn: "2026-12-01"), 1).MustBeProblem(HttpStatusCode.Conflict, "registry.event-in-future");
        Assert.That(await _client.VersionOf(id), Is.EqualTo(1));
    }

    [Test]
    public async Task The_opening_stays_before_the_first_event()
    {
        var id = await _client.Register(Api.School("Ашылу", "Открытие", openedOn: "1990-09-01"));
        await _client.Tell(id, Api.Event("kindChanged", "2000-01-01", institutionKind: "lyceum")).As<JsonElement>();
        await _client.Put(Path(id), Body("Ашылу", "Открытие", "lyceum", "2000-01-02"), 2)
            .MustBeProblem(HttpStatusCode.Conflict, "registry.opened-after-events");
    }

    [Test]
    public async Task A_number_of_another_institution_is_refused_and_ones_own_is_kept()
    {
        var first = await _client.Register(Api.School("Бірінші", "Первая", bin: "171140009994"));
        var second = await _client.Register(Api.School("Екінші", "Вторая"));
        await _client.Put(Path(second), Body("Екінші", "Вторая", bin: "171140009994"), 1).MustBeProblem(HttpStatusCode.Conflict, "registry.bin-taken");
        await _client.Put(Path(first), Body("Бірінші", "Первая", bin: "171140009994"), 1).As<JsonElement>();
    }

    [Test]
    public async Task Parents_do_not_form_a_ring()
    {
        var school = await _client.Register(Api.School("Мектеп", "Школа"));
        var centre = await _client.Register(Api.School("Шағын орталық", "Мини-центр", "mini-centre", parentId: school));
        Assert.That((await _client.Card(centre)).GetProperty("parentName").GetProperty("kk").GetString(), Is.EqualTo("Мектеп"));
        await _client.Put(Path(school), Body("Мектеп", "Школа", parentId: centre), 1).MustBeInvalid("parentId:registry.unknown-parent");
        Assert.That(await _client.NamesOf($"{Api.Root}/institutions?parent={school}"), Is.EqualTo(new[] { "Шағын орталық" }));
    }

    [Test]
    public async Task Outside_the_scope_there_is_nothing_to_correct()
    {
        var id = await _client.Register(Api.School("Бөтен", "Чужая"));
        await _host.Registrar(Api.Within(Api.Balkhash)).Put(Path(id), Body("А", "Б"), 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await _client.Put(Path(Guid.Parse("00000000-0000-0000-0000-000000000001")), Body("А", "Б"), 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    private static string Path(Guid id) => $"{Api.Root}/institutions/{id}";

    private static object Body(
        string kk, string ru, string kind = "secondary-school", string? openedOn = null, string? bin = null, Guid? parentId = null) => new
        {
            bin,
            name = new { kk, ru },
            kind,
            ownership = "state",
            legalForm = "stateInstitution",
            languages = new[] { "kk" },
            parentId,
            isBranch = false,
            openedOn,
        };
}
