using System.Globalization;
using Education.BuildingBlocks.Persistence;
using Education.Preschool;
using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.Registry;
using Education.Registry.Institutions;
using Education.SharedKernel;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Benchmarks;

/// <summary>
/// A country's queue: 600,000 applications with their log, 12,000 kindergartens, 60,000 groups over the cities and rayons of the КАТО table.
/// Invented, and the same at every run.
/// </summary>
internal sealed class Country
{
    public const int Applications = 600_000;
    public const int Kindergartens = 12_000;
    public const int GroupsEach = 5;

    /// <summary>One application in so many is already in a kindergarten.</summary>
    private const int EnrolledEach = 6;
    private const int FirstYear = 2021;
    private static readonly DateTime Since = new(2024, 1, 1, 3, 0, 0, DateTimeKind.Utc);

    private readonly List<(Guid Application, Guid Institution, int Order)> _wishes = [];

    /// <summary>Cities and rayons.</summary>
    public IReadOnlyList<string> Territories { get; private set; } = [];

    /// <summary>Some of those who wait, spread over the country.</summary>
    public List<(Guid Id, string Number, DateOnly BornOn, string Territory)> Waiting { get; } = [];

    public async Task Generate(IServiceProvider services)
    {
        var registry = services.GetRequiredService<RegistryDbContext>();
        Territories = await registry.Territories.Where(t => t.Level == 2).OrderBy(t => t.Code).Select(t => t.Code).ToListAsync();
        await Insert(registry, Gardens());
        var db = services.GetRequiredService<PreschoolDbContext>();
        await Insert(db, Groups());
        var rules = await services.GetRequiredService<QueueRulesBook>().In(Territories[0], new DateOnly(2026, 9, 1), CancellationToken.None);
        await services.GetRequiredService<QueueRulesBook>().Keep(rules, CancellationToken.None);
        await db.SaveChangesAsync();
        for (var place = 0; place < Territories.Count; place++)
        {
            var (head, events) = (new QueueHead(Territories[place]), new List<QueueEvent>());
            await Insert(db, Queue(place, rules.Version, head, events));
            await Insert(db, events);
            await Insert(db, [head]);
        }
    }

    /// <summary>The wishes are parts of an application, which a bulk insert does not write.</summary>
    public void WriteWishes(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO preschool_ApplicationWishes (ApplicationId, InstitutionId, \"Order\") VALUES ($a, $i, $o)";
        var (application, institution, order) = (command.Parameters.Add("$a", SqliteType.Text), command.Parameters.Add("$i", SqliteType.Text), command.Parameters.Add("$o", SqliteType.Integer));
        command.Prepare();
        foreach (var wish in _wishes)
        {
            (application.Value, institution.Value, order.Value) = (Text(wish.Application), Text(wish.Institution), wish.Order);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
        _wishes.Clear();
        _wishes.TrimExcess();
    }

    /// <summary>As the provider stores an identity.</summary>
    public static string Text(Guid id) => id.ToString("D").ToUpperInvariant();

    private static Guid Id(int kind, int number) => new(number, (short)kind, 0, 1, 2, 3, 4, 5, 6, 7, 8);

    private static async Task Insert<T>(ModuleDbContext db, IEnumerable<T> rows)
        where T : Entity
    {
        await db.InTransaction(token => db.BulkInsert(rows.ToAsyncEnumerable(), Id(0, 1), token), CancellationToken.None);
        db.ChangeTracker.Clear();
    }

    private IEnumerable<Institution> Gardens() => Enumerable.Range(0, Kindergartens).Select(n =>
    {
        var name = new LocalizedText($"№{n + 1} балабақша", $"Детский сад №{n + 1}", $"Kindergarten No. {n + 1}");
        var passport = new InstitutionPassport(null, name, "kindergarten", Ownership.State, null, InstructionLanguages.Kk, null, false, null);
        return new Institution(passport, Territories[n % Territories.Count], null, null) { Id = Id(1, n) };
    });

    /// <summary>Of each year of birth one; Kazakh in two of three kindergartens; none to three open places.</summary>
    private static IEnumerable<Group> Groups() => Enumerable.Range(0, Kindergartens * GroupsEach).Select(n =>
    {
        var (garden, year) = (n / GroupsEach, FirstYear + (n % GroupsEach));
        var group = new Group(Id(1, garden), 2026, (n % GroupsEach).ToString(CultureInfo.InvariantCulture), year, LanguageOf(garden), GroupProfile.General, 25) { Id = Id(2, n) };
        group.Publish(n * 7 % 4);
        return group;
    });

    private static GroupLanguage LanguageOf(int number) => number / 97 % 3 < 2 ? GroupLanguage.Kk : GroupLanguage.Ru;

    /// <summary>By turns, so that every territory has its share; its events in order of time.</summary>
    private IEnumerable<QueueApplication> Queue(int place, string rules, QueueHead head, List<QueueEvent> events)
    {
        for (var n = place; n < Applications; n += Territories.Count)
        {
            yield return Apply(n, place, rules, head, events);
        }
    }

    private QueueApplication Apply(int n, int place, string rules, QueueHead head, List<QueueEvent> events)
    {
        var mixed = (int)((n * 2654435761L) & 0xFFFFFF);
        var born = new DateOnly(FirstYear + (mixed % GroupsEach), 1 + (mixed / 5 % 8), 1 + (mixed / 60 % 28));
        var pool = new PoolKey(Territories[place], born.Year, LanguageOf(mixed), GroupProfile.General);
        var at = Since.AddSeconds(n * 130L);
        var rank = (mixed % 20) switch { 0 => QueueRank.Extraordinary, < 4 => QueueRank.Priority, _ => QueueRank.General };
        var wishes = Wishes(mixed, place);
        var application = new QueueApplication((n + 1).ToString("D8", CultureInfo.InvariantCulture), pool, born) { Id = Id(3, n) };
        void Happens(QueueEventKind kind, QueueFact fact)
        {
            application.Take(kind, fact, at);
            events.Add(head.Append(pool, kind, application.Id, fact, rules, at));
        }

        Happens(QueueEventKind.Registered, new() { Rank = rank, AppliedAt = at, BornOn = born, Wishes = wishes });
        if (n % EnrolledEach == 1)
        {
            Happens(QueueEventKind.Offered, new() { GroupId = Id(2, GroupsEach * (n % Kindergartens)) });
            Happens(QueueEventKind.Confirmed, new());
            Happens(QueueEventKind.Enrolled, new());
        }
        else if (n % 50 == 0)
        {
            Waiting.Add((application.Id, application.Number, born, pool.TerritoryCode));
        }

        _wishes.AddRange(wishes.Select((institution, order) => (application.Id, institution, order)));
        return application;
    }

    /// <summary>One to three kindergartens of the territory.</summary>
    private List<Guid> Wishes(int mixed, int place)
    {
        var here = ((Kindergartens - 1 - place) / Territories.Count) + 1;
        return [.. Enumerable.Range(0, 1 + (mixed % 3)).Select(w => Id(1, place + (Territories.Count * ((mixed + (w * 5)) % here)))).Distinct()];
    }
}
