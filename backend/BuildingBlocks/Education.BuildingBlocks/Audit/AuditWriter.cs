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
        Collect(entry.Properties, "", entry.State, changes);
        foreach (var complex in entry.ComplexProperties)
        {
            Collect(complex.Properties, complex.Metadata.Name + ".", entry.State, changes);
        }

        foreach (var reference in entry.References)
        {
            if (reference.TargetEntry is { } owned && owned.Metadata.IsOwned() && owned.State != EntityState.Unchanged)
            {
                Collect(owned.Properties, reference.Metadata.Name + ".", owned.State, changes);
            }
        }

        var action = entry.State switch { EntityState.Added => "created", EntityState.Deleted => "deleted", _ => "changed" };
        var territory = (entry.Entity as ITerritoryScoped)?.TerritoryCode ?? (entry.Entity as IInstitutionRow)?.TerritoryCode;
        var institution = (entry.Entity as IInstitutionScoped)?.InstitutionId ?? (entry.Entity is IInstitutionRow row ? row.Id : null);
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

    private static void Collect(IEnumerable<PropertyEntry> properties, string prefix, EntityState state, Dictionary<string, object?[]> changes)
    {
        foreach (var property in properties)
        {
            var member = property.Metadata;
            if ((prefix.Length == 0 && Technical.Contains(member.Name)) || member.IsShadowProperty() || IsMarked<NotAuditedAttribute>(member))
            {
                continue;
            }

            var before = state == EntityState.Added ? null : property.OriginalValue;
            var after = state == EntityState.Deleted ? null : property.CurrentValue;
            if (Equals(before, after) || (state == EntityState.Modified && !property.IsModified))
            {
                continue;
            }

            var personal = IsMarked<PersonalAttribute>(member);
            changes[prefix + member.Name] = [Show(before, personal), Show(after, personal)];
        }
    }

    private static bool IsMarked<TAttribute>(IReadOnlyProperty property)
        where TAttribute : Attribute => property.PropertyInfo?.IsDefined(typeof(TAttribute), inherit: true) == true;

    private static object? Show(object? value, bool personal) => value switch
    {
        null => null,
        _ when personal => Redacted,
        Enum e => e.ToString(),
        byte[] bytes => $"{bytes.Length} bytes",
        _ => value,
    };
}
