using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Education.Preschool.Queue;

/// <summary>Something that is due when a day begins. Duties run in the order of their registration, before the queue's own terms; each must do nothing when called again.</summary>
internal interface IQueueDuty
{
    Task Run(DateOnly today, CancellationToken cancellationToken);
}

/// <summary>
/// The queue's day: first the duties of other processes (terms of offers), then the terms of applications, last the root of every log. May
/// run in several processes and any number of times a day.
/// </summary>
internal sealed class QueueClock(IServiceScopeFactory scopes, TimeProvider time, ILogger<QueueClock> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private DateOnly _done;

    public async Task Run(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentUser>().Become(UserContext.System);
        var today = time.Today();
        foreach (var duty in services.GetServices<IQueueDuty>())
        {
            await duty.Run(today, cancellationToken);
        }

        await services.GetRequiredService<QueueTerms>().Run(today, cancellationToken);
        await services.GetRequiredService<QueueRoots>().Write(today, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var today = time.Today();
            if (today == _done)
            {
                continue;
            }

            try
            {
                await Run(stoppingToken);
                _done = today;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("The queue's day was not finished: {Error}", exception.GetType().Name);
            }
        }
    }
}
