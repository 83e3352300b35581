using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Education.BuildingBlocks.Audit;

/// <summary>
/// One change of one record: who, when, what, before and after (personal values redacted). Append-only; each row's hash covers the row and
/// the hash before it, so a changed, removed or inserted row breaks the chain and <c>verify</c> says where.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Position in the chain, without gaps, in the order of commits: also the cursor of the change feed.</summary>
    public long Sequence { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Who; empty for the system.</summary>
    public Guid UserId { get; init; }

    /// <summary>Sign-in name at that moment.</summary>
    public string UserName { get; init; } = "";

    /// <summary>Module that owns the record.</summary>
    public string Module { get; init; } = "";

    /// <summary>Type of the record, in the words of the glossary.</summary>
    public string Entity { get; init; } = "";

    /// <summary>The record, or the import for rows that came in bulk.</summary>
    public Guid EntityId { get; init; }

    /// <summary><c>created</c>, <c>changed</c>, <c>deleted</c>, <c>bulk-created</c>, or an act without a change of data (<c>signed-in</c>).</summary>
    public string Action { get; init; } = "";

    /// <summary>Version of the record after the change.</summary>
    public long EntityVersion { get; init; }

    /// <summary>Scope of the record, so that a restricted reader sees the changes of his own rows only.</summary>
    public string? TerritoryCode { get; init; }

    /// <summary>Scope of the record.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>JSON object: property → [before, after]; <c>"•••"</c> for personal values.</summary>
    public string Changes { get; init; } = "{}";

    /// <summary>Trace of the request that made the change.</summary>
    public string? TraceId { get; init; }

    /// <summary>SHA-256 over the row and the hash before, hexadecimal.</summary>
    public string Hash { get; internal set; } = "";

    internal string ComputeHash(string previous)
    {
        // Every field with its length: no value can pass for the end of one field and the start of the next.
        var text = new StringBuilder();
        foreach (var field in (ReadOnlySpan<string?>)[
            previous, Number(Sequence), Number(At.Ticks), UserId.ToString(), UserName, Module, Entity, EntityId.ToString(), Action,
            Number(EntityVersion), TerritoryCode, InstitutionId?.ToString(), Changes, TraceId])
        {
            text.Append(CultureInfo.InvariantCulture, $"{field?.Length ?? -1}:{field}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>End of the chain: one row, locked by every writing transaction, so that sequence and commit order agree.</summary>
public sealed class AuditHead
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; }

    /// <summary>Sequence of the last row.</summary>
    public long Sequence { get; init; }

    /// <summary>Hash of the last row; empty before the first.</summary>
    public string Hash { get; init; } = "";
}
