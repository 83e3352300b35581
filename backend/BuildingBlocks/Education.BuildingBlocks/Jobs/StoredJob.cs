using Education.SharedKernel;

namespace Education.BuildingBlocks.Jobs;

/// <summary>State of a stored job.</summary>
public enum JobStatus
{
    /// <summary>Waits for a worker.</summary>
    Queued,

    /// <summary>A worker beats its heart over it.</summary>
    Running,

    /// <summary>Finished; <see cref="StoredJob.Result"/> says what came out.</summary>
    Done,

    /// <summary>Gave up; <see cref="StoredJob.ErrorCode"/> says why.</summary>
    Failed,
}

/// <summary>Long work (an import, a report, a queue run) that outlives its request and a kill of the process.</summary>
public sealed class StoredJob
{
    /// <summary>Identity.</summary>
    public Guid Id { get; init; } = SequentialGuid.Next();

    /// <summary>Name of the handler, for example <c>imports.apply</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>JSON of the handler's arguments: ids, never personal data.</summary>
    public string Args { get; init; } = "{}";

    /// <summary>State.</summary>
    public JobStatus Status { get; set; }

    /// <summary>0…100.</summary>
    public int Progress { get; set; }

    /// <summary>Code of the step it is at, or null.</summary>
    public string? Step { get; set; }

    /// <summary>JSON of the outcome.</summary>
    public string? Result { get; set; }

    /// <summary>Code of the failure; its text is in the resources.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>JSON array of the arguments of the failure's text.</summary>
    public string? ErrorArgs { get; set; }

    /// <summary>Who started it; the job runs with this user's rights.</summary>
    public Guid OwnerId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>Last sign of life of the worker, UTC; a stale one lets another worker take over.</summary>
    public DateTime? HeartbeatAt { get; set; }

    /// <summary>How many workers took it.</summary>
    public int Attempts { get; set; }

    /// <summary>The worker that has it.</summary>
    public Guid? WorkerId { get; set; }
}
