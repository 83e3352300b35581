namespace Education.BuildingBlocks.Web;

/// <summary>A failure with an HTTP status of its own (413, 415, 422, 428, 429…) that is neither a broken rule nor a missing record.</summary>
public sealed class Problem(int status, string code, params object?[] args) : Exception(code)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Stable code.</summary>
    public string Code { get; } = code;

    /// <summary>Arguments of the text.</summary>
    public IReadOnlyList<object?> Args { get; } = args;
}

/// <summary>Body of every failure (RFC 9457, <c>application/problem+json</c>).</summary>
public sealed class ProblemBody
{
    /// <summary><c>urn:education:problem:&lt;code&gt;</c>, stable.</summary>
    public required string Type { get; init; }

    /// <summary>The text of the code in the reader's language.</summary>
    public required string Title { get; init; }

    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>Stable code, for programs.</summary>
    public required string Code { get; init; }

    /// <summary>Trace of the request, for the administrator.</summary>
    public required string TraceId { get; init; }

    /// <summary>Every error of every field at once; absent when the failure is not about fields.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ProblemField>>? Errors { get; init; }
}

/// <summary>One error of a field.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">Its text in the reader's language.</param>
public sealed record ProblemField(string Code, string Message);
