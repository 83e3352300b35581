using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Education.BuildingBlocks.Audit;

/// <summary>Reads the change tracker into audit rows and chains them.</summary>
internal static class AuditWriter
{
    private const string Redacted = "•••";

    private static readonly HashSet<string> Technical =
        [nameof(Entity.Id), nameof(Entity.Version), nameof(Entity.CreatedAt), nameof(Entity.CreatedBy), nameof(Entity.ModifiedAt), nameof(Entity.ModifiedBy)];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A row not yet in the chain.</summary>
    public sealed record Draft(
        string Entity, Guid EntityId, string Action, long Version, string? TerritoryCode, Guid? InstitutionId, string Changes);

    public static Draft? Read(EntityEntry<Entity> entry)
    {
        var type = entry.Metadata.ClrType;
        if (type.IsDefined(typeof(NotAuditedAttribute), inherit: true))
        {
            return null;
        }

        var changes = new Dictionary<string, object?[]>(StringComparer.Ordinal);
        Collect(entry.Properties, "", entry.State, personal: false, changes);
        foreach (var complex in entry.ComplexProperties)
        {
            Collect(complex, "", entry.State, personal: false, changes);
        }

        var action = entry.State switch { EntityState.Added => "created", EntityState.Deleted => "deleted", _ => "changed" };
        var (territory, institution) = ScopeGuard.PlaceOf(entry.Entity);
        return new(type.Name, entry.Entity.Id, action, entry.Entity.Version, territory, institution, JsonSerializer.Serialize(changes, Json));
    }

    /// <summary>Locks the head, gives the drafts their places in the chain and adds them to the context. Runs inside the transaction.</summary>
    public static async Task<List<AuditEntry>> Chain(
        ModuleDbContext context, IReadOnlyList<Draft> drafts, DateTime now, string? traceId, CancellationToken cancellationToken)
    {
        if (drafts.Count == 0)
        {
            return [];
        }

        // The update takes the write lock of the head row first: two writers never read the same end of the chain.
        var heads = context.Set<AuditHead>();
        await heads.ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence + drafts.Count), cancellationToken);
        var head = await heads.AsNoTracking().SingleAsync(cancellationToken);
        var sequence = head.Sequence - drafts.Count;
        var hash = head.Hash;
        var user = context.User;
        var entries = new List<AuditEntry>(drafts.Count);
        foreach (var draft in drafts)
        {
            var entry = new AuditEntry
            {
                Sequence = ++sequence,
                At = now,
                UserId = user.Id,
                UserName = user.Context.UserName,
                Module = context.ModuleName,
                Entity = draft.Entity,
                EntityId = draft.EntityId,
                Action = draft.Action,
                EntityVersion = draft.Version,
                TerritoryCode = draft.TerritoryCode,
                InstitutionId = draft.InstitutionId,
                Changes = draft.Changes,
                TraceId = traceId,
            };
            entry.Hash = hash = entry.ComputeHash(hash);
            entries.Add(entry);
        }

        await heads.ExecuteUpdateAsync(set => set.SetProperty(h => h.Hash, hash), cancellationToken);
        context.AddRange(entries);
        return entries;
    }

    private static void Collect(
        ComplexPropertyEntry complex, string prefix, EntityState state, bool personal, Dictionary<string, object?[]> changes)
    {
        var member = complex.Metadata.PropertyInfo;
        if (IsMarked<NotAuditedAttribute>(member))
        {
            return;
        }

        personal |= IsMarked<PersonalAttribute>(member);
        prefix += complex.Metadata.Name + ".";
        Collect(complex.Properties, prefix, state, personal, changes);
        foreach (var inner in complex.ComplexProperties)
        {
            Collect(inner, prefix, state, personal, changes);
        }
    }

    private static void Collect(
        IEnumerable<PropertyEntry> properties, string prefix, EntityState state, bool personal, Dictionary<string, object?[]> changes)
    {
        foreach (var property in properties)
        {
            var member = property.Metadata;
            if ((prefix.Length == 0 && Technical.Contains(member.Name)) || member.IsShadowProperty() || IsMarked<NotAuditedAttribute>(member.PropertyInfo))
            {
                continue;
            }

            var before = state == EntityState.Added ? null : property.OriginalValue;
            var after = state == EntityState.Deleted ? null : property.CurrentValue;
            if (Equals(before, after) || (state == EntityState.Modified && !property.IsModified))
            {
                continue;
            }

            var hide = personal || IsMarked<PersonalAttribute>(member.PropertyInfo);
            changes[prefix + member.Name] = [Show(before, hide), Show(after, hide)];
        }
    }

    private static bool IsMarked<TAttribute>(System.Reflection.PropertyInfo? member)
        where TAttribute : Attribute => member?.IsDefined(typeof(TAttribute), inherit: true) == true;

    private static object? Show(object? value, bool personal) => value switch
    {
        null => null,
        _ when personal => Redacted,
        Enum e => e.ToString(),
        byte[] bytes => $"{bytes.Length} bytes",
        _ => value,
    };
}
