using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;

namespace Education.Preschool.Allocation.Runs;

/// <summary>State of a run.</summary>
internal enum RunState
{
    /// <summary>The job works.</summary>
    Computing,

    /// <summary>Жоба / проект: to look at.</summary>
    Draft,

    /// <summary>Мақұлданды / утверждено by a second person.</summary>
    Approved,

    /// <summary>The job publishes.</summary>
    Publishing,

    /// <summary>Жарияланды / опубликовано: the offers are out.</summary>
    Published,

    /// <summary>The queue or the places moved before publication: to be computed anew.</summary>
    Stale,

    /// <summary>Given up.</summary>
    Discarded,
}

/// <summary>Орын бөлу / распределение мест: one run over the queues of a territory.</summary>
internal sealed class AllocationRun : Entity, ITerritoryScoped
{
    private AllocationRun()
    {
    }

    public AllocationRun(string territoryCode, DateOnly day, Guid madeBy)
    {
        (TerritoryCode, Day, MadeBy) = (territoryCode, day, madeBy);
    }

    /// <summary>The run goes over every queue in this territory's subtree: a city as a whole, a rayon with all its settlements (norms §1.2).</summary>
    public string TerritoryCode { get; private set; } = "";

    /// <summary>Day whose ages and rules were used.</summary>
    public DateOnly Day { get; private set; }

    public RunState State { get; private set; }

    public Guid MadeBy { get; private set; }

    public Guid? ApprovedBy { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>The job that works on it now or worked last.</summary>
    public Guid? JobId { get; private set; }

    public int Waiting { get; private set; }

    public int Places { get; private set; }

    public int Proposed { get; private set; }

    public void Work(Guid jobId) => JobId = jobId;

    public void Drafted(int waiting, int places, int proposed)
    {
        Expect(RunState.Computing);
        (State, Waiting, Places, Proposed) = (RunState.Draft, waiting, places, proposed);
    }

    /// <summary>The second person's yes.</summary>
    /// <exception cref="RuleViolation"><c>preschool.run-own-approval</c>, <c>preschool.run-state</c>, <c>preschool.run-empty</c>.</exception>
    public void Approve(Guid by)
    {
        Expect(RunState.Draft);
        if (by == MadeBy)
        {
            throw new RuleViolation("preschool.run-own-approval");
        }

        if (Proposed == 0)
        {
            throw new RuleViolation("preschool.run-empty");
        }

        (State, ApprovedBy) = (RunState.Approved, by);
    }

    public void StartPublishing(Guid jobId)
    {
        Expect(RunState.Approved);
        (State, JobId) = (RunState.Publishing, jobId);
    }

    public void Published(DateTime at)
    {
        Expect(RunState.Publishing);
        (State, PublishedAt) = (RunState.Published, at);
    }

    public void GoStale()
    {
        Expect(RunState.Publishing);
        State = RunState.Stale;
    }

    public void Discard()
    {
        if (State is RunState.Published or RunState.Publishing or RunState.Discarded)
        {
            throw new RuleViolation("preschool.run-state", State);
        }

        State = RunState.Discarded;
    }

    private void Expect(RunState state)
    {
        if (State != state)
        {
            throw new RuleViolation("preschool.run-state", State);
        }
    }
}

/// <summary>One queue of a run: up to where its log was read, and by which rules.</summary>
[NotAudited]
internal sealed class RunQueue : Entity, ITerritoryScoped
{
    public Guid RunId { get; init; }

    public required string TerritoryCode { get; init; }

    /// <summary>End of the log that the proposals were made from.</summary>
    public long Sequence { get; init; }

    /// <summary>Version of the rules.</summary>
    public required string Rules { get; init; }
}

/// <summary>One pool of a run in numbers.</summary>
[NotAudited]
internal sealed class RunPool : Entity, ITerritoryScoped
{
    public Guid RunId { get; init; }

    public required string TerritoryCode { get; init; }

    public required string Pool { get; init; }

    public int Waiting { get; init; }

    public int Eligible { get; init; }

    public int Places { get; init; }

    /// <summary>Vouchers given earlier that had no kindergarten yet.</summary>
    public int VouchersOut { get; init; }

    public int Proposed { get; init; }
}

/// <summary>Open places that a run could give: kept, so that anybody can recompute it.</summary>
[NotAudited]
internal sealed class RunPlaces : Entity, ITerritoryScoped
{
    public Guid RunId { get; init; }

    public required string TerritoryCode { get; init; }

    public required string Pool { get; init; }

    public Guid GroupId { get; init; }

    public Guid InstitutionId { get; init; }

    public int Count { get; init; }
}

/// <summary>Ұсыныс жобасы / предлагаемое место: what a run would give to whom.</summary>
[NotAudited]
internal sealed class RunProposal : Entity, ITerritoryScoped
{
    public Guid RunId { get; init; }

    /// <summary>0, 1, 2… in the order in which the places are given.</summary>
    public int Order { get; init; }

    public required string TerritoryCode { get; init; }

    public required string Pool { get; init; }

    public Guid ApplicationId { get; init; }

    /// <summary>None for a voucher.</summary>
    public Guid? GroupId { get; init; }

    public Guid? InstitutionId { get; init; }

    public int Rank { get; init; }

    public DateTime AppliedAt { get; init; }

    /// <summary>Key of the next for this place.</summary>
    public string? NextKey { get; init; }

    /// <summary>Version of the rules.</summary>
    public required string Rules { get; init; }
}
