using System.Net;
using System.Text.Json;
using Education.BuildingBlocks.Persistence;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Registry.Tests;

internal sealed class InstitutionHistoryTests
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
    public async Task A_school_that_became_a_gymnasium_is_each_in_its_time()
    {
        var id = await Register("№95 орта мектеп", "Средняя школа №95", "1980-09-01");
        await Told(id, Api.Event("reorganised", "2005-08-15", new { kk = "№95 мектеп-гимназия", ru = "Школа-гимназия №95" }, "school-gymnasium"));
        await Told(id, Api.Event("renamed", "2015-01-10", new { kk = "Абай атындағы №95 мектеп-гимназия", ru = "Школа-гимназия №95 имени Абая" }));

        Assert.Multiple(async () =>
        {
            Assert.That(await State(id, null), Is.EqualTo(("Школа-гимназия №95 имени Абая", "school-gymnasium")));
            Assert.That(await State(id, "2015-01-10"), Is.EqualTo(("Школа-гимназия №95 имени Абая", "school-gymnasium")), "the day itself is new");
            Assert.That(await State(id, "2015-01-09"), Is.EqualTo(("Школа-гимназия №95", "school-gymnasium")));
            Assert.That(await State(id, "2005-08-14"), Is.EqualTo(("Средняя школа №95", "secondary-school")));
        });
        await _client.GetAsync($"{Api.Root}/institutions/{id}?asOf=1980-08-31").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That(await _client.NamesOf($"{Api.Root}/institutions?asOf=2010-01-01&kind=school-gymnasium"), Is.EqualTo(new[] { "№95 мектеп-гимназия" }));
    }

    [Test]
    public async Task An_event_told_late_takes_its_place_among_the_others()
    {
        var id = await Register("Кеш айтылған", "Рассказанное поздно", "1990-09-01");
        await Told(id, Api.Event("kindChanged", "2010-09-01", institutionKind: "lyceum"));
        await Told(id, Api.Event("renamed", "2000-09-01", new { kk = "Жаңа атау", ru = "Новое имя" }));
        Assert.That(await State(id, "2005-01-01"), Is.EqualTo(("Новое имя", "secondary-school")));
        Assert.That(await State(id, null), Is.EqualTo(("Новое имя", "lyceum")));
        var events = await _client.Get<JsonElement>($"{Api.Root}/institutions/{id}/events");
        Assert.That(events.EnumerateArray().Select(e => e.GetProperty("kind").GetString()), Is.EqualTo(new[] { "kindChanged", "renamed", "opened" }));
        Assert.That(events[0].GetProperty("basisNumber").GetString(), Is.EqualTo("12/3"));
    }

    [Test]
    public async Task Closing_and_reopening_change_the_state_on_their_days()
    {
        var id = await Register("Жабылған", "Закрытая", "1990-09-01");
        await Told(id, Api.Event("closed", "2010-06-30"));
        var card = await _client.Card(id);
        Assert.That(card.GetProperty("status").GetString(), Is.EqualTo("closed"));
        Assert.That(card.GetProperty("closedOn").GetString(), Is.EqualTo("2010-06-30"));
        Assert.That((await _client.Card(id, "2010-06-29")).GetProperty("status").GetString(), Is.EqualTo("active"));
        Assert.That((await _client.Card(id, "2010-06-29")).GetProperty("closedOn").ValueKind, Is.EqualTo(JsonValueKind.Null));

        await MustFail(id, Api.Event("renamed", "2011-01-01", new { kk = "А", ru = "Б" }), "registry.institution-closed");
        await MustFail(id, Api.Event("closed", "2011-01-01"), "registry.institution-closed");
        await MustFail(id, Api.Event("reopened", "2010-01-01"), "registry.institution-not-closed");
        await Told(id, Api.Event("renamed", "2009-01-01", new { kk = "Бұрынғы", ru = "Прежняя" }));
        await Told(id, Api.Event("reopened", "2012-09-01"));
        Assert.That((await _client.Card(id)).GetProperty("closedOn").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That((await _client.Card(id, "2011-05-05")).GetProperty("status").GetString(), Is.EqualTo("closed"));
    }

    [Test]
    public async Task A_history_may_not_contradict_itself()
    {
        var id = await Register("Қарсы", "Противоречие", "1990-09-01");
        await MustFail(id, Api.Event("renamed", "2026-09-02", new { kk = "А", ru = "Б" }), "registry.event-in-future");
        await MustFail(id, Api.Event("renamed", "1990-08-31", new { kk = "А", ru = "Б" }), "registry.event-before-opening");
        await MustFail(id, Api.Event("renamed", "2000-01-01", new { kk = "Қарсы", ru = "Противоречие" }), "registry.nothing-changes");
        await MustFail(id, Api.Event("kindChanged", "2000-01-01", institutionKind: "secondary-school"), "registry.nothing-changes");
        await MustFail(id, Api.Event("moved", "2000-01-01", territoryCode: Api.Karaganda), "registry.nothing-changes");
        await MustFail(id, Api.Event("reopened", "2000-01-01"), "registry.institution-not-closed");
        await Told(id, Api.Event("kindChanged", "2010-01-01", institutionKind: "lyceum"));
        await MustFail(id, Api.Event("closed", "2005-01-01"), "registry.event-before-later");
        await MustFail(id, Api.Event("joined", "2012-01-01", successorId: id), "registry.successor-closed");
    }

    [Test]
    public async Task An_event_takes_its_own_fields_and_no_others()
    {
        var id = await Register("Өрістер", "Поля", "1990-09-01");
        await _client.Tell(id, Api.Event("closed", "2000-01-01", new { kk = "А", ru = "Б" }, "lyceum", Api.Balkhash, id)).MustBeInvalid(
            "name:registry.not-of-this-event", "institutionKind:registry.not-of-this-event", "territoryCode:registry.not-of-this-event",
            "successorId:registry.not-of-this-event");
        await _client.Tell(id, Api.Event("renamed", "2000-01-01")).MustBeInvalid("name:required");
        await _client.Tell(id, Api.Event("kindChanged", "2000-01-01")).MustBeInvalid("institutionKind:required");
        await _client.Tell(id, Api.Event("moved", "2000-01-01")).MustBeInvalid("territoryCode:registry.territory-code");
        await _client.Tell(id, Api.Event("joined", "2000-01-01")).MustBeInvalid("successorId:required");
        await _client.Tell(id, Api.Event("opened", "2000-01-01")).MustBeInvalid("kind:unknown-value");
        await _client.Tell(id, new { kind = "closed", date = "2000-01-01", basis = new { kind = "order", number = "", date = "2000-01-01" } })
            .MustBeInvalid("basis.number:required");
        await _client.Tell(id, Api.Event("kindChanged", "2000-01-01", institutionKind: "castle")).MustBeInvalid("kind:registry.unknown-kind");
        await _client.Tell(id, Api.Event("moved", "2000-01-01", territoryCode: "999999999")).MustBeInvalid("territoryCode:registry.unknown-territory");
    }

    [Test]
    public async Task Moving_to_another_territory_tells_the_other_modules()
    {
        var id = await Register("Көшкен", "Переехавшая", "1990-09-01");
        await Told(id, Api.Event("moved", "2020-01-01", territoryCode: Api.Balkhash));
        Assert.That((await _client.Card(id)).GetProperty("territoryCode").GetString(), Is.EqualTo(Api.Balkhash));
        Assert.That((await _client.Card(id, "2019-12-31")).GetProperty("territoryName").GetProperty("ru").GetString(), Is.EqualTo("город Караганда"));
        var told = await _host.Inside(s => s.GetRequiredService<PlatformDbContext>().Outbox.Where(o => o.Name == "registry.institution-moved.v1")
            .Select(o => o.Payload).ToListAsync());
        Assert.That(told, Has.Some.Contains(Api.Balkhash).And.Contains(Api.Karaganda).And.Contains(id.ToString()));
        await _host.Registrar(Api.Within(Api.Karaganda)).GetAsync($"{Api.Root}/institutions/{id}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task Nobody_moves_an_institution_out_of_his_sight()
    {
        var id = await Register("Шекарада", "На границе", "1990-09-01");
        var city = _host.Registrar(Api.Within(Api.Karaganda));
        await city.Tell(id, Api.Event("moved", "2020-01-01", territoryCode: Api.Balkhash)).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task A_school_that_joins_another_closes_and_names_it()
    {
        var id = await Register("Қосылған", "Присоединённая", "1990-09-01");
        var successor = await Register("Қабылдаған", "Принявшая", "1990-09-01");
        await Told(id, Api.Event("joined", "2020-08-01", successorId: successor));
        var events = await _client.Get<JsonElement>($"{Api.Root}/institutions/{id}/events");
        Assert.That(events[0].GetProperty("relatedId").GetGuid(), Is.EqualTo(successor));
        Assert.That((await _client.Card(id)).GetProperty("status").GetString(), Is.EqualTo("closed"));
        await MustFail(successor, Api.Event("joined", "2021-01-01", successorId: id), "registry.successor-closed");
    }

    [Test]
    public async Task An_event_entered_by_mistake_can_be_taken_back()
    {
        var id = await Register("Қате", "Ошибка", "1990-09-01");
        var closed = await Told(id, Api.Event("closed", "2010-06-30"));
        var path = $"{Api.Root}/institutions/{id}/events/{closed.GetProperty("eventId").GetGuid()}";
        await _client.Delete(path, null).MustBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        await _client.Delete(path, 1).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await Told(id, Api.Event("reopened", "2011-06-30"));
        await _client.Delete(path, await _client.VersionOf(id)).MustBeProblem(HttpStatusCode.Conflict, "registry.event-before-later");
        var events = await _client.Get<JsonElement>($"{Api.Root}/institutions/{id}/events");
        foreach (var e in events.EnumerateArray().Take(2))
        {
            using var removed = await _client.Delete($"{Api.Root}/institutions/{id}/events/{e.GetProperty("id").GetGuid()}", await _client.VersionOf(id));
            await removed.MustBe(HttpStatusCode.OK);
        }

        Assert.That((await _client.Card(id)).GetProperty("status").GetString(), Is.EqualTo("active"));
        Assert.That((await _client.Card(id, "2010-12-31")).GetProperty("status").GetString(), Is.EqualTo("active"));
        var opening = $"{Api.Root}/institutions/{id}/events/{events[2].GetProperty("id").GetGuid()}";
        await _client.Delete(opening, await _client.VersionOf(id)).MustBeProblem(HttpStatusCode.Conflict, "registry.opening-stays");
        await _client.Delete(path, await _client.VersionOf(id)).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task An_event_needs_the_version_that_was_seen()
    {
        var id = await Register("Нұсқа", "Версия", "1990-09-01");
        var path = $"{Api.Root}/institutions/{id}/events";
        await _client.Post(path, Api.Event("closed", "2010-06-30")).MustBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = System.Net.Http.Json.JsonContent.Create(Api.Event("closed", "2010-06-30"));
        request.Headers.TryAddWithoutValidation("If-Match", "\"9\"");
        await _client.SendAsync(request).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    private Task<Guid> Register(string kk, string ru, string openedOn) => _client.Register(Api.School(kk, ru, openedOn: openedOn));

    private Task<JsonElement> Told(Guid id, object body) => _client.Tell(id, body).As<JsonElement>();

    private Task<JsonElement> MustFail(Guid id, object body, string code) => _client.Tell(id, body).MustBeProblem(HttpStatusCode.Conflict, code);

    private async Task<(string? Name, string? Kind)> State(Guid id, string? asOf)
    {
        var card = await _client.Card(id, asOf);
        return (card.GetProperty("name").GetProperty("ru").GetString(), card.GetProperty("kind").GetString());
    }
}
