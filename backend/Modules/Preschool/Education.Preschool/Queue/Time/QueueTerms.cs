using Education.Preschool.Queue.Engine;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Queue;

/// <summary>Terms of applications that ran out: evidence, the term to restore, the stop-list, the age (norms §1.2, §1.3).</summary>
internal sealed class QueueTerms(PreschoolDbContext db, QueueLog log, QueueDesk desk, QueueRulesBook rules)
{
    private const int Batch = 500;

    private static readonly TicketState[] MayAgeOut = [TicketState.Waiting, TicketState.StopListed, TicketState.Inactive];

    public async Task Run(DateOnly today, CancellationToken cancellationToken)
    {
        await ForEach(EvidenceExpired(today), (queue, applications, token) => EndExpired(queue, applications, today, token), cancellationToken);
        await ForEach(
            db.WithState(TicketState.Inactive).Where(a => a.StateUntil < today),
            (queue, applications, _) => Append(queue, applications, QueueEventKind.Withdrawn, "restore-term-passed"), cancellationToken);
        await ForEach(
            db.WithState(TicketState.StopListed).Where(a => a.StateUntil < today),
            (queue, applications, _) => Append(queue, applications, QueueEventKind.Returned, "stop-list-over"), cancellationToken);
        foreach (var territory in await db.QueueHeads.Select(h => h.TerritoryCode).ToListAsync(cancellationToken))
        {
            // The limit is the territory's own.
            var latest = today.AddYears(-(await rules.In(territory, today, cancellationToken)).MaxAgeYears);
            await ForEach(
                db.WithStates(MayAgeOut).Where(a => a.TerritoryCode == territory && a.BornOn <= latest),
                (queue, applications, _) => Append(queue, applications, QueueEventKind.Removed, "too-old"), cancellationToken);
        }
    }

    private static Task Append(OpenQueue queue, IReadOnlyList<QueueApplication> applications, QueueEventKind kind, string reason)
    {
        foreach (var application in applications)
        {
            queue.Append(application, kind, new() { Reason = reason });
        }

        return Task.CompletedTask;
    }

    private IQueryable<QueueApplication> EvidenceExpired(DateOnly today) => db.WithStates(TicketLife.Active)
        .Where(a => db.Set<ApplicationBenefit>().Any(b => b.ApplicationId == a.Id && b.Status == EvidenceStatus.Verified && b.ValidTo < today));

    private async Task EndExpired(OpenQueue queue, IReadOnlyList<QueueApplication> applications, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = applications.Select(a => a.Id).ToList();
        var verified = (await db.Set<ApplicationBenefit>().Where(b => ids.Contains(b.ApplicationId) && b.Status == EvidenceStatus.Verified)
            .OrderBy(b => b.Id).ToListAsync(cancellationToken)).ToLookup(b => b.ApplicationId);
        var byAge = new Dictionary<int, int>();
        foreach (var application in applications)
        {
            var kept = verified[application.Id].Where(b => !(b.ValidTo < today)).Select(b => (int?)b.Rank).Min();
            if (kept is null && !byAge.ContainsKey(application.BirthYear))
            {
                byAge.Add(application.BirthYear, await desk.RankByAge(application.BirthYear, queue, application.TerritoryCode, cancellationToken));
            }

            var rank = kept ?? byAge[application.BirthYear];
            foreach (var benefit in verified[application.Id].Where(b => b.ValidTo < today))
            {
                benefit.End("expired");
                queue.Append(application, QueueEventKind.BenefitEnded, new() { Rank = rank, Benefit = benefit.Code, Reason = "expired" });
            }
        }
    }

    /// <summary>Batch by batch, each with its territory's queue open, so that a desk never waits long. What was acted on is no longer due.</summary>
    private async Task ForEach(
        IQueryable<QueueApplication> due, Func<OpenQueue, IReadOnlyList<QueueApplication>, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        foreach (var territory in await due.Select(a => a.TerritoryCode).Distinct().ToListAsync(cancellationToken))
        {
            int done;
            do
            {
                db.ChangeTracker.Clear();
                done = await db.InTransaction(
                    async token =>
                    {
                        var queue = await log.Open(territory, token);
                        var applications = await due.Where(a => a.TerritoryCode == territory).OrderBy(a => a.Id).Take(Batch).ToListAsync(token);
                        await act(queue, applications, token);
                        await db.SaveChangesAsync(token);
                        return applications.Count;
                    },
                    cancellationToken);
            }
            while (done == Batch);
        }

        db.ChangeTracker.Clear();
    }
}
