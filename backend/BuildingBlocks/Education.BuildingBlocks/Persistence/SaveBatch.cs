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
    private readonly bool _publishes;

    private SaveBatch(ModuleDbContext context, List<EntityEntry<Entity>> entries, List<AuditWriter.Draft> audit, DateTime now, bool publishes)
    {
        _context = context;
        _entries = entries;
        _publishes = publishes;
        Audit = audit;
        Now = now;
    }

    public List<AuditWriter.Draft> Audit { get; }

    public DateTime Now { get; }

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
        foreach (var integrationEvent in events)
        {
            context.Add(IntegrationEvents.ToMessage(integrationEvent, context.ModuleName, now));
        }

        context.Services.Companions.AddTo(context, now);
        return new(context, entries, audit, now, events.Count > 0);
    }

    /// <summary>A restricted user writes only into rows of his scope; what is outside looks as if it did not exist.</summary>
    public async Task CheckScope(CancellationToken cancellationToken)
    {
        if (_context.User.Scope.Everything)
        {
            return;
        }

        var institutions = _entries.Select(e => e.Entity).OfType<IInstitutionScoped>().Select(e => e.InstitutionId).ToHashSet();
        if (institutions.Count > 0)
        {
            var seen = await _context.VisibleInstitutions().Where(id => institutions.Contains(id)).ToListAsync(cancellationToken);
            institutions.ExceptWith(seen);
            if (institutions.Count > 0)
            {
                throw new NotFound("Institution", institutions.First());
            }
        }

        var scope = _context.User.Scope;
        var listed = scope.InstitutionIds;
        var territories = _entries.Select(e => e.Entity)
            .Where(e => e is ITerritoryScoped || (e is IInstitutionRow row && !listed.Contains(row.Id)))
            .Select(e => (e as ITerritoryScoped)?.TerritoryCode ?? ((IInstitutionRow)e).TerritoryCode).ToHashSet(StringComparer.Ordinal);
        if (territories.Count > 0)
        {
            var root = scope.TerritoryCode;
            var seen = await _context.Set<TerritoryClosure>()
                .Where(c => c.AncestorCode == root && territories.Contains(c.DescendantCode)).Select(c => c.DescendantCode).ToListAsync(cancellationToken);
            territories.ExceptWith(seen);
            if (territories.Count > 0)
            {
                throw new NotFound("Territory", territories.First());
            }
        }
    }

    public void Complete()
    {
        _entries.ForEach(e => e.Entity.Saved());
        _context.Services.Companions.Saved();
        if (_publishes)
        {
            _context.Services.Signal.Raise();
        }
    }
}

/// <summary>Rows that ride along with the first save of a request or delivery: its idempotency key, the consumer's inbox entry.</summary>
public sealed class WriteCompanions
{
    private readonly List<Func<DateTime, object>> _rows = [];

    /// <summary>True when every companion went down with a save.</summary>
    public bool AllSaved => _rows.Count == 0;

    /// <summary>Adds a row to the next save of whichever module's context saves first.</summary>
    public void Add(Func<DateTime, object> row) => _rows.Add(row);

    internal void AddTo(DbContext context, DateTime now)
    {
        foreach (var row in _rows)
        {
            context.Add(row(now));
        }
    }

    internal void Saved() => _rows.Clear();
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
