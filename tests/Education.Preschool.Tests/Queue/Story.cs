using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;

namespace Education.Preschool.Tests.Queue;

/// <summary>Writes a log event by event, as the product does, and folds it.</summary>
internal sealed class Story
{
    public const string City = "351000000";

    private readonly QueueHead _head = new(City);
    private DateTime _now = new(2017, 3, 1, 4, 0, 0, DateTimeKind.Utc);

    public static PoolKey Pool { get; } = new(City, 2014, GroupLanguage.Kk, GroupProfile.General);

    /// <summary>Version of the rules by which the next events happen.</summary>
    public string Rules { get; set; } = "r1-test";

    public List<QueueEvent> Events { get; } = [];

    public TerritoryBoard Board { get; } = new(City);

    public PoolBoard Line => Board.Pools[Pool];

    /// <summary>A family applies; later calls are later in time.</summary>
    public Guid Registers(int rank = QueueRank.General, PoolKey? pool = null, params Guid[] wishes)
    {
        var id = SequentialGuid.Next();
        Happens(QueueEventKind.Registered, id, new() { Rank = rank, AppliedAt = _now, BornOn = new DateOnly(2014, 5, 1), Wishes = wishes }, pool);
        return id;
    }

    /// <summary>As <see cref="Registers"/>, with an identity that a second telling repeats.</summary>
    public void RegistersAs(Guid? id, int rank, Guid[] wishes) => Happens(
        QueueEventKind.Registered, id ?? SequentialGuid.Next(), new() { Rank = rank, AppliedAt = _now, BornOn = new DateOnly(2014, 5, 1), Wishes = wishes });

    public void Happens(QueueEventKind kind, Guid application, QueueFact? fact = null, PoolKey? pool = null)
    {
        var entry = _head.Append(pool ?? Board.PoolOf(application)?.Pool ?? Pool, kind, application, fact ?? new(), Rules, _now);
        _now = _now.AddMinutes(1);
        Board.Apply(entry);
        Events.Add(entry);
    }
}
