using System.Net;
using Education.Api.Tests.Notes;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Education.Api.Tests;

/// <summary>The same Idempotency-Key carries a creation out once.</summary>
internal sealed class IdempotencyTests
{
    private const string Path = "/api/v1/notes";
    private NotesHost _host = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await NotesHost.Start();

    [SetUp]
    public async Task Reset()
    {
        await _host.Reset();
        _client = _host.Writer();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Answers_the_second_request_as_the_first()
    {
        using var first = await _client.Post(Path, _host.NewNote("N-1"), "k1");
        using var second = await _client.Post(Path, _host.NewNote("N-1"), "k1");
        await second.MustBe(HttpStatusCode.Created);
        Assert.That(await second.Content.ReadAsStringAsync(), Is.EqualTo(await first.Content.ReadAsStringAsync()));
        Assert.That(second.Headers.Location, Is.EqualTo(first.Headers.Location));
        Assert.That(second.Headers.ETag, Is.EqualTo(first.Headers.ETag));
        Assert.That(first.Headers.Contains("Idempotency-Replayed"), Is.False);
        Assert.That(second.Headers.GetValues("Idempotency-Replayed"), Is.EqualTo(new[] { "true" }));
        Assert.That(await Notes(), Is.EqualTo(1));
    }

    [Test]
    public async Task Refuses_the_key_for_another_request()
    {
        await _client.Post(Path, _host.NewNote("N-1"), "k1");
        await _client.Post(Path, _host.NewNote("N-2"), "k1").MustBeProblem(HttpStatusCode.Conflict, "idempotency-key-reused");
        Assert.That(await Notes(), Is.EqualTo(1));
    }

    [Test]
    public async Task Keeps_the_keys_of_two_users_apart()
    {
        await _client.Post(Path, _host.NewNote("N-1"), "k1");
        using var other = await _host.Writer().Post(Path, _host.NewNote("N-2"), "k1");
        await other.MustBe(HttpStatusCode.Created);
    }

    [Test]
    public async Task Requests_at_the_same_moment_take_effect_once_and_answer_alike()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _client.Post(Path, _host.NewNote("N-1"), "k1")));
        var bodies = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()));
        Assert.That(answers.Select(a => a.StatusCode), Is.All.EqualTo(HttpStatusCode.Created), bodies[^1]);
        Assert.That(bodies.Distinct().Count(), Is.EqualTo(1));
        Assert.That(await Notes(), Is.EqualTo(1));
        Assert.That(await _host.WithPlatform(db => db.Outbox.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task A_failure_may_be_tried_again()
    {
        await _client.Post(Path, _host.NewNote("7"), "k1").MustBeInvalid("number:notes.number-format");
        using var again = await _client.Post(Path, _host.NewNote("N-7"), "k1");
        await again.MustBe(HttpStatusCode.Created);
    }

    [Test]
    public async Task After_a_kill_between_commit_and_stored_answer_it_is_not_carried_out_again()
    {
        await _client.Post(Path, _host.NewNote("N-1"), "k1");
        await _host.Sql("UPDATE platform_IdempotencyKeys SET Status = NULL, Body = NULL, Headers = NULL");
        await _client.Post(Path, _host.NewNote("N-1"), "k1").MustBeProblem(HttpStatusCode.Conflict, "idempotency-already-done");
        Assert.That(await Notes(), Is.EqualTo(1));
    }

    [Test]
    public async Task Refuses_a_key_without_measure() =>
        await _client.Post(Path, _host.NewNote("N-1"), new string('k', 101)).MustBeProblem(HttpStatusCode.BadRequest, "idempotency-key-too-long");

    [Test]
    public async Task Keys_are_forgotten_after_a_day_and_delivered_messages_after_a_month()
    {
        await _client.Post(Path, _host.NewNote("N-1"), "k1");
        await _host.Api.DrainOutbox();
        await Sweep();
        Assert.That(await _host.WithPlatform(db => db.IdempotencyKeys.CountAsync()), Is.EqualTo(1));
        _host.Clock.Advance(TimeSpan.FromDays(2));
        await Sweep();
        Assert.That(await _host.WithPlatform(db => db.IdempotencyKeys.CountAsync()), Is.Zero);
        Assert.That(await _host.WithPlatform(db => db.Inbox.CountAsync()), Is.EqualTo(1));
        _host.Clock.Advance(TimeSpan.FromDays(30));
        await Sweep();
        Assert.That(await _host.WithPlatform(db => db.Outbox.CountAsync()), Is.Zero);
        await Sweep();
        Assert.That(await _host.WithPlatform(db => db.Inbox.CountAsync()), Is.Zero);
    }

    private Task Sweep() => _host.Api.Inside(s =>
        ((BuildingBlocks.Modules.Housekeeping)s.GetService(typeof(BuildingBlocks.Modules.Housekeeping))!).Sweep(CancellationToken.None));

    private async Task<long> Notes() => (long)(await _host.Scalar("SELECT COUNT(*) FROM notes_Notes"))!;
}
