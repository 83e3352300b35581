using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Offers;

/// <summary>
/// What the clock does to offers whose term passed, queue by queue (norms §1.2). An offer without answer: R1 back into the line and the place
/// open to everybody; R2 and R3 inactive. Documents not brought: R1 stop-list; R2 and R3 inactive. And places of applications that left the
/// queue are open again.
/// </summary>
internal sealed class OfferDuty(PreschoolDbContext db, QueueLog log, QueueRulesBook book) : IQueueDuty
{
    public async Task Run(DateOnly today, CancellationToken cancellationToken)
    {
        var territories = await Due(today).Select(o => o.TerritoryCode).Distinct().Order().ToListAsync(cancellationToken);
        foreach (var territory in territories)
        {
            await db.InTransaction(token => Lapse(territory, today, token), cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> Lapse(string territory, DateOnly today, CancellationToken cancellationToken)
    {
        var queue = await log.Open(territory, cancellationToken);
        var due = Due(today).Where(o => o.TerritoryCode == territory);
        var versions = await book.Versions(cancellationToken);
        var bulletin = versions.Values.Where(r => r.Regime == QueueRegime.Bulletin).Select(r => r.Version).ToList();
        await Release(due, due.Where(o => o.State == OfferState.Offered && bulletin.Contains(o.Rules)), cancellationToken);
        var offers = await due.ToListAsync(cancellationToken);
        var applications = await db.Scoped<QueueApplication>().Where(a => due.Select(o => o.ApplicationId).Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, cancellationToken);
        foreach (var offer in offers)
        {
            var application = applications[offer.ApplicationId];
            if (!TicketLife.IsActive(application.State))
            {
                offer.End(OfferState.Withdrawn);
                continue;
            }

            var rules = versions[offer.Rules];
            var fact = new QueueFact { OfferId = offer.Id, GroupId = offer.GroupId, Reason = offer.State == OfferState.Offered ? "no-answer" : "no-documents" };
            var (kind, until) = Outcome(offer.State, rules, today);
            offer.End(offer.State == OfferState.Offered ? OfferState.Lapsed : OfferState.Annulled);
            queue.Append(application, kind, fact with { Until = until });
        }

        await db.SaveChangesAsync(cancellationToken);
        return offers.Count;
    }

    public static (QueueEventKind Kind, DateOnly? Until) Outcome(OfferState state, QueueRules rules, DateOnly today)
    {
        var days = rules.Regime != QueueRegime.Bulletin ? rules.RestoreDays : state == OfferState.Confirmed ? rules.StopListDays : 0;
        return days == 0
            ? (QueueEventKind.Returned, null)
            : (rules.Regime == QueueRegime.Bulletin ? QueueEventKind.StopListed : QueueEventKind.Inactivated, today.AddDays(days));
    }

    /// <summary>Live offers whose term passed, and those of applications that are no more.</summary>
    private IQueryable<Offer> Due(DateOnly today)
    {
        var gone = db.Scoped<QueueApplication>()
            .Where(a => a.State == TicketState.Withdrawn || a.State == TicketState.Removed).Select(a => a.Id);
        return db.Scoped<Offer>().Where(o =>
            ((o.State == OfferState.Offered || o.State == OfferState.Confirmed) && o.Until < today)
            || ((o.State == OfferState.Offered || o.State == OfferState.Confirmed || o.State == OfferState.Waitlisted || o.State == OfferState.AwaitingSignature)
                && gone.Contains(o.ApplicationId)));
    }

    /// <summary>All held places of the queue in one statement; those of unanswered bulletin offers are open to everybody from now on.</summary>
    private Task<int> Release(IQueryable<Offer> due, IQueryable<Offer> toAll, CancellationToken cancellationToken) => db.Scoped<Group>()
        .Where(g => due.Where(o => o.GroupId != null).Select(o => o.GroupId!.Value).Contains(g.Id))
        .ExecuteUpdateAsync(
            set => set.SetProperty(g => g.Open, g => g.Open + due.Count(o => o.GroupId == g.Id)).SetProperty(g => g.Held, g => g.Held - due.Count(o => o.GroupId == g.Id))
                .SetProperty(g => g.OpenToAll, g => g.OpenToAll + toAll.Count(o => o.GroupId == g.Id)).SetProperty(g => g.Version, g => g.Version + 1),
            cancellationToken);
}
