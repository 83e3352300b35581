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
        await ForEach(EvidenceExpired(today), (queue, application, token) => EndExpired(queue, application, today, token), cancellationToken);
        await ForEach(
            db.WithState(TicketState.Inactive).Where(a => a.StateUntil < today),
            (queue, application, _) => Append(queue, application, QueueEventKind.Withdrawn, "restore-term-passed"), cancellationToken);
        await ForEach(
            db.WithState(TicketState.StopListed).Where(a => a.StateUntil < today),
            (queue, application, _) => Append(queue, application, QueueEventKind.Returned, "stop-list-over"), cancellationToken);
        foreach (var territory in await db.QueueHeads.Select(h => h.TerritoryCode).ToListAsync(cancellationToken))
        {
            // The limit is the territory's own.
            var latest = today.AddYears(-(await rules.In(territory, today, cancellationToken)).MaxAgeYears);
            await ForEach(
                db.WithStates(MayAgeOut).Where(a => a.TerritoryCode == territory && a.BornOn <= latest),
                (queue, application, _) => Append(queue, application, QueueEventKind.Removed, "too-old"), cancellationToken);
        }
    }

    private static Task Append(OpenQueue queue, QueueApplication application, QueueEventKind kind, string reason)
    {
        queue.Append(application, kind, new() { Reason = reason });
        return Task.CompletedTask;
    }

    private IQueryable<QueueApplication> EvidenceExpired(DateOnly today) => db.WithStates(TicketLife.Active)
        .Where(a => db.Set<ApplicationBenefit>().Any(b => b.ApplicationId == a.Id && b.Status == EvidenceStatus.Verified && b.ValidTo < today));

    private async Task EndExpired(OpenQueue queue, QueueApplication application, DateOnly today, CancellationToken cancellationToken)
    {
        var verified = await db.Set<ApplicationBenefit>()
            .Where(b => b.ApplicationId == application.Id && b.Status == EvidenceStatus.Verified).ToListAsync(cancellationToken);
        var expired = verified.FindAll(b => b.ValidTo < today);
        var kept = verified.Except(expired).Select(b => (int?)b.Rank).Min();
        var rank = kept ?? await desk.RankByAge(application.BirthYear, queue, application.TerritoryCode, cancellationToken);
        foreach (var benefit in expired)
        {
            benefit.End("expired");
            queue.Append(application, QueueEventKind.BenefitEnded, new() { Rank = rank, Benefit = benefit.Code, Reason = "expired" });
        }
    }

    /// <summary>Batch by batch, each with its territory's queue open, so that a desk never waits long. What was acted on is no longer due.</summary>
    private async Task ForEach(
        IQueryable<QueueApplication> due, Func<OpenQueue, QueueApplication, CancellationToken, Task> act, CancellationToken cancellationToken)
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
                        foreach (var application in applications)
                        {
                            await act(queue, application, token);
                        }

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
