using Education.BuildingBlocks.Audit;
using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Outbox;
using Education.BuildingBlocks.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.BuildingBlocks.Persistence;

/// <summary>
/// The tables that every module writes in its own transaction: audit, outbox, inbox, idempotency, jobs. Each module's context maps them;
/// only <see cref="PlatformDbContext"/> has their migrations (ADR 0005).
/// </summary>
internal static class PlatformModel
{
    public const string Schema = "platform";

    public static void Map(ModelBuilder model, bool owner)
    {
        MapAudit(model, owner);
        model.Entity<OutboxMessage>(outbox =>
        {
            Table(outbox, "OutboxMessages", owner);
            outbox.Property(o => o.Id).ValueGeneratedNever();
            outbox.Property(o => o.Module).HasMaxLength(40);
            outbox.Property(o => o.Name).HasMaxLength(200);
            outbox.Property(o => o.Payload).Unbounded();
            outbox.HasIndex(o => o.DueAt);
            outbox.HasIndex(o => o.DeadAt);
        });
        model.Entity<InboxEntry>(inbox =>
        {
            Table(inbox, "InboxEntries", owner);
            inbox.HasKey(i => new { i.MessageId, i.Consumer });
            inbox.Property(i => i.Consumer).HasMaxLength(200);
        });
        model.Entity<StoredJob>(job =>
        {
            Table(job, "Jobs", owner);
            job.Property(j => j.Id).ValueGeneratedNever();
            job.Property(j => j.Kind).HasMaxLength(100);
            job.Property(j => j.Args).Unbounded();
            job.Property(j => j.Result).Unbounded();
            job.Property(j => j.ErrorArgs).Unbounded();
            job.HasIndex(j => new { j.Status, j.CreatedAt });
            job.HasIndex(j => new { j.OwnerId, j.CreatedAt });
        });
        model.Entity<IdempotencyRecord>(record =>
        {
            Table(record, "IdempotencyKeys", owner);
            record.HasKey(r => new { r.UserId, r.Key });
            record.Property(r => r.Key).HasMaxLength(100);
            record.Property(r => r.RequestHash).HasMaxLength(64);
            record.Property(r => r.Body).Unbounded();
            record.Property(r => r.Headers).Unbounded();
            record.HasIndex(r => r.CreatedAt);
        });
    }

    private static void MapAudit(ModelBuilder model, bool owner)
    {
        model.Entity<AuditEntry>(audit =>
        {
            Table(audit, "AuditEntries", owner);
            audit.HasKey(a => a.Sequence);
            audit.Property(a => a.Sequence).ValueGeneratedNever();
            audit.Property(a => a.Entity).HasMaxLength(100);
            audit.Property(a => a.Module).HasMaxLength(40);
            audit.Property(a => a.Action).HasMaxLength(40);
            audit.Property(a => a.TerritoryCode).HasMaxLength(9);
            audit.Property(a => a.TraceId).HasMaxLength(64);
            audit.Property(a => a.Hash).HasMaxLength(64);
            audit.Property(a => a.Changes).Unbounded();
            audit.HasIndex(a => new { a.Entity, a.EntityId, a.Sequence });
            audit.HasIndex(a => new { a.UserId, a.Sequence });
        });
        model.Entity<AuditHead>(head =>
        {
            Table(head, "AuditHead", owner);
            head.Property(h => h.Id).ValueGeneratedNever();
            head.Property(h => h.Hash).HasMaxLength(64);
            if (owner)
            {
                // Seed rows are not excluded from migrations with their table.
                head.HasData(new AuditHead { Id = 1 });
            }
        });
    }

    /// <summary>The Registry's two shared tables, seen from another module.</summary>
    public static void MapDirectory(ModelBuilder model)
    {
        model.Entity<InstitutionRef>(institution =>
        {
            institution.ToTable("Institutions", "registry", t => t.ExcludeFromMigrations());
            institution.ComplexProperty(i => i.Name);
            institution.Property(i => i.TerritoryCode).HasMaxLength(9);
        });
        model.Entity<TerritoryClosure>(closure =>
        {
            closure.ToTable("TerritoryClosure", "registry", t => t.ExcludeFromMigrations());
            MapClosure(closure);
        });
    }

    public static void MapClosure(EntityTypeBuilder<TerritoryClosure> closure)
    {
        closure.HasKey(c => new { c.AncestorCode, c.DescendantCode });
        closure.Property(c => c.AncestorCode).HasMaxLength(9);
        closure.Property(c => c.DescendantCode).HasMaxLength(9);
    }

    private static void Table<T>(EntityTypeBuilder<T> entity, string name, bool owner)
        where T : class => entity.ToTable(
        name,
        Schema,
        table =>
        {
            if (!owner)
            {
                table.ExcludeFromMigrations();
            }
        });
}

/// <summary>Shorthands for the model.</summary>
public static class ModelExtensions
{
    /// <summary>Text without a limit (JSON, documents); every other text is at most 400 characters.</summary>
    public static PropertyBuilder<T> Unbounded<T>(this PropertyBuilder<T> property)
    {
        ((IMutableProperty)property.Metadata).SetMaxLength(null);
        return property;
    }

    /// <summary>Maps the closure table in the module that owns it (the Registry).</summary>
    public static void OwnsTerritoryClosure(this ModelBuilder model) => model.Entity<TerritoryClosure>(closure =>
    {
        closure.ToTable("TerritoryClosure");
        PlatformModel.MapClosure(closure);
    });
}

/// <summary>Owner of the shared tables' migrations; also what the dispatcher, the job runner and the audit pages read with.</summary>
public sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    /// <inheritdoc/>
    public override string ModuleName => PlatformModel.Schema;

    /// <summary>Messages on their way, delivered and dead.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>What each consumer took.</summary>
    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();

    /// <summary>Long work.</summary>
    public DbSet<StoredJob> Jobs => Set<StoredJob>();

    /// <summary>The audit log.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>End of the audit log.</summary>
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Carried-out requests by key.</summary>
    public DbSet<IdempotencyRecord> IdempotencyKeys => Set<IdempotencyRecord>();
}
