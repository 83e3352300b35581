using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Education.BuildingBlocks.Persistence;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Queue;

/// <summary>
/// What an event says besides its kind; only what it needs is set. No name and no ИИН: the log is what others may be shown to recheck a queue.
/// </summary>
internal sealed record QueueFact
{
    /// <summary>Rank after the event.</summary>
    public int? Rank { get; init; }

    /// <summary>Time of application, UTC.</summary>
    public DateTime? AppliedAt { get; init; }

    /// <summary>Date of birth: eligibility by age depends on the day.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>Kindergartens wished, best first.</summary>
    public IReadOnlyList<Guid>? Wishes { get; init; }

    /// <summary>Code of the benefit.</summary>
    public string? Benefit { get; init; }

    /// <summary>The offer or referral.</summary>
    public Guid? OfferId { get; init; }

    /// <summary>Group whose place it is; none for a voucher.</summary>
    public Guid? GroupId { get; init; }

    /// <summary>Last day to act.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Why, as a code.</summary>
    public string? Reason { get; init; }

    /// <summary>The other pool, for those who left or came.</summary>
    public string? Pool { get; init; }

    /// <summary>Key of the next in the line when this one was chosen (norms §1.4); null when there was none.</summary>
    public string? NextKey { get; init; }
}

/// <summary>Кезек журналының жазбасы / запись журнала очереди. Append-only, chained by hash within its territory.</summary>
[NotAudited]
internal sealed class QueueEvent : Entity, ITerritoryScoped
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private QueueFact? _fact;

    private QueueEvent()
    {
    }

    public QueueEvent(PoolKey pool, long sequence, DateTime at, QueueEventKind kind, Guid applicationId, QueueFact fact, string rules, string previousHash)
    {
        (TerritoryCode, Pool, Sequence, At, Kind, ApplicationId) = (pool.TerritoryCode, pool.ToString(), sequence, at, kind, applicationId);
        (Data, Rules, _fact) = (JsonSerializer.Serialize(fact, Json), rules, fact);
        Hash = ComputeHash(previousHash);
    }

    /// <summary>Whose queue.</summary>
    public string TerritoryCode { get; private set; } = "";

    /// <summary>1, 2, 3… within the territory, without gaps.</summary>
    public long Sequence { get; private set; }

    /// <summary>UTC; never earlier than the event before.</summary>
    public DateTime At { get; private set; }

    /// <summary>Text of <see cref="PoolKey"/>.</summary>
    public string Pool { get; private set; } = "";

    public QueueEventKind Kind { get; private set; }

    public Guid ApplicationId { get; private set; }

    /// <summary>JSON of <see cref="QueueFact"/>, as hashed.</summary>
    public string Data { get; private set; } = "{}";

    /// <summary>Version of <see cref="QueueRules"/> in force.</summary>
    public string Rules { get; private set; } = "";

    /// <summary>SHA-256 over the hash before and everything above, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public QueueFact Fact => _fact ??= JsonSerializer.Deserialize<QueueFact>(Data, Json)!;

    public string ComputeHash(string previousHash) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{previousHash}\n{TerritoryCode}\n{Sequence}\n{At:O}\n{Pool}\n{Kind}\n{ApplicationId:D}\n{Data}\n{Rules}"))));
}

/// <summary>End of a territory's log: one row that every writer takes first, so that the log has no gaps and no forks.</summary>
[NotAudited]
internal sealed class QueueHead : Entity, ITerritoryScoped
{
    private QueueHead()
    {
    }

    public QueueHead(string territoryCode) => TerritoryCode = territoryCode;

    public string TerritoryCode { get; private set; } = "";

    public long Sequence { get; private set; }

    public DateTime At { get; private set; }

    public string Hash { get; private set; } = "";

    public QueueEvent Append(PoolKey pool, QueueEventKind kind, Guid applicationId, QueueFact fact, string rules, DateTime now)
    {
        var entry = new QueueEvent(pool, Sequence + 1, now > At ? now : At, kind, applicationId, fact, rules, Hash);
        (Sequence, At, Hash) = (entry.Sequence, entry.At, entry.Hash);
        return entry;
    }
}

internal sealed class QueueEventMapping : IEntityTypeConfiguration<QueueEvent>, IEntityTypeConfiguration<QueueHead>
{
    public void Configure(EntityTypeBuilder<QueueEvent> builder)
    {
        builder.ToTable("QueueEvents");
        builder.Ignore(e => e.Fact);
        builder.Property(e => e.TerritoryCode).HasMaxLength(9);
        builder.Property(e => e.Pool).HasMaxLength(PoolKey.MaxLength);
        builder.Property(e => e.Data).HasMaxLength(2000);
        builder.Property(e => e.Rules).HasMaxLength(16);
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.HasIndex(e => new { e.TerritoryCode, e.Sequence }).IsUnique();
        builder.HasIndex(e => new { e.ApplicationId, e.Sequence });

        // One pool's part of the log, to attribute moves to their causes.
        builder.HasIndex(e => new { e.Pool, e.Sequence });
    }

    public void Configure(EntityTypeBuilder<QueueHead> builder)
    {
        builder.ToTable("QueueHeads");
        builder.Property(h => h.TerritoryCode).HasMaxLength(9);
        builder.Property(h => h.Hash).HasMaxLength(64);
        builder.HasIndex(h => h.TerritoryCode).IsUnique();
    }
}
