using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Testing.National.Sessions;

/// <summary>Which of a year's sessions. Only the main one counts for grants and for the department's figures.</summary>
internal enum SessionKind
{
    /// <summary>Негізгі / основная (May–July).</summary>
    Main,

    /// <summary>Қаңтар / январь, paid admission.</summary>
    January,

    /// <summary>Наурыз / март, paid admission.</summary>
    March,

    /// <summary>Тамыз / август, paid admission.</summary>
    August,
}

/// <summary>Тестілеу кезеңі / сессия ЕНТ: when it is held and in how many testing points. Dates are the ministry's, the same for all.</summary>
internal sealed class TestSession : Entity
{
    private readonly List<SessionPoints> _points = [];

    /// <summary>Calendar year.</summary>
    public int Year { get; private set; }

    /// <summary>Which session of the year.</summary>
    public SessionKind Kind { get; private set; }

    /// <summary>First day of tests.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>Last day of tests.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Testing points by territory.</summary>
    public IReadOnlyList<SessionPoints> Points => _points;

    private TestSession()
    {
    }

    public TestSession(int year, SessionKind kind) => (Year, Kind) = (year, kind);

    /// <summary>Takes the days and the points; a territory named twice keeps its last number.</summary>
    public void Set(DateOnly firstDay, DateOnly lastDay, IReadOnlyDictionary<string, int> points)
    {
        (FirstDay, LastDay) = (firstDay, lastDay);
        _points.RemoveAll(p => !points.ContainsKey(p.TerritoryCode));
        foreach (var (territory, count) in points)
        {
            if (_points.Find(p => p.TerritoryCode == territory) is { } known)
            {
                known.Count = count;
            }
            else
            {
                _points.Add(new SessionPoints(Id, territory) { Count = count });
            }
        }

        Touch();
    }
}

/// <summary>Тестілеу пункттері / пункты тестирования of one territory in a session.</summary>
internal sealed class SessionPoints : Entity
{
    public Guid SessionId { get; private set; }

    /// <summary>КАТО code.</summary>
    public string TerritoryCode { get; private set; } = "";

    /// <summary>How many points.</summary>
    public int Count { get; set; }

    private SessionPoints()
    {
    }

    public SessionPoints(Guid sessionId, string territoryCode) => (SessionId, TerritoryCode) = (sessionId, territoryCode);
}

internal sealed class TestSessionMapping : IEntityTypeConfiguration<TestSession>, IEntityTypeConfiguration<SessionPoints>
{
    public void Configure(EntityTypeBuilder<TestSession> builder)
    {
        builder.ToTable("Sessions");
        builder.HasIndex(s => new { s.Year, s.Kind }).IsUnique();
        builder.HasMany(s => s.Points).WithOne().HasForeignKey(p => p.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(s => s.Points).HasField("_points").UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<SessionPoints> builder)
    {
        builder.ToTable("SessionPoints");
        builder.Property(p => p.TerritoryCode).HasMaxLength(9);
        builder.HasIndex(p => new { p.SessionId, p.TerritoryCode }).IsUnique();
    }
}
