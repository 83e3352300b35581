using System.Text.Json;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Education.BuildingBlocks.Jobs;

/// <summary>
/// Takes stored jobs one at a time per process. A job whose worker died (no heartbeat for <see cref="Stale"/>) is taken over; after
/// <see cref="MaxAttempts"/> workers it fails with <c>job.interrupted</c>. Runs with the rights its owner has now.
/// </summary>
internal sealed class JobRunner(
    IServiceScopeFactory scopes, IEnumerable<JobHandlerRegistration> registrations, JobSignal signal, JobBoard board, TimeProvider time, ILogger<JobRunner> logger)
    : BackgroundService
{
    public const int MaxAttempts = 3;
    public static readonly TimeSpan Stale = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);
    private readonly Guid _me = SequentialGuid.Next();
    private readonly Dictionary<string, Type> _handlers = registrations.ToDictionary(r => r.Kind, r => r.Handler, StringComparer.Ordinal);

    /// <summary>Takes and runs the next job, if there is one.</summary>
    public async Task<bool> RunNext(CancellationToken cancellationToken)
    {
        if (await Take(cancellationToken) is not { } job)
        {
            return false;
        }

        if (job.Attempts > MaxAttempts)
        {
            await Finish(job.Id, new(JobStatus.Failed, Error: "job.interrupted"));
            return true;
        }

        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var heart = KeepBeating(job, lost);
        try
        {
            if (await Outcome(job, lost) is { } outcome)
            {
                await Finish(job.Id, outcome);
            }
            else if (cancellationToken.IsCancellationRequested)
            {
                // An orderly stop is no interruption: the next process takes it at once.
                await Update(job.Id, set => set.SetProperty(j => j.Status, JobStatus.Queued).SetProperty(j => j.Attempts, j => j.Attempts - 1));
            }
        }
        finally
        {
            await lost.CancelAsync();
            await heart;
            board.Forget(job.Id);
        }

        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await RunNext(stoppingToken))
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
                logger.LogError("Job pass failed: {Error}", exception.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken);
            }
        }
    }

    private async Task<StoredJob?> Take(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var now = time.GetUtcNow().UtcDateTime;
        var stale = now - Stale;
        var next = await db.Jobs.AsNoTracking()
            .Where(j => j.Status == JobStatus.Queued || (j.Status == JobStatus.Running && j.HeartbeatAt < stale))
            .OrderBy(j => j.CreatedAt).ThenBy(j => j.Id).FirstOrDefaultAsync(cancellationToken);
        if (next is null)
        {
            return null;
        }

        var taken = await db.Jobs
            .Where(j => j.Id == next.Id && j.Attempts == next.Attempts && j.Status == next.Status
                && (j.Status == JobStatus.Queued || j.HeartbeatAt < stale))
            .ExecuteUpdateAsync(
                s => s.SetProperty(j => j.Status, JobStatus.Running).SetProperty(j => j.WorkerId, _me).SetProperty(j => j.HeartbeatAt, now)
                    .SetProperty(j => j.StartedAt, now).SetProperty(j => j.Attempts, j => j.Attempts + 1),
                cancellationToken);
        next.Attempts++;
        return taken == 1 ? next : null;
    }

    /// <summary>Runs the job to its end; null when it is not ours to finish: stopping, or another worker took over.</summary>
    private async Task<Ending?> Outcome(StoredJob job, CancellationTokenSource lost)
    {
        try
        {
            var result = await Execute(job, lost.Token);
            return new(JobStatus.Done, JsonSerializer.Serialize(result, IntegrationEvents.Json));
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            logger.LogError("Job {Kind} {Id} failed: {Error} {Trace}", job.Kind, job.Id, exception.GetType().Name, exception.StackTrace);
            var (code, args) = exception switch
            {
                RuleViolation violation => (violation.Code, violation.Args),
                Problem problem => (problem.Code, problem.Args),
                InvalidFields { Errors: [var first, ..] } => (first.Code, first.Args),
                NotFound => ("not-found", []),
                _ => ("job.failed", (IReadOnlyList<object?>)[]),
            };
            return new(JobStatus.Failed, null, code, args);
        }
    }

    private async Task<object?> Execute(StoredJob job, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentUser>().Become(await Owner(services, job, cancellationToken) ?? throw new RuleViolation("job.owner-gone"));
        var handler = _handlers.TryGetValue(job.Kind, out var type)
            ? (JobHandler)services.GetRequiredService(type)
            : throw new RuleViolation("job.unknown-kind");
        board.Show(job.Id, 0, null);
        return await handler.Run(new JobContext(job.Id, job.Args, board), cancellationToken);
    }

    private static async ValueTask<UserContext?> Owner(IServiceProvider services, StoredJob job, CancellationToken cancellationToken) =>
        job.OwnerId == Guid.Empty ? UserContext.System : await services.GetRequiredService<IUserContextLoader>().Load(job.OwnerId, cancellationToken);

    private async Task KeepBeating(StoredJob job, CancellationTokenSource lost)
    {
        while (!lost.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Beat, time, lost.Token);
                await using var scope = scopes.CreateAsyncScope();
                if (await Owner(scope.ServiceProvider, job, lost.Token) is null)
                {
                    await Finish(job.Id, new(JobStatus.Failed, Error: "job.owner-gone"));
                    await lost.CancelAsync();
                    return;
                }

                var now = time.GetUtcNow().UtcDateTime;
                var (percent, step) = board.Find(job.Id) ?? (0, null);
                var beaten = await Update(
                    job.Id, set => set.SetProperty(j => j.HeartbeatAt, now).SetProperty(j => j.Progress, percent).SetProperty(j => j.Step, step));
                if (beaten == 0)
                {
                    await lost.CancelAsync();
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception exception)
            {
                // The job's own transaction may hold the only writer of the database: beat again later.
                logger.LogWarning("Heartbeat of job {Id} failed: {Error}", job.Id, exception.GetType().Name);
            }
        }
    }

    private async Task<int> Update(Guid id, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<StoredJob>> set)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        return await db.Jobs.Where(j => j.Id == id && j.WorkerId == _me && j.Status == JobStatus.Running).ExecuteUpdateAsync(set);
    }

    private Task<int> Finish(Guid id, Ending ending)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var errorArgs = ending.Args is { Count: > 0 } args ? JsonSerializer.Serialize(args, IntegrationEvents.Json) : null;
        var progress = ending.Status == JobStatus.Done ? 100 : board.Find(id)?.Percent;
        return Update(id, set => set.SetProperty(j => j.Status, ending.Status).SetProperty(j => j.Result, ending.Result)
            .SetProperty(j => j.ErrorCode, ending.Error).SetProperty(j => j.ErrorArgs, errorArgs).SetProperty(j => j.FinishedAt, now)
            .SetProperty(j => j.Progress, j => progress ?? j.Progress));
    }

    private sealed record Ending(JobStatus Status, string? Result = null, string? Error = null, IReadOnlyList<object?>? Args = null);
}

/// <summary>Kind → handler, made by <c>AddJob&lt;T&gt;()</c>.</summary>
internal sealed record JobHandlerRegistration(string Kind, Type Handler);
