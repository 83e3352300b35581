using System.Globalization;

namespace Education.Preschool.Queue.Engine;

/// <summary>
/// The place of an application among others: category, then time of application, then id. A total order without ties; the smaller key goes
/// first. Published with every offer, so that anyone can compare (norms §1.4).
/// </summary>
/// <param name="Rank">Rank of the category, see <see cref="QueueRank"/>.</param>
/// <param name="AppliedAt">UTC.</param>
/// <param name="ApplicationId">Breaks ties; its order is that of its text.</param>
internal readonly record struct QueueKey(int Rank, DateTime AppliedAt, Guid ApplicationId) : IComparable<QueueKey>
{
    public QueueClass Class => QueueRank.ClassOf(Rank);

    public int CompareTo(QueueKey other)
    {
        var rank = Rank.CompareTo(other.Rank);
        if (rank != 0)
        {
            return rank;
        }

        var time = AppliedAt.CompareTo(other.AppliedAt);
        return time != 0 ? time : ApplicationId.CompareTo(other.ApplicationId);
    }

    /// <summary><c>20 2017-03-01T04:05:06.0000000Z 0190…</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Rank} {DateTime.SpecifyKind(AppliedAt, DateTimeKind.Utc):O} {ApplicationId:D}");
}

/// <summary>Which line of a pool an application stands in.</summary>
internal enum QueueClass
{
    /// <summary>Кезектен тыс / внеочередное: before everybody.</summary>
    Extraordinary,

    /// <summary>Бірінші кезектегі / первоочередное: mixed into the general line where the regime mixes.</summary>
    Priority,

    /// <summary>Жалпы / общее.</summary>
    General,
}

/// <summary>Ranks of categories. The reference table of benefits gives a rank to each; the bands decide the line.</summary>
internal static class QueueRank
{
    public const int Extraordinary = 0;
    public const int Priority = 10;
    public const int General = 20;

    /// <summary>Category 21 of the voucher regime: the youngest, served after all others (norms §1.2).</summary>
    public const int Youngest = 21;

    public static QueueClass ClassOf(int rank) => rank switch
    {
        < Priority => QueueClass.Extraordinary,
        < General => QueueClass.Priority,
        _ => QueueClass.General,
    };
}
