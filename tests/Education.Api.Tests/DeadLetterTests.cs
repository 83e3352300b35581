using System.Net;
using Education.Api.Tests.Notes;
using Education.BuildingBlocks.Outbox;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Education.Api.Tests;

/// <summary>Messages that were given up are listed and may be sent again.</summary>
internal sealed class DeadLetterTests
{
    private NotesHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await NotesHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task An_administrator_lists_the_dead_and_sends_them_again()
    {
        _host.Switches.Before = text => text == "poison" ? throw new InvalidOperationException() : Task.CompletedTask;
        await Say("poison", "fine");
        await Kill("poison");
        var operate = _host.Api.As([PlatformPermissions.Operate]);
        var dead = (await operate.Get<PagedResult<DeadLetterRow>>("/api/v1/outbox/dead-letters")).Items.Single();
        Assert.That((dead.Module, dead.Name, dead.Attempts, dead.LastError), Is.EqualTo(("notes", "notes.said.v1", 10, (string?)"notes.first: InvalidOperationException")));
        var path = $"/api/v1/outbox/dead-letters/{dead.Id}/redrive";
        await _host.Writer().Post(path, new { }).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        _host.Switches.Before = _ => Task.CompletedTask;
        using var sent = await operate.Post(path, new { });
        await sent.MustBe(HttpStatusCode.NoContent);
        await _host.Api.DrainOutbox();
        Assert.That((await Effects()).Count(e => e.EndsWith("|poison", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That((await operate.Get<PagedResult<DeadLetterRow>>("/api/v1/outbox/dead-letters")).Total, Is.Zero);
        await operate.Post(path, new { }).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That(await _host.Lines("SELECT Action FROM platform_AuditEntries WHERE Entity = 'OutboxMessage'"), Is.EqualTo(new[] { "redriven" }));
    }

    private async Task Say(params string[] texts) => await _host.WithNotes(async db =>
    {
        foreach (var text in texts)
        {
            db.Publish(new Said(text));
        }

        return await db.SaveChangesAsync();
    });

    private async Task Kill(string text)
    {
        for (var i = 0; i < OutboxDispatcher.MaxAttempts; i++)
        {
            await _host.Api.DrainOutbox();
            _host.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.That(await _host.WithPlatform(db => db.Outbox.CountAsync(m => m.DeadAt != null && m.Payload.Contains(text))), Is.EqualTo(1));
    }

    private Task<List<string>> Effects() =>
        _host.WithNotes(db => db.Deliveries.OrderBy(d => d.Consumer).ThenBy(d => d.Text).Select(d => d.Consumer + "|" + d.Text).ToListAsync());
}
