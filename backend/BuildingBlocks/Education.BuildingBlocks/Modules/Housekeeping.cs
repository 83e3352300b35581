using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Education.BuildingBlocks.Modules;

/// <summary>Removes what is only kept for a while: idempotency keys after a day, delivered messages and inbox entries after a month.</summary>
internal sealed class Housekeeping(IServiceScopeFactory scopes, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan Keys = TimeSpan.FromDays(1);
    private static readonly TimeSpan Messages = TimeSpan.FromDays(30);

    public async Task Sweep(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var now = time.GetUtcNow().UtcDateTime;
        var (keys, messages) = (now - Keys, now - Messages);
        await db.IdempotencyKeys.Where(k => k.CreatedAt < keys).ExecuteDeleteAsync(cancellationToken);

        // An inbox entry outlives its message: a message that may still come again must find it.
        await db.Inbox.Where(i => i.At < messages && !db.Outbox.Any(m => m.Id == i.MessageId)).ExecuteDeleteAsync(cancellationToken);
        await db.Outbox.Where(m => m.DeliveredAt < messages).ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Housekeeping failed: {Error}", exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
