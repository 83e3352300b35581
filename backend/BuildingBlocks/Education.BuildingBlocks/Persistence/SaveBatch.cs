using System.Reflection;
using System.Text.Json;
using Education.BuildingBlocks.Audit;
using Education.BuildingBlocks.Outbox;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Education.BuildingBlocks.Persistence;

/// <summary>One save seen as a whole: what changed, its audit rows and messages, and whether the user may write there.</summary>
internal sealed class SaveBatch
{
    private readonly ModuleDbContext _context;
    private readonly List<EntityEntry<Entity>> _entries;
    private readonly List<object> _added;
    private List<AuditEntry> _chained = [];

    private SaveBatch(ModuleDbContext context, List<EntityEntry<Entity>> entries, List<AuditWriter.Draft> audit, List<object> added, DateTime now)
    {
        _context = context;
        _entries = entries;
        _added = added;
        Audit = audit;
        Now = now;
    }

    public List<AuditWriter.Draft> Audit { get; }

    public DateTime Now { get; }

    /// <summary>Messages go down with it: the dispatcher is to be woken after the commit.</summary>
    public bool Publishes => _added.Exists(row => row is OutboxMessage);

    public bool IsEmpty => Audit.Count == 0 && !_context.ChangeTracker.HasChanges();

    public static SaveBatch Prepare(
        ModuleDbContext context, DateTime now, IReadOnlyList<IIntegrationEvent> published, IReadOnlyList<AuditWriter.Draft> acts)
    {
        context.ChangeTracker.DetectChanges();
        var entries = new List<EntityEntry<Entity>>();
        var events = new List<IIntegrationEvent>(published);
        foreach (var entry in context.ChangeTracker.Entries<Entity>())
        {
            if (entry.State == EntityState.Unchanged && entry.Entity.Touched)
            {
                entry.State = EntityState.Modified;
            }

            events.AddRange(entry.Entity.Events);
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                entries.Add(entry);
            }
        }

        foreach (var entry in entries.Where(e => e.State != EntityState.Deleted))
        {
            entry.Entity.Stamp(now, context.User.Id, entry.State == EntityState.Added);
        }

        context.ChangeTracker.DetectChanges();
        var audit = new List<AuditWriter.Draft>(acts);
        audit.AddRange(entries.Select(AuditWriter.Read).OfType<AuditWriter.Draft>());
        var added = events.ConvertAll<object>(e => IntegrationEvents.ToMessage(e, context.ModuleName, now));
        context.AddRange(added);
        added.AddRange(context.Services.Companions.AddTo(context, now));
        return new(context, entries, audit, added, now);
    }

    /// <summary>A restricted user writes only into rows of his scope; what is outside looks as if it did not exist.</summary>
    public Task CheckScope(CancellationToken cancellationToken)
    {
        var guard = new ScopeGuard(_context);
        foreach (var entry in _entries)
        {
            guard.Add(entry.Entity);
            if (entry is { State: EntityState.Added, Entity: IInstitutionRow })
            {
                guard.Entering(entry.Entity.Id);
            }

            if (entry.State == EntityState.Modified && entry.Entity is IInstitutionScoped)
            {
                guard.AddInstitution(entry.Property<Guid>(nameof(IInstitutionScoped.InstitutionId)).OriginalValue);
            }
            else if (entry.State == EntityState.Modified && entry.Entity is ITerritoryScoped)
            {
                guard.AddTerritory(entry.Property<string>(nameof(ITerritoryScoped.TerritoryCode)).OriginalValue);
            }
        }

        return guard.Check(cancellationToken);
    }

    /// <summary>The audit rows of an attempt; those of the attempt before it (a retry chains anew) leave the context.</summary>
    public void Chained(List<AuditEntry> entries)
    {
        _chained.ForEach(e => _context.Entry(e).State = EntityState.Detached);
        _chained = entries;
    }

    /// <summary>The save failed: its messages, companions and stamps must not go down with a later one.</summary>
    public void Undo()
    {
        Chained([]);
        _added.ForEach(row => _context.Entry(row).State = EntityState.Detached);
        foreach (var entry in _entries.Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            var version = entry.Property(e => e.Version);
            version.CurrentValue = entry.State == EntityState.Added ? 0 : version.OriginalValue;
        }
    }

    public void Complete()
    {
        _entries.ForEach(e => e.Entity.Saved());
        _context.Services.Companions.Saved();
        Chained([]);
        _added.ForEach(row => _context.Entry(row).State = EntityState.Detached);
    }
}

/// <summary>Writes and reads integration events by their stable names.</summary>
public static class IntegrationEvents
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The stable name of an event type.</summary>
    public static string NameOf(Type type) =>
        type.GetCustomAttribute<EventNameAttribute>()?.Name ?? throw new InvalidOperationException($"{type.Name} has no [EventName].");

    internal static OutboxMessage ToMessage(IIntegrationEvent integrationEvent, string module, DateTime now) => new()
    {
        Id = SequentialGuid.Next(),
        Module = module,
        Name = NameOf(integrationEvent.GetType()),
        Payload = JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType(), Json),
        OccurredAt = now,
        DueAt = now,
    };
}
