using Education.BuildingBlocks.Persistence;
using Education.Preschool.Queue.Engine;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Queue;

/// <summary>What the slices of the desk have in common: taking an application with its queue, and the rules on persons, wishes and ranks.</summary>
internal sealed class QueueDesk(
    PreschoolDbContext db, QueueLog log, IParameters parameters, IInstitutionDirectory institutions, ITerritoryDirectory territories, IDatabaseEngine engine)
{
    private static readonly string[] Kindergartens = ["preschool", "kindergarten", "nursery-kindergarten", "school-kindergarten", "mini-centre"];

    /// <summary>Opens the queue of an application, then loads the application. Inside a transaction.</summary>
    /// <exception cref="NotFound">Unknown or outside the scope.</exception>
    /// <exception cref="StaleVersion">Somebody else saved, or it moved to another territory meanwhile.</exception>
    public async Task<(OpenQueue Queue, QueueApplication Application)> Take(Guid id, long version, CancellationToken cancellationToken)
    {
        var territory = await db.Scoped<QueueApplication>().Where(a => a.Id == id).Select(a => a.TerritoryCode).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFound("QueueApplication", id);
        var queue = await log.Open(territory, cancellationToken);
        var application = await db.Scoped<QueueApplication>().Include(a => a.Wishes).SingleAsync(a => a.Id == id, cancellationToken);
        application.ExpectVersion(version);
        return application.TerritoryCode == territory ? (queue, application) : throw new StaleVersion(application.Version);
    }

    /// <summary>Present code of a territory.</summary>
    public async Task<string> Territory(string code, CancellationToken cancellationToken) =>
        (await territories.Find([code], cancellationToken)).TryGetValue(code, out var found)
            ? found.Code
            : throw new InvalidFields("territoryCode", "preschool.territory-unknown", code);

    /// <exception cref="RuleViolation"><c>preschool.too-many-wishes</c>, <c>preschool.kindergarten-closed</c>.</exception>
    /// <exception cref="InvalidFields">No kindergarten that the user may see.</exception>
    public async Task CheckWishes(IReadOnlyList<Guid> wishes, QueueRules rules, CancellationToken cancellationToken)
    {
        if (wishes.Count > rules.MaxWishes)
        {
            throw new RuleViolation("preschool.too-many-wishes", rules.MaxWishes);
        }

        var known = wishes.Count == 0 ? null : await institutions.Find([.. wishes], cancellationToken);
        foreach (var wish in wishes)
        {
            if (!known!.TryGetValue(wish, out var found) || !Kindergartens.Contains(found.Kind))
            {
                throw new InvalidFields("wishes", "preschool.kindergarten-unknown");
            }

            if (found.IsClosed)
            {
                throw new RuleViolation("preschool.kindergarten-closed", found.Name);
            }
        }
    }

    /// <exception cref="RuleViolation"><c>preschool.child-already-queued</c>.</exception>
    public async Task CheckChild(QueueApplication application, CancellationToken cancellationToken)
    {
        if (application.ActiveChildKey is { } key && await db.HasActiveApplication(key, application.Id, cancellationToken))
        {
            throw new RuleViolation("preschool.child-already-queued");
        }
    }

    /// <summary>Saves; two desks that register the same child at the same moment meet at the unique index.</summary>
    /// <exception cref="RuleViolation"><c>preschool.child-already-queued</c>.</exception>
    public async Task Save(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (engine.IsUniqueViolation(exception))
        {
            throw new RuleViolation("preschool.child-already-queued");
        }
    }

    /// <summary>The row of a benefit in force on a day.</summary>
    /// <exception cref="InvalidFields">No such benefit that day.</exception>
    public async Task<Benefit> Benefit(string code, DateOnly day, CancellationToken cancellationToken) =>
        await db.Set<Benefit>().SingleOrDefaultAsync(b => b.Code == code && b.ValidFrom <= day && (b.ValidTo == null || b.ValidTo >= day), cancellationToken)
            ?? throw new InvalidFields("benefit", "preschool.benefit-unknown", code);

    /// <summary>Best rank of the verified benefits besides <paramref name="except"/>, or what the age gives.</summary>
    public async Task<int> RankOf(QueueApplication application, OpenQueue queue, Guid? except, CancellationToken cancellationToken) =>
        await db.Set<ApplicationBenefit>().Where(b => b.ApplicationId == application.Id && b.Status == EvidenceStatus.Verified && b.Id != except)
            .MinAsync(b => (int?)b.Rank, cancellationToken)
        ?? await RankByAge(application.BirthYear, queue, application.TerritoryCode, cancellationToken);

    /// <summary>Category by age (norms §1.2): only the voucher regime has one.</summary>
    public async Task<int> RankByAge(int birthYear, OpenQueue queue, string territory, CancellationToken cancellationToken)
    {
        if (queue.Rules.Regime != QueueRegime.Voucher)
        {
            return QueueRank.General;
        }

        async Task<int> Number(string code) => (int)(await parameters.Find(code, queue.Today, territory, cancellationToken)
            ?? throw new RuleViolation("preschool.rules-missing", code)).Value;
        var year = queue.Today.Month > await Number(QueueParameters.RefreshMonth) ? queue.Today.Year : queue.Today.Year - 1;
        return birthYear >= year - await Number(QueueParameters.YoungestYears) ? QueueRank.Youngest : QueueRank.General;
    }
}
