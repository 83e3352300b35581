using System.Collections.Concurrent;
using System.Text.Json;
using Education.BuildingBlocks.Persistence;

namespace Education.BuildingBlocks.Jobs;

/// <summary>
/// Does one kind of long work. It may be started again after a kill, so it must not do twice what it had committed: one transaction, or
/// steps that see what is done.
/// </summary>
public abstract class JobHandler
{
    /// <summary>Stable name, for example <c>imports.apply</c>; the text of the kind is <c>job.&lt;kind&gt;</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Does the work; what it returns is stored as JSON in <see cref="StoredJob.Result"/>.</summary>
    public abstract Task<object?> Run(JobContext job, CancellationToken cancellationToken);
}

/// <summary>A running job: its arguments and its way to say how far it is.</summary>
public sealed class JobContext(Guid id, string args, JobBoard board)
{
    /// <summary>The job.</summary>
    public Guid Id { get; } = id;

    /// <summary>The arguments given to <see cref="JobQueue.Enqueue{T}"/>.</summary>
    public T Args<T>() => JsonSerializer.Deserialize<T>(args, IntegrationEvents.Json)!;

    /// <summary>
    /// Shows the progress at once and stores it with the next heartbeat: a report never waits for the database, whose one writer may be
    /// this very job. <paramref name="step"/> is a text code.
    /// </summary>
    public void Report(int percent, string? step = null) => board.Show(Id, Math.Clamp(percent, 0, 100), step);
}

/// <summary>Progress of the jobs that run in this process, in memory.</summary>
public sealed class JobBoard
{
    private readonly ConcurrentDictionary<Guid, (int Percent, string? Step)> _progress = new();

    /// <summary>The progress of a job that runs here, or null.</summary>
    public (int Percent, string? Step)? Find(Guid id) => _progress.TryGetValue(id, out var progress) ? progress : null;

    internal void Show(Guid id, int percent, string? step) =>
        _progress.AddOrUpdate(id, (percent, step), (_, old) => (percent, step ?? old.Step));

    internal void Forget(Guid id) => _progress.TryRemove(id, out _);
}

/// <summary>Queues long work in the transaction of the change that needs it.</summary>
public static class JobQueue
{
    /// <summary>Adds the job to the context's next save and returns it; wake the runner with <see cref="Outbox.WakeSignal.Raise"/> after the save.</summary>
    public static StoredJob Enqueue<T>(this ModuleDbContext context, string kind, T args)
    {
        var job = new StoredJob
        {
            Kind = kind,
            Args = JsonSerializer.Serialize(args, IntegrationEvents.Json),
            OwnerId = context.User.Id,
            CreatedAt = context.Services.Time.GetUtcNow().UtcDateTime,
        };
        context.Add(job);
        return job;
    }
}

/// <summary>Wakes the job runner.</summary>
public sealed class JobSignal : Outbox.WakeSignal;
