namespace Education.SharedKernel;

/// <summary>
/// A rule of the domain was broken. Becomes a 409 problem (<c>urn:education:problem:&lt;code&gt;</c>); the text is looked up by
/// <see cref="Code"/> in the reader's language, so the message here is for logs only and must never hold personal data.
/// </summary>
public sealed class RuleViolation(string code, params object?[] args) : Exception(code)
{
    /// <summary>Stable code in lower case with dots, <c>module.rule</c>, for example <c>registry.institution-closed</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Arguments of the localised text, in the order of its placeholders.</summary>
    public IReadOnlyList<object?> Args { get; } = args;
}

/// <summary>The thing asked for does not exist, or is outside the reader's scope (the two must not be told apart). Becomes a 404.</summary>
public sealed class NotFound(string entity, object id) : Exception($"{entity} {id}")
{
    /// <summary>Type of the thing in the words of the glossary, for example <c>Institution</c>.</summary>
    public string Entity { get; } = entity;
}

/// <summary>
/// Fields of a request are wrong in a way only a handler can see (a code that the reference table lacks). Becomes a 400 with
/// <b>all</b> the errors given, in the same shape as the validators' errors.
/// </summary>
public sealed class InvalidFields(IReadOnlyList<FieldError> errors) : Exception("validation")
{
    /// <summary>One field, one error.</summary>
    public InvalidFields(string field, string code, params object?[] args) : this([new FieldError(field, code, args)])
    {
    }

    /// <summary>Every error found, in the order of the fields.</summary>
    public IReadOnlyList<FieldError> Errors { get; } = errors;
}

/// <summary>One error of one field: the field's JSON name, the code, the arguments of the code's text.</summary>
public sealed record FieldError(string Field, string Code, params object?[] Args);
