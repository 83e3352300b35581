using System.Globalization;
using Education.Preschool.Groups;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Queue;

/// <summary>The demo department's queue: invented applications of the last two years in Karaganda, the same on the same day.</summary>
internal static class QueueDemo
{
    private const string City = "351000000";
    private const int Applications = 600;
    private const int Days = 720;

    private static readonly string[] Children = ["Айару", "Алихан", "Аружан", "Дамир", "Ерасыл", "Жания", "Инкар", "Мирас", "Нурай", "Санжар", "Артём", "Вероника", "Кирилл", "Полина"];
    private static readonly string[] Families = ["Үлгі", "Сынақ", "Мысал", "Образцова", "Примерная", "Тестова"];
    private static readonly string[] Benefits = ["military", "special-bodies", "large-family", "child-disability", "special-needs", "teacher"];

    public static async Task Load(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        if (await db.Scoped<QueueApplication>().AnyAsync(cancellationToken))
        {
            return;
        }

        var (log, book) = (services.GetRequiredService<QueueLog>(), services.GetRequiredService<QueueRulesBook>());
        await db.InTransaction(
            async token =>
            {
                var head = (await log.Open(City, token)).Head;
                var kindergartens = await db.Scoped<Group>().Select(g => g.InstitutionId).Distinct().OrderBy(i => i).Take(60).ToListAsync(token);
                var random = new Random(2017);
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
                var times = Enumerable.Range(0, Applications).Select(_ => now.AddMinutes(-random.Next(60, Days * 24 * 60))).Order();
                foreach (var (index, at) in times.Index())
                {
                    var rules = await book.In(City, LocalTime.DayOf(at), token);
                    await book.Keep(rules, token);
                    Apply(db, new OpenQueue(db, head, rules, at), index, random, kindergartens);
                }

                await db.SaveChangesAsync(token);
                return 0;
            },
            cancellationToken);
    }

    private static void Apply(PreschoolDbContext db, OpenQueue queue, int index, Random random, List<Guid> kindergartens)
    {
        // Up to three and a half years when it applied, so that none is of school age now.
        var bornOn = queue.Today.AddDays(-random.Next(20, 1280));
        var pool = new PoolKey(City, bornOn.Year, random.Next(100) < 62 ? GroupLanguage.Kk : GroupLanguage.Ru, random.Next(100) < 96 ? GroupProfile.General : "severe-speech");
        var application = new QueueApplication(ApplicationNumber.Of(10_000_000 + (int)((index * 71_234_567L) % 90_000_000)), pool, bornOn);
        application.Identify(new(
            null, string.Create(CultureInfo.InvariantCulture, $"ДЕМО {index + 1:D6}"), $"{Families[random.Next(Families.Length)]} {Children[random.Next(Children.Length)]}",
            "Үлгі ата-ана / Условный родитель", string.Create(CultureInfo.InvariantCulture, $"+7 700 000 {index / 100:D2} {index % 100:D2}")));
        Guid[] wishes = kindergartens.Count == 0 ? [] : [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => kindergartens[random.Next(kindergartens.Count)]).Distinct()];
        queue.Append(application, QueueEventKind.Registered, new() { Rank = QueueRank.General, AppliedAt = queue.Now, BornOn = bornOn, Wishes = wishes });
        db.Add(application);
        if (random.Next(100) < 14)
        {
            Favour(db, queue, application, Benefits[random.Next(Benefits.Length)], index);
        }
        else if (random.Next(100) < 5)
        {
            queue.Append(application, QueueEventKind.Withdrawn, new() { Reason = "family" });
        }
    }

    private static void Favour(PreschoolDbContext db, OpenQueue queue, QueueApplication application, string code, int index)
    {
        var rank = code is "military" or "special-bodies" ? QueueRank.Extraordinary : QueueRank.Priority;
        var terms = new Benefit(code, new DateOnly(2010, 1, 1), new(new(code, code), rank, null, EvidenceChannel.Manual, code));
        var number = string.Create(CultureInfo.InvariantCulture, $"Д-{index + 1}");
        var evidence = new ApplicationBenefit(application.Id, terms, new("Анықтама / справка", number, queue.Today, null), queue.Today);
        evidence.Verify(EvidenceChannel.Manual, true, Guid.Empty, queue.Now);
        db.Add(evidence);
        queue.Append(application, QueueEventKind.BenefitGranted, new() { Rank = rank, Benefit = code });
    }
}
