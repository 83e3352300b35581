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
            await Finish(job.Id, JobStatus.Failed, null, "job.interrupted", []);
            return true;
        }

        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var heart = KeepBeating(job.Id, lost);
        try
        {
            var result = await Execute(job, lost.Token);
            await Finish(job.Id, JobStatus.Done, JsonSerializer.Serialize(result, IntegrationEvents.Json), null, []);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            // Stopping, or another worker took over: whoever has the job now finishes it.
        }
        catch (Exception exception)
        {
            var (code, args) = exception switch
            {
                RuleViolation violation => (violation.Code, violation.Args),
                Problem problem => (problem.Code, problem.Args),
                NotFound => ("not-found", []),
                _ => ("job.failed", []),
            };
            logger.LogError("Job {Kind} {Id} failed: {Error} {Trace}", job.Kind, job.Id, exception.GetType().Name, exception.StackTrace);
            await Finish(job.Id, JobStatus.Failed, null, code, args);
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
            .Where(j => j.Id == next.Id && j.Attempts == next.Attempts && j.Status == next.Status)
            .ExecuteUpdateAsync(
                s => s.SetProperty(j => j.Status, JobStatus.Running).SetProperty(j => j.WorkerId, _me).SetProperty(j => j.HeartbeatAt, now)
                    .SetProperty(j => j.StartedAt, now).SetProperty(j => j.Attempts, j => j.Attempts + 1),
                cancellationToken);
        next.Attempts++;
        return taken == 1 ? next : null;
    }

    private async Task<object?> Execute(StoredJob job, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var owner = job.OwnerId == Guid.Empty
            ? UserContext.System
            : await services.GetRequiredService<IUserContextLoader>().Load(job.OwnerId, cancellationToken) ?? throw new RuleViolation("job.owner-gone");
        services.GetRequiredService<CurrentUser>().Become(owner);
        var handler = _handlers.TryGetValue(job.Kind, out var type)
            ? (JobHandler)services.GetRequiredService(type)
            : throw new RuleViolation("job.unknown-kind");
        board.Show(job.Id, 0, null);
        return await handler.Run(new JobContext(job.Id, job.Args, board), cancellationToken);
    }

    private async Task KeepBeating(Guid id, CancellationTokenSource lost)
    {
        while (!lost.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Beat, time, lost.Token);
                var now = time.GetUtcNow().UtcDateTime;
                var (percent, step) = board.Find(id) ?? (0, null);
                var beaten = await Update(
                    id, set => set.SetProperty(j => j.HeartbeatAt, now).SetProperty(j => j.Progress, percent).SetProperty(j => j.Step, step));
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
                logger.LogWarning("Heartbeat of job {Id} failed: {Error}", id, exception.GetType().Name);
            }
        }
    }

    private async Task<int> Update(Guid id, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<StoredJob>> set)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        return await db.Jobs.Where(j => j.Id == id && j.WorkerId == _me && j.Status == JobStatus.Running).ExecuteUpdateAsync(set);
    }

    private Task<int> Finish(Guid id, JobStatus status, string? result, string? error, IReadOnlyList<object?> args)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var errorArgs = args.Count == 0 ? null : JsonSerializer.Serialize(args, IntegrationEvents.Json);
        return Update(id, set => set.SetProperty(j => j.Status, status).SetProperty(j => j.Result, result).SetProperty(j => j.ErrorCode, error)
            .SetProperty(j => j.ErrorArgs, errorArgs).SetProperty(j => j.FinishedAt, now)
            .SetProperty(j => j.Progress, j => status == JobStatus.Done ? 100 : j.Progress));
    }
}

/// <summary>Kind → handler, made by <c>AddJob&lt;T&gt;()</c>.</summary>
internal sealed record JobHandlerRegistration(string Kind, Type Handler);
