namespace Education.BuildingBlocks.Web;

/// <summary>A creating request that was carried out under an <c>Idempotency-Key</c>: the same key answers the same, once.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>The user whose key it is.</summary>
    public Guid UserId { get; init; }

    /// <summary>The key as sent, at most 100 characters.</summary>
    public string Key { get; init; } = "";

    /// <summary>Method, path and SHA-256 of the body: another request under the same key is an error.</summary>
    public string RequestHash { get; init; } = "";

    /// <summary>UTC; kept for a day.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Status of the stored answer; null while the answer is not stored yet.</summary>
    public int? Status { get; set; }

    /// <summary>Body of the stored answer.</summary>
    public string? Body { get; set; }

    /// <summary>Headers of the stored answer: <c>Location</c> and <c>ETag</c>, a line each.</summary>
    public string? Headers { get; set; }
}
