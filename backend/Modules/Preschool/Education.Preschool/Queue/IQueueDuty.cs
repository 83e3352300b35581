namespace Education.Preschool.Queue;

/// <summary>Daily work of the queue…</summary>
internal interface IQueueDuty
{
    Task Run(DateOnly today, CancellationToken cancellationToken);
}
