namespace Education.BuildingBlocks.Outbox;

/// <summary>Wakes a worker right after a commit instead of at its next poll.</summary>
public abstract class WakeSignal
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    /// <summary>Something was committed that the worker waits for.</summary>
    public void Raise()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake.
        }
    }

    internal Task Wait(TimeSpan atMost, CancellationToken cancellationToken) => _signal.WaitAsync(atMost, cancellationToken);
}

/// <summary>Wakes the dispatcher of messages.</summary>
public sealed class OutboxSignal : WakeSignal;
