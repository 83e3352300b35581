using Education.BuildingBlocks.Persistence;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;

namespace Education.Preschool.Allocation.Offers;

/// <summary>Жолдама, ваучер / направление, ваучер: a place, or the right to one, offered to a family.</summary>
internal sealed class Offer : Entity, ITerritoryScoped
{
    private Offer()
    {
    }

    public Offer(PoolKey pool, QueueKey winner, string rules, OfferWay way)
    {
        (TerritoryCode, Pool, ApplicationId, Rank, AppliedAt, Rules, Way) = (pool.TerritoryCode, pool.ToString(), winner.ApplicationId, winner.Rank, winner.AppliedAt, rules, way);
    }

    /// <summary>Нөмірі / номер: territory and place in its log, so that it leads to the event; none before the second signature.</summary>
    public string? Number { get; private set; }

    /// <summary>Whose queue.</summary>
    public string TerritoryCode { get; private set; } = "";

    public string Pool { get; private set; } = "";

    public Guid ApplicationId { get; private set; }

    /// <summary>The event of the log; 0 before the second signature.</summary>
    public long Sequence { get; private set; }

    public Guid? RunId { get; init; }

    public OfferWay Way { get; private set; }

    public Guid? GroupId { get; private set; }

    public Guid? InstitutionId { get; private set; }

    /// <summary>Winner's key.</summary>
    public int Rank { get; private set; }

    /// <summary>Winner's key.</summary>
    public DateTime AppliedAt { get; private set; }

    /// <summary>Key of the next for this place.</summary>
    public string? NextKey { get; init; }

    /// <summary>Version of the rules; its terms stay those of the day of the offer.</summary>
    public string Rules { get; private set; } = "";

    public OfferState State { get; private set; } = OfferState.Offered;

    /// <summary>Last day to act.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The one extension was used.</summary>
    public bool Extended { get; private set; }

    /// <summary>Why outside the order, as a code.</summary>
    public string? Reason { get; private set; }

    /// <summary>Why outside the order, in words: may tell of the family.</summary>
    [Personal]
    public string? ReasonText { get; private set; }

    public Guid? RequestedBy { get; private set; }

    public Guid? SignedBy { get; private set; }

    public QueueKey Winner => new(Rank, AppliedAt, ApplicationId);

    /// <summary>Holds a place or the right to one.</summary>
    public bool IsLive => State is OfferState.AwaitingSignature or OfferState.Offered or OfferState.Confirmed or OfferState.Waitlisted;

    public static string NumberOf(string territoryCode, long sequence) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{territoryCode}-{sequence}");

    public Offer At(Guid? groupId, Guid? institutionId)
    {
        (GroupId, InstitutionId) = (groupId, institutionId);
        return this;
    }

    public Offer Because(string reason, string text, Guid requestedBy)
    {
        (Reason, ReasonText, RequestedBy, State) = (reason, text, requestedBy, OfferState.AwaitingSignature);
        return this;
    }

    /// <summary>The log knows of it from now on.</summary>
    public Offer Logged(long sequence, DateOnly until, OfferState state = OfferState.Offered)
    {
        (Sequence, Number, Until, State) = (sequence, NumberOf(TerritoryCode, sequence), until, state);
        return this;
    }

    /// <summary>The second signature.</summary>
    /// <exception cref="RuleViolation"><c>preschool.offer-own-signature</c>, <c>preschool.offer-state</c>.</exception>
    public void Sign(Guid by)
    {
        Expect(OfferState.AwaitingSignature);
        if (by == RequestedBy)
        {
            throw new RuleViolation("preschool.offer-own-signature");
        }

        SignedBy = by;
    }

    public void Reject(Guid by)
    {
        Expect(OfferState.AwaitingSignature);
        (State, SignedBy) = (OfferState.Rejected, by);
    }

    public void Confirm(DateOnly today, DateOnly documentsUntil)
    {
        Expect(OfferState.Offered);
        InTime(today);
        (State, Until) = (OfferState.Confirmed, documentsUntil);
    }

    public void Decline()
    {
        if (State is not (OfferState.Offered or OfferState.Confirmed or OfferState.Waitlisted))
        {
            throw new RuleViolation("preschool.offer-state", State);
        }

        (State, Until) = (OfferState.Declined, null);
    }

    /// <exception cref="RuleViolation"><c>preschool.offer-extended</c>: only once.</exception>
    public void Extend(DateOnly today, int days)
    {
        Expect(OfferState.Confirmed);
        InTime(today);
        if (Extended || days == 0)
        {
            throw new RuleViolation("preschool.offer-extended");
        }

        (Extended, Until) = (true, today.AddDays(days));
    }

    /// <summary>The kindergarten for a voucher.</summary>
    public void Choose(DateOnly today, Guid groupId, Guid institutionId, DateOnly documentsUntil)
    {
        MayChoose(today);
        Until = State == OfferState.Waitlisted ? documentsUntil : Until;
        (GroupId, InstitutionId, State) = (groupId, institutionId, OfferState.Confirmed);
    }

    public void Wait(DateOnly today)
    {
        MayChoose(today);
        Expect(OfferState.Confirmed);
        (State, Until) = (OfferState.Waitlisted, null);
    }

    /// <exception cref="RuleViolation"><c>preschool.offer-no-kindergarten</c>: a voucher must name one first.</exception>
    public void Enrol(DateOnly today)
    {
        Expect(OfferState.Confirmed);
        InTime(today);
        if (GroupId is null)
        {
            throw new RuleViolation("preschool.offer-no-kindergarten");
        }

        (State, Until) = (OfferState.Enrolled, null);
    }

    /// <summary>The term passed, or the application left the queue.</summary>
    public void End(OfferState state) => (State, Until) = (state, null);

    private void MayChoose(DateOnly today)
    {
        if (State is not (OfferState.Confirmed or OfferState.Waitlisted))
        {
            throw new RuleViolation("preschool.offer-state", State);
        }

        InTime(today);
        if (GroupId is not null)
        {
            throw new RuleViolation("preschool.offer-chosen");
        }
    }

    private void InTime(DateOnly today)
    {
        if (Until < today)
        {
            throw new RuleViolation("preschool.offer-expired", Until);
        }
    }

    private void Expect(OfferState state)
    {
        if (State != state)
        {
            throw new RuleViolation("preschool.offer-state", State);
        }
    }
}
