using System.Collections.Concurrent;
using Education.BuildingBlocks.Persistence;
using Education.Preschool.Queue.Engine;
using Education.Registry.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Queue;

/// <summary>Rules that were ever in force, by version: a recheck years later reads what the log refers to.</summary>
internal sealed class QueueRulesVersion : Entity
{
    private QueueRulesVersion()
    {
    }

    public QueueRulesVersion(QueueRules rules) => (Code, Canonical) = (rules.Version, rules.Canonical);

    /// <summary><see cref="QueueRules.Version"/>.</summary>
    public string Code { get; private set; } = "";

    /// <summary><see cref="QueueRules.Canonical"/>.</summary>
    public string Canonical { get; private set; } = "";
}

internal sealed class QueueRulesVersionMapping : IEntityTypeConfiguration<QueueRulesVersion>
{
    public void Configure(EntityTypeBuilder<QueueRulesVersion> builder)
    {
        builder.ToTable("QueueRules");
        builder.Property(r => r.Code).HasMaxLength(16);
        builder.Property(r => r.Canonical).HasMaxLength(200);
        builder.HasIndex(r => r.Code).IsUnique();
    }
}

/// <summary>Versions of rules, read once a process: what a version says never changes.</summary>
internal sealed class QueueRulesVersions
{
    private IReadOnlyDictionary<string, QueueRules> _known = new Dictionary<string, QueueRules>(StringComparer.Ordinal);

    /// <summary>Every version known, read anew when one of <paramref name="asked"/> is not among them.</summary>
    public async ValueTask<IReadOnlyDictionary<string, QueueRules>> Including(
        PreschoolDbContext db, IEnumerable<string> asked, CancellationToken cancellationToken)
    {
        if (!asked.All(_known.ContainsKey))
        {
            _known = await Read(db, cancellationToken);
        }

        return _known;
    }

    public static async Task<IReadOnlyDictionary<string, QueueRules>> Read(PreschoolDbContext db, CancellationToken cancellationToken) =>
        await db.Set<QueueRulesVersion>().AsNoTracking().ToDictionaryAsync(r => r.Code, r => QueueRules.Parse(r.Canonical), StringComparer.Ordinal, cancellationToken);
}

/// <summary>Finds the rules of a territory on a day, and those of a version.</summary>
internal sealed class QueueRulesBook(PreschoolDbContext db, IParameters parameters, QueueRulesVersions versions)
{
    private readonly ConcurrentDictionary<(string Territory, DateOnly Day), QueueRules> _found = new();

    public async Task<QueueRules> In(string territoryCode, DateOnly day, CancellationToken cancellationToken)
    {
        if (!_found.TryGetValue((territoryCode, day), out var rules))
        {
            rules = QueueParameters.Read(await parameters.FindAll(QueueParameters.Prefix, day, territoryCode, cancellationToken));
            _found[(territoryCode, day)] = rules;
        }

        return rules;
    }

    /// <summary>Every version the log may refer to.</summary>
    public Task<IReadOnlyDictionary<string, QueueRules>> Versions(CancellationToken cancellationToken) => QueueRulesVersions.Read(db, cancellationToken);

    /// <summary>What a version says; null when no event ever named it.</summary>
    public async ValueTask<QueueRules?> Version(string code, CancellationToken cancellationToken) =>
        (await versions.Including(db, [code], cancellationToken)).GetValueOrDefault(code);

    /// <summary>Keeps the rules with the next save unless they are known.</summary>
    public async Task Keep(QueueRules rules, CancellationToken cancellationToken)
    {
        var known = db.Set<QueueRulesVersion>();
        if (!known.Local.Any(r => r.Code == rules.Version) && !await known.AnyAsync(r => r.Code == rules.Version, cancellationToken))
        {
            db.Add(new QueueRulesVersion(rules));
        }
    }
}
