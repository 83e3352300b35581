using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Offers;

internal sealed record OfferResult(Guid Id, long Version, string? Number, OfferState State, DateOnly? Until) : IVersioned
{
    public static OfferResult Of(Offer offer) => new(offer.Id, offer.Version, offer.Number, offer.State, offer.Until);
}

/// <summary>One offer or application in hand, its queue held until the end of the transaction.</summary>
/// <param name="Rules">Those of the day of the offer; for a new one those of today.</param>
internal sealed record OfferStep(OpenQueue Queue, QueueApplication Application, Offer? Held, QueueRules Rules)
{
    /// <summary>The offer in hand.</summary>
    public Offer Offer => Held!;

    /// <summary>Moves the application by an event about the offer.</summary>
    public QueueEvent Append(QueueEventKind kind, DateOnly? until = null, string? reason = null) => Log(Offer, kind, until, reason);

    public QueueEvent Log(Offer offer, QueueEventKind kind, DateOnly? until, string? reason = null) =>
        Queue.Append(Application, kind, new() { OfferId = offer.Id, GroupId = offer.GroupId, Until = until, Reason = reason });
}

/// <summary>
/// Takes an offer in hand: the end of its queue's log first, so that whoever touches the same queue waits; then everything read anew; one save.
/// </summary>
internal sealed class OfferDesk(PreschoolDbContext db, QueueLog log, QueueRulesBook book, PlaceLedger places, IWorkCalendar calendar)
{
    /// <summary>Acts on an offer.</summary>
    public Task<OfferResult> Act(Guid offerId, long version, Func<OfferStep, CancellationToken, Task> act, CancellationToken cancellationToken) => db.InTransaction(
        async token =>
        {
            var territory = await db.Scoped<Offer>().Where(o => o.Id == offerId).Select(o => o.TerritoryCode).SingleOrDefaultAsync(token)
                ?? throw new NotFound("Offer", offerId);
            var queue = await log.Open(territory, token);
            var offer = await db.Scoped<Offer>().SingleAsync(o => o.Id == offerId, token);
            offer.ExpectVersion(version);
            var application = await db.Scoped<QueueApplication>().Include(a => a.Wishes).SingleAsync(a => a.Id == offer.ApplicationId, token);
            var rules = await book.Version(offer.Rules, token) ?? queue.Rules;
            await act(new(queue, application, offer, rules), token);
            await db.SaveChangesAsync(token);
            return OfferResult.Of(offer);
        },
        cancellationToken);

    /// <summary>Makes a new offer for an application that waits and has none.</summary>
    /// <exception cref="RuleViolation"><c>preschool.offer-exists</c>, <c>preschool.application-state</c>, <c>preschool.age-unfit</c>.</exception>
    public Task<OfferResult> Make(Guid applicationId, Func<OfferStep, CancellationToken, Task<Offer>> make, CancellationToken cancellationToken) => db.InTransaction(
        async token =>
        {
            var territory = await db.Scoped<QueueApplication>().Where(a => a.Id == applicationId).Select(a => a.TerritoryCode).SingleOrDefaultAsync(token)
                ?? throw new NotFound("Application", applicationId);
            var queue = await log.Open(territory, token);
            var application = await db.Scoped<QueueApplication>().Include(a => a.Wishes).SingleAsync(a => a.Id == applicationId, token);
            if (application.State != TicketState.Waiting)
            {
                throw new RuleViolation("preschool.application-state", application.State);
            }

            if (!queue.Rules.AgeFits(application.BornOn, queue.Today))
            {
                throw new RuleViolation("preschool.age-unfit", queue.Rules.MinAgeMonths, queue.Rules.MaxAgeYears);
            }

            if (await db.Scoped<Offer>().AnyAsync(o => o.ApplicationId == applicationId && o.State == OfferState.AwaitingSignature, token))
            {
                throw new RuleViolation("preschool.offer-exists");
            }

            var offer = await make(new(queue, application, null, queue.Rules), token);
            db.Add(offer);
            await db.SaveChangesAsync(token);
            return OfferResult.Of(offer);
        },
        cancellationToken);

    public Task<DateOnly> AnswerUntil(OfferStep step, CancellationToken cancellationToken) =>
        calendar.AddWorkingDays(step.Queue.Today, step.Rules.ConfirmDays, cancellationToken);

    public Task<DateOnly> DocumentsUntil(OfferStep step, CancellationToken cancellationToken) =>
        calendar.AddWorkingDays(step.Queue.Today, step.Rules.DocumentDays, cancellationToken);

    /// <summary>The place, if one is held, is open again.</summary>
    public Task Release(Offer offer, CancellationToken cancellationToken) =>
        offer.GroupId is { } group ? places.Release(group, cancellationToken) : Task.CompletedTask;
}
