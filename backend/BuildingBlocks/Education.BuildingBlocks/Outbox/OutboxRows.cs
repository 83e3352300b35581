namespace Education.BuildingBlocks.Outbox;

/// <summary>An integration event on its way: written in the transaction of the change, removed from the queue when every consumer took it.</summary>
public sealed class OutboxMessage
{
    /// <summary>Identity of the message, the key of every consumer's inbox.</summary>
    public Guid Id { get; init; }

    /// <summary>Module that published.</summary>
    public string Module { get; init; } = "";

    /// <summary>Stable name of the message, not its CLR type.</summary>
    public string Name { get; init; } = "";

    /// <summary>JSON.</summary>
    public string Payload { get; init; } = "";

    /// <summary>UTC.</summary>
    public DateTime OccurredAt { get; init; }

    /// <summary>Deliveries tried and failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this instant, UTC; null when the message is delivered or dead.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>Delivered to every consumer, UTC.</summary>
    public DateTime? DeliveredAt { get; set; }

    /// <summary>Given up after the last attempt, UTC; an administrator may redrive it.</summary>
    public DateTime? DeadAt { get; set; }

    /// <summary>Consumer and type of the last error; never its text, which may hold personal data.</summary>
    public string? LastError { get; set; }

    /// <summary>The dispatcher that works on it.</summary>
    public Guid? ClaimedBy { get; set; }

    /// <summary>The claim ends here: a killed dispatcher's messages are taken over.</summary>
    public DateTime? ClaimedUntil { get; set; }
}

/// <summary>A consumer took a message; written in the consumer's own transaction, so that it takes effect exactly once.</summary>
public sealed class InboxEntry
{
    /// <summary>The message.</summary>
    public Guid MessageId { get; init; }

    /// <summary>Stable name of the consumer.</summary>
    public string Consumer { get; init; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
}
