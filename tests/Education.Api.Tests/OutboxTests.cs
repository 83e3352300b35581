using System.Net;
using Education.Api.Tests.Notes;
using Education.BuildingBlocks.Outbox;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Api.Tests;

/// <summary>What one module tells another arrives once, whatever happens on the way.</summary>
internal sealed class OutboxTests
{
    private NotesHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await NotesHost.Start();

    [SetUp]
    public Task Reset() => _host.Reset();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_message_that_was_committed_survives_a_kill_before_it_was_published()
    {
        await _host.Create("N-1");
        Assert.That(await Effects(), Is.Empty, "nothing was delivered before the kill");
        await using var next = _host.StartAnother(new() { RunWorkers = true });
        await WaitFor(async () => (await Effects()).Count > 0);
        await next.DrainOutbox();
        Assert.That(await Effects(), Is.EqualTo(new[] { "first|N-1" }));
    }

    [Test]
    public async Task A_change_that_was_rolled_back_tells_nobody()
    {
        await _host.Create("N-1");
        await _host.Api.DrainOutbox();
        using var twin = await _host.Writer().Post("/api/v1/notes", _host.NewNote("N-1"));
        Assert.ThrowsAsync<InvalidOperationException>(() => _host.WithNotes(db => db.InTransaction<int>(
            async token =>
            {
                db.Publish(new Said("never"));
                await db.SaveChangesAsync(token);
                throw new InvalidOperationException();
            },
            CancellationToken.None)));
        await _host.Api.DrainOutbox();
        Assert.That(await Effects(), Is.EqualTo(new[] { "first|N-1" }));
    }

