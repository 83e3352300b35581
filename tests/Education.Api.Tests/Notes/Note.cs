using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Api.Tests.Notes;

public enum NoteKind
{
    Plain,
    Urgent,
}

/// <summary>Something of everything that a module may store.</summary>
internal sealed class Note : Entity, IInstitutionScoped
{
    private readonly List<NoteLine> _lines = [];

    public Guid InstitutionId { get; set; }

    public string Number { get; init; } = "";

    public LocalizedText Title { get; set; } = new("", "");

    [Personal]
    public string Author { get; set; } = "";

    [Personal]
    public LocalizedText AuthorName { get; set; } = new("", "");

    public NoteKind Kind { get; set; }

    public decimal Price { get; set; }

    public DateOnly Day { get; set; }

    public DateTime RemindAt { get; set; }

    public bool Closed { get; private set; }

    public int? Pages { get; set; }

    [NotAudited]
    public string SearchName { get; set; } = "";

    public IReadOnlyList<NoteLine> Lines => _lines;

    public void File() => Raise(new NoteFiled(Id, Number));

    public void AddLine(string text)
    {
        _lines.Add(new NoteLine { Text = text });
        Touch();
    }

    public void Close()
    {
        if (Closed)
        {
            throw new RuleViolation("notes.closed", Number);
        }

        Closed = true;
    }
}

internal sealed class NoteLine : Entity
{
    public string Text { get; init; } = "";
}

/// <summary>Belongs to a territory.</summary>
internal sealed class Notice : Entity, ITerritoryScoped
{
    public string TerritoryCode { get; set; } = "";

    public string Text { get; set; } = "";
}

/// <summary>What a consumer did: one row an effect.</summary>
internal sealed class Delivery : Entity
{
    public string Consumer { get; init; } = "";

    public string Text { get; init; } = "";
}

[EventName("notes.filed.v1")]
internal sealed record NoteFiled(Guid NoteId, string Number) : IIntegrationEvent;

[EventName("notes.said.v1")]
internal sealed record Said(string Text) : IIntegrationEvent;

internal sealed class NotesDbContext(DbContextOptions<NotesDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    public override string ModuleName => "notes";

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    protected override void MapTables(ModelBuilder model)
    {
        model.Entity<Note>(note =>
        {
            note.ToTable("Notes");
            note.HasIndex(n => n.Number).IsUnique();
            note.HasIndex(n => new { n.InstitutionId, n.Number });
            note.HasMany(n => n.Lines).WithOne().HasForeignKey("NoteId");
        });
        model.Entity<NoteLine>().ToTable("NoteLines");
        model.Entity<Notice>(notice =>
        {
            notice.ToTable("Notices");
            notice.Property(n => n.TerritoryCode).HasMaxLength(9);
            notice.HasIndex(n => n.TerritoryCode);
        });
        model.Entity<Delivery>().ToTable("Deliveries");
    }
}
