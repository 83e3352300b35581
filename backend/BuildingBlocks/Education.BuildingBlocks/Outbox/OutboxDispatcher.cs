using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Education.BuildingBlocks.Outbox;

/// <summary>
/// The one dispatcher of all modules' outboxes. Each message is claimed for two minutes by an atomic update, given to every consumer that
/// has not taken it yet, and marked delivered when all have. A failing message waits ever longer and is dead after
/// <see cref="MaxAttempts"/>; the others pass it. Several processes may dispatch at once.
/// </summary>
internal sealed class OutboxDispatcher(
    IServiceScopeFactory scopes, ConsumerMap consumers, OutboxSignal signal, TimeProvider time, ILogger<OutboxDispatcher> logger)
    : BackgroundService
{
    public const int MaxAttempts = 10;
    private const int BatchSize = 50;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);
    private readonly Guid _me = SharedKernel.SequentialGuid.Next();

    /// <summary>Delay before attempt <paramref name="attempts"/> + 1: 1 s, 4 s, 9 s … at most 10 minutes.</summary>
    public static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(Math.Min(attempts * attempts, 600));

    /// <summary>Delivers what is due once; the number of messages it worked on.</summary>
    public async Task<int> DispatchDue(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        List<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
            due = await db.Outbox.Where(m => m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now))
                .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => m.Id).Take(BatchSize).ToListAsync(cancellationToken);
        }

        var worked = 0;
        foreach (var id in due)
        {
            worked += await TryClaim(id, cancellationToken) ? 1 : 0;
        }

        return worked;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await DispatchDue(stoppingToken) == 0)
                {
                    await signal.Wait(TimeSpan.FromSeconds(2), stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogError("Outbox pass failed: {Error}", exception.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken);
            }
        }
    }

    private async Task<bool> TryClaim(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var now = time.GetUtcNow().UtcDateTime;
        var until = now + Claim;
        var claimed = await db.Outbox
            .Where(m => m.Id == id && m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now))
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedBy, _me).SetProperty(m => m.ClaimedUntil, until), cancellationToken);
        if (claimed == 0)
        {
            return false;
        }

        var message = await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, cancellationToken);
        var error = await Deliver(message, cancellationToken);
        await Settle(db, message, error, cancellationToken);
        return true;
    }

    private async Task<string?> Deliver(OutboxMessage message, CancellationToken cancellationToken)
    {
        string? error = null;
        foreach (var consumer in consumers.For(message.Name))
        {
            try
            {
                await DeliverTo(consumer, message, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // One consumer's failure does not keep the message from the others.
                error ??= $"{consumer.Name}: {exception.GetType().Name}";
                logger.LogWarning("Delivery of {Message} {Id} to {Consumer} failed: {Error}", message.Name, message.Id, consumer.Name, exception.GetType().Name);
            }
        }

        return error;
    }

    private async Task DeliverTo(ConsumerMap.Consumer consumer, OutboxMessage message, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentUser>().Become(UserContext.System);
        var platform = services.GetRequiredService<PlatformDbContext>();
        bool Taken() => platform.Inbox.Any(i => i.MessageId == message.Id && i.Consumer == consumer.Name);
        if (Taken())
        {
            return;
        }

        var companions = services.GetRequiredService<WriteCompanions>();
        companions.Add(now => new InboxEntry { MessageId = message.Id, Consumer = consumer.Name, At = now });
        try
        {
            await consumer.Handle(services, message.Payload, cancellationToken);
            if (!companions.AllSaved)
            {
                platform.Add(new InboxEntry { MessageId = message.Id, Consumer = consumer.Name, At = time.GetUtcNow().UtcDateTime });
                companions.Saved();
                await platform.SaveChangesAsync(cancellationToken);
            }
        }
        catch (DbUpdateException) when (Taken())
        {
            // Another dispatcher, whose claim had run out, was quicker: its transaction holds the effect, ours was rolled back.
        }
    }

    private async Task Settle(PlatformDbContext db, OutboxMessage message, string? error, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var mine = db.Outbox.Where(m => m.Id == message.Id && m.ClaimedBy == _me);
        var attempts = message.Attempts + 1;
        if (error is null)
        {
            await mine.ExecuteUpdateAsync(
                s => s.SetProperty(m => m.DeliveredAt, now).SetProperty(m => m.DueAt, (DateTime?)null).SetProperty(m => m.ClaimedUntil, (DateTime?)null),
                cancellationToken);
            return;
        }

        DateTime? next = attempts >= MaxAttempts ? null : now + BackOff(attempts);
        DateTime? dead = next is null ? now : null;
        await mine.ExecuteUpdateAsync(
            s => s.SetProperty(m => m.Attempts, attempts).SetProperty(m => m.LastError, error).SetProperty(m => m.DueAt, next)
                .SetProperty(m => m.DeadAt, dead).SetProperty(m => m.ClaimedUntil, (DateTime?)null),
            cancellationToken);
    }
}