    [Test]
    public async Task Dispatchers_in_parallel_never_deliver_twice()
    {
        const int Messages = 60;
        await Say([.. Enumerable.Range(0, Messages).Select(i => $"m{i:00}")]);
        await using var other = _host.StartAnother();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? _host.Api : other).DrainOutbox())));
        await _host.Api.DrainOutbox();
        var expected = Enumerable.Range(0, Messages).SelectMany(i => new[] { $"first|m{i:00}", $"second|m{i:00}" });
        Assert.That(await Effects(), Is.EquivalentTo(expected));
        Assert.That(await _host.WithPlatform(db => db.Outbox.CountAsync(m => m.DeliveredAt == null)), Is.Zero);
    }

    [Test]
    public async Task Two_dispatchers_that_hold_the_same_message_make_one_effect()
    {
        // The first dispatcher is so slow that its claim runs out while its consumer works.
        await using var other = _host.StartAnother();
        var (entered, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        _host.Switches.Before = _ =>
        {
            entered.TrySetResult();
            return go.Task;
        };
        await Say("slow");
        var slow = Task.Run(() => _host.Api.DrainOutbox());
        await entered.Task;
        _host.Clock.Advance(TimeSpan.FromMinutes(3));
        await other.DrainOutbox();
        go.SetResult();
        await slow;
        Assert.That(await Effects(), Is.EqualTo(new[] { "first|slow", "second|slow" }));
        Assert.That(await _host.WithPlatform(db => db.Outbox.Select(m => new { m.Attempts, Delivered = m.DeliveredAt != null }).SingleAsync()),
            Is.EqualTo(new { Attempts = 0, Delivered = true }));
    }

    [Test]
    public async Task The_claim_of_a_killed_dispatcher_runs_out()
    {
        await Say("held");
        var until = _host.Clock.GetUtcNow().UtcDateTime.AddMinutes(2);
        await _host.WithPlatform(db => db.Outbox.ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedBy, SequentialGuid.Next()).SetProperty(m => m.ClaimedUntil, until)));
        await _host.Api.DrainOutbox();
        Assert.That(await Effects(), Is.Empty);
        _host.Clock.Advance(TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(1));
        await _host.Api.DrainOutbox();
        Assert.That(await Effects(), Is.EqualTo(new[] { "first|held", "second|held" }));
    }

    [Test]
    public async Task A_poisoned_message_blocks_nobody()
    {
        _host.Switches.Before = text => text == "poison" ? throw new InvalidOperationException("Сырқат бала 880101300123") : Task.CompletedTask;
        await Say("poison", "after", "later");
        await Break("notes.said.v1", "{ this is no JSON");
        await _host.Api.DrainOutbox();
        Assert.That((await Effects()).Where(e => e.StartsWith("first", StringComparison.Ordinal)), Is.EqualTo(new[] { "first|after", "first|later" }));
        var waiting = await _host.WithPlatform(db => db.Outbox.Where(m => m.DeliveredAt == null).Select(m => m.LastError).ToListAsync());
        Assert.That(waiting, Is.EquivalentTo(new[] { "notes.first: InvalidOperationException", "notes.first: JsonException" }), "the type, never the text");
        Assert.That(_host.Api.Log, Has.None.Contains("880101300123"));
    }

    [Test]
    public async Task Waits_ever_longer_then_gives_up()
    {
        _host.Switches.Before = _ => throw new InvalidOperationException();
        await Say("poison");
        var start = _host.Clock.GetUtcNow().UtcDateTime;
        var waits = new List<double>();
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            var now = _host.Clock.GetUtcNow().UtcDateTime;
            await _host.Api.DrainOutbox();
            var message = await _host.WithPlatform(db => db.Outbox.AsNoTracking().SingleAsync());
            Assert.That(message.Attempts, Is.EqualTo(attempt), "once a delay, not before");
            if (message.DueAt is { } due)
            {
                waits.Add((due - now).TotalSeconds);
                _host.Clock.Advance(due - now - TimeSpan.FromMilliseconds(1));
                await _host.Api.DrainOutbox();
                _host.Clock.Advance(TimeSpan.FromMilliseconds(1));
            }
        }

        Assert.That(waits, Is.EqualTo(new[] { 1.0, 4, 9, 16, 25, 36, 49, 64, 81 }));
        var dead = await _host.WithPlatform(db => db.Outbox.AsNoTracking().SingleAsync());
        Assert.That((dead.DueAt, dead.DeadAt), Is.EqualTo(((DateTime?)null, (DateTime?)start.AddSeconds(285))));
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await _host.Api.DrainOutbox();
        Assert.That((await _host.WithPlatform(db => db.Outbox.AsNoTracking().SingleAsync())).Attempts, Is.EqualTo(10));
    }

    [Test]
    public async Task No_delay_is_longer_than_ten_minutes() => await Task.Run(() =>
        Assert.That(OutboxDispatcher.BackOff(1000), Is.EqualTo(TimeSpan.FromMinutes(10))));

    [Test]
    public async Task One_failing_consumer_does_not_repeat_the_others_effect()
    {
        var failing = true;
        _host.Switches.BeforeSecond = _ => failing ? throw new InvalidOperationException() : Task.CompletedTask;
        await Say("both");
        await _host.Api.DrainOutbox();
        Assert.That(await Effects(), Is.EqualTo(new[] { "first|both" }));
        for (var i = 0; i < 3; i++)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(1));
            await _host.Api.DrainOutbox();
        }

        failing = false;
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.Api.DrainOutbox();
        Assert.That(await Effects(), Is.EqualTo(new[] { "first|both", "second|both" }));
    }

    [Test]
    public async Task A_message_whose_class_was_renamed_still_arrives()
    {
        await Say("old");
        var stored = await _host.WithPlatform(db => db.Outbox.AsNoTracking().SingleAsync());
        Assert.That((stored.Name, stored.Payload), Is.EqualTo(("notes.said.v1", """{"text":"old"}""")), "no CLR name is stored");

        // Written by the class this event had before: other namespace, other name, one property more.
        await _host.WithPlatform(async db =>
        {
            db.Add(new OutboxMessage
            {
                Id = SequentialGuid.Next(), Module = "notes", Name = "notes.said.v1", Payload = """{"text":"older","volume":3}""",
                DueAt = _host.Clock.GetUtcNow().UtcDateTime,
            });
            return await db.SaveChangesAsync();
        });
        await _host.Api.DrainOutbox();
        Assert.That(await Effects(), Is.SupersetOf(new[] { "first|old", "first|older" }));
    }

    [Test]
    public async Task The_outboxes_of_two_modules_drain()
    {
        await Say("from notes");
        await _host.WithPlatform(async db =>
        {
            db.Publish(new Said("from platform"));
            return await db.SaveChangesAsync();
        });
        Assert.That(await _host.WithPlatform(db => db.Outbox.Select(m => m.Module).Order().ToListAsync()), Is.EqualTo(new[] { "notes", "platform" }));
        await _host.Api.DrainOutbox();
        Assert.That(await Effects(), Is.EquivalentTo(new[] { "first|from notes", "first|from platform", "second|from notes", "second|from platform" }));
    }

    [Test]
    public async Task Messages_that_nobody_wants_do_not_wait()
    {
        await Break("notes.unknown.v1", "{}");
        await Say("x");
        await _host.Api.DrainOutbox();
        Assert.That(await _host.WithPlatform(db => db.Outbox.CountAsync(m => m.DeliveredAt == null)), Is.Zero);
    }

    private async Task Say(params string[] texts) => await _host.WithNotes(async db =>
    {
        foreach (var text in texts)
        {
            db.Publish(new Said(text));
        }

        return await db.SaveChangesAsync();
    });

    private async Task Break(string name, string payload) => await _host.WithPlatform(async db =>
    {
        db.Add(new OutboxMessage { Id = SequentialGuid.Next(), Module = "notes", Name = name, Payload = payload, DueAt = _host.Clock.GetUtcNow().UtcDateTime });
        return await db.SaveChangesAsync();
    });

    private Task<List<string>> Effects() =>
        _host.WithNotes(db => db.Deliveries.OrderBy(d => d.Consumer).ThenBy(d => d.Text).Select(d => d.Consumer + "|" + d.Text).ToListAsync());

    private static async Task WaitFor(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 100 && !await condition(); i++)
        {
            await Task.Delay(50);
        }
    }
}
