using System.Net;
using System.Text.Json;
using Education.BuildingBlocks.Persistence;
using Education.Registry.Contracts;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Registry.Tests;

internal sealed class MergeInstitutionTests
{
    private ApiHost _host = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        _client = _host.Registrar();
    }

    [TearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task The_old_id_leads_to_the_entry_that_stays()
    {
        var stays = await _client.Register(Api.School("№5 орта мектеп", "Средняя школа №5"));
        var duplicate = await _client.Register(Api.School("№5 мектеп", "СШ №5 г.Караганда", bin: "091040010005"));
        await _client.Post($"{Path(duplicate)}/aliases", new { text = "пятая" }).As<JsonElement>();
        await _client.Tell(duplicate, Api.Event("kindChanged", "2001-01-01", institutionKind: "lyceum")).As<JsonElement>();
        var child = await _client.Register(Api.School("Шағын орталық", "Мини-центр", "mini-centre", parentId: duplicate));

        await Merge(duplicate, stays);

        var card = await _client.Card(duplicate);
        var aliases = await _client.Get<JsonElement>($"{Path(stays)}/aliases");
        var events = await _client.Get<JsonElement>($"{Path(stays)}/events");
        var found = await _host.Inside(s => s.GetRequiredService<IInstitutionDirectory>().Find([duplicate], default));
        var told = await _host.Inside(s => s.GetRequiredService<PlatformDbContext>().Outbox
            .Where(o => o.Name == "registry.institution-merged.v1").Select(o => o.Payload).SingleAsync());
        Assert.Multiple(async () =>
        {
            Assert.That(card.GetProperty("id").GetGuid(), Is.EqualTo(stays));
            Assert.That(card.GetProperty("mergedFromId").GetGuid(), Is.EqualTo(duplicate));
            Assert.That(card.GetProperty("name").GetProperty("ru").GetString(), Is.EqualTo("Средняя школа №5"), "the entry that stays keeps its name");
            Assert.That(card.GetProperty("kind").GetString(), Is.EqualTo("secondary-school"), "and its kind");
            Assert.That(card.GetProperty("bin").GetString(), Is.EqualTo("091040010005"), "a number only the duplicate had goes over");
            Assert.That(aliases.EnumerateArray().Select(a => a.GetProperty("text").GetString()), Is.EquivalentTo(new[] { "пятая", "№5 мектеп", "СШ №5 г.Караганда" }));
            Assert.That(events.EnumerateArray().Select(e => e.GetProperty("kind").GetString()), Has.Member("kindChanged"), "history goes over");
            Assert.That(found[duplicate].Id, Is.EqualTo(stays));
            Assert.That(told, Does.Contain(duplicate.ToString()).And.Contain(stays.ToString()));
            Assert.That((await _client.Card(child)).GetProperty("parentId").GetGuid(), Is.EqualTo(stays));
            Assert.That(await _client.NamesOf(Api.Root + "/institutions?kind=secondary-school"), Is.EqualTo(new[] { "№5 орта мектеп" }));
        });
        var match = await _host.Inside(s => s.GetRequiredService<IInstitutionDirectory>().Match(["СШ №5 г.Караганда"], null, default));
        Assert.That(match[0].Kind, Is.EqualTo(MatchKind.Exact));
        Assert.That(match[0].Candidates[0].Id, Is.EqualTo(stays));
    }

    [Test]
    public async Task A_chain_of_merges_leads_to_its_end()
    {
        var a = await _client.Register(Api.School("А", "А"));
        var b = await _client.Register(Api.School("Б", "Б"));
        var c = await _client.Register(Api.School("В", "В"));
        await Merge(a, b);
        await Merge(b, c);
        Assert.That((await _client.Card(a)).GetProperty("id").GetGuid(), Is.EqualTo(c));
    }

    [Test]
    public async Task A_merged_entry_is_closed_to_changes()
    {
        var a = await _client.Register(Api.School("А", "А"));
        var b = await _client.Register(Api.School("Б", "Б"));
        await Merge(a, b);
        await _client.Post($"{Path(a)}/aliases", new { text = "алғашқы" }).MustBeProblem(HttpStatusCode.Conflict, "registry.institution-merged");
        await MergeAnswer(a, b, 2).MustBeProblem(HttpStatusCode.Conflict, "registry.institution-merged");
        await MergeAnswer(b, a, await _client.VersionOf(b)).MustBeProblem(HttpStatusCode.Conflict, "registry.institution-merged");
    }

    [Test]
    public async Task A_merge_needs_another_entry_within_sight_and_the_version_seen()
    {
        var a = await _client.Register(Api.School("А", "А"));
        var b = await _client.Register(Api.School("Б", "Б", territory: Api.Balkhash));
        await MergeAnswer(a, a, 1).MustBeInvalid("intoId:registry.merge-into-itself");
        await MergeAnswer(a, b, 7).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await _client.Post($"{Path(a)}/merge", new { intoId = b }).MustBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        await MergeAnswer(a, b, 1, _host.Registrar(Api.Within(Api.Karaganda))).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    private static string Path(Guid id) => $"{Api.Root}/institutions/{id}";

    private async Task Merge(Guid from, Guid into)
    {
        // The card of a merged entry is the other one's: ask for the version before.
        using var answer = await MergeAnswer(from, into, await _client.VersionOf(from));
        await answer.MustBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> MergeAnswer(Guid from, Guid into, long version, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path(from)}/merge");
        request.Content = System.Net.Http.Json.JsonContent.Create(new { intoId = into });
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await (client ?? _client).SendAsync(request);
    }
}
