using System.Net;
using Education.Api.Tests.Notes;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Api.Tests;

/// <summary>ETag, If-Match, stamps and versions.</summary>
internal sealed class ConcurrencyTests
{
    private NotesHost _host = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await NotesHost.Start();
        _client = _host.Writer(name: "айгүл");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Gives_the_version_as_ETag_and_answers_304_while_it_holds()
    {
        var note = await _host.Create("N-1");
        var path = $"/api/v1/notes/{note.Id}";
        using var first = await _client.GetAsync(path);
        Assert.That(first.Headers.ETag?.ToString(), Is.EqualTo("\"1\""));
        Assert.That((await Conditional(path, "\"1\"")).StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((await Conditional(path, "W/\"1\"")).StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((await Conditional(path, "\"7\", \"1\"")).StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((await Conditional(path, "\"2\"")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var changed = await _client.Put(path, new { price = 3 }, 1);
        Assert.That(changed.Headers.ETag?.ToString(), Is.EqualTo("\"2\""));
        Assert.That((await Conditional(path, "\"1\"")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_creation_answers_with_address_and_ETag()
    {
        using var response = await _client.Post("/api/v1/notes", _host.NewNote("N-2"));
        await response.MustBe(HttpStatusCode.Created);
        Assert.That(response.Headers.ETag?.ToString(), Is.EqualTo("\"1\""));
        Assert.That(response.Headers.Location?.ToString(), Does.Match("^/api/v1/notes/[0-9a-f-]{36}$"));
    }

    [Test]
    public async Task Wants_the_version_that_was_seen()
    {
        var note = await _host.Create("N-3");
        var path = $"/api/v1/notes/{note.Id}";
        await _client.Put(path, new { price = 3 }, null).MustBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        await _client.Delete(path, null).MustBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        using var request = new HttpRequestMessage(HttpMethod.Delete, path);
        request.Headers.TryAddWithoutValidation("If-Match", "\"latest\"");
        await _client.SendAsync(request).MustBeProblem(HttpStatusCode.BadRequest, "if-match-format");
    }

    [Test]
    public async Task Refuses_a_change_of_a_version_that_is_gone_and_tells_the_present_one()
    {
        var note = await _host.Create("N-4");
        var path = $"/api/v1/notes/{note.Id}";
        await _client.Put(path, new { price = 3 }, 1);
        using var stale = await _client.Put(path, new { price = 4 }, 1);
        Assert.That(stale.Headers.ETag?.ToString(), Is.EqualTo("\"2\""));
        await Task.FromResult(stale).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.That((await _client.Get<NoteCard>(path)).Price, Is.EqualTo(3));
        await _client.Delete(path, 1).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Test]
    public async Task Of_two_who_read_the_same_version_and_save_at_once_one_is_refused()
    {
        var note = await _host.Create("N-5");
        await using var one = _host.Api.Services.CreateAsyncScope();
        await using var two = _host.Api.Services.CreateAsyncScope();
        var (first, second) = (Open(one), Open(two));
        var (mine, theirs) = (await first.Scoped<Note>().SingleAsync(n => n.Id == note.Id), await second.Scoped<Note>().SingleAsync(n => n.Id == note.Id));
        mine.Price = 1;
        theirs.Price = 2;
        await first.SaveChangesAsync();
        Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        Assert.That((await _client.Get<NoteCard>($"/api/v1/notes/{note.Id}")).Price, Is.EqualTo(1));
        Assert.That(theirs.Version, Is.EqualTo(1), "the refused save leaves the version that was read");
        Assert.That(await _host.Scalar("SELECT COUNT(*) FROM platform_AuditEntries WHERE Action = 'changed' AND EntityId = '" + note.Id.ToString().ToUpperInvariant() + "'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_requests_with_the_same_version_at_once_make_one_change()
    {
        var note = await _host.Create("N-6");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => _client.Put($"/api/v1/notes/{note.Id}", new { price = 100 + i }, 1)));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.PreconditionFailed), Is.EqualTo(5));
        Assert.That((await _client.Get<NoteCard>($"/api/v1/notes/{note.Id}")).Version, Is.EqualTo(2));
    }

    [Test]
    public async Task A_part_raises_the_version_of_the_whole()
    {
        var note = await _host.Create("N-7");
        var changed = await _client.Post($"/api/v1/notes/{note.Id}/lines", new { text = "one" }).As<NoteCard>();
        Assert.That((changed.Version, changed.Lines), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task Stamps_who_and_when()
    {
        await using var host = await NotesHost.Start();
        var note = await host.Writer(name: "first").Post("/api/v1/notes", host.NewNote("N-8")).As<NoteCard>();
        host.Clock.Advance(TimeSpan.FromHours(2));
        await host.Writer(name: "second").Put($"/api/v1/notes/{note.Id}", new { price = 1 }, 1);
        var stored = await host.WithNotes(db => db.Scoped<Note>().SingleAsync());
        var names = await host.Lines("SELECT EntityVersion, UserName FROM platform_AuditEntries WHERE Entity = 'Note' ORDER BY Sequence");
        Assert.Multiple(() =>
        {
            Assert.That(stored.CreatedAt, Is.EqualTo(new DateTime(2026, 9, 1, 4, 0, 0, DateTimeKind.Utc)));
            Assert.That(stored.ModifiedAt, Is.EqualTo(new DateTime(2026, 9, 1, 6, 0, 0, DateTimeKind.Utc)));
            Assert.That(stored.CreatedAt.Kind, Is.EqualTo(DateTimeKind.Utc));
            Assert.That(stored.ModifiedBy, Is.Not.EqualTo(stored.CreatedBy).And.Not.EqualTo(Guid.Empty));
            Assert.That(names, Is.EqualTo(new[] { "1|first", "2|second" }));
        });
    }

    [Test]
    public async Task A_failed_save_leaves_no_message_for_a_later_one()
    {
        await using var host = await NotesHost.Start();
        await host.Create("N-9");
        await host.WithNotes(async db =>
        {
            var twin = new Note { Number = "N-9", InstitutionId = host.NorthSchool };
            twin.File();
            db.Add(twin);
            Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.Remove(twin);
            db.Add(new Note { Number = "N-10", InstitutionId = host.NorthSchool });
            return await db.SaveChangesAsync();
        });
        Assert.That(await host.Lines("SELECT Payload FROM platform_OutboxMessages"), Has.Count.EqualTo(1), "only of the first note");
    }

    private static NotesDbContext Open(AsyncServiceScope scope)
    {
        scope.ServiceProvider.GetRequiredService<BuildingBlocks.Security.CurrentUser>().Become(BuildingBlocks.Security.UserContext.System);
        return scope.ServiceProvider.GetRequiredService<NotesDbContext>();
    }

    private async Task<HttpResponseMessage> Conditional(string path, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return await _client.SendAsync(request);
    }
}
