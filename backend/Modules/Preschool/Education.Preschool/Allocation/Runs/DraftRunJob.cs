using Education.BuildingBlocks.Jobs;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Runs;

internal sealed record RunJobArgs(Guid RunId);

internal sealed record RunOutcome(Guid RunId, int Offers);

/// <summary>Makes the draft, in one transaction: what it read and what it proposes belong together.</summary>
internal sealed class DraftRunJob(PreschoolDbContext db, RunInput input, QueueRulesBook book) : JobHandler
{
    public const string Name = "preschool.allocation-draft";

    public override string Kind => Name;

    public override async Task<object?> Run(JobContext job, CancellationToken cancellationToken)
    {
        var runId = job.Args<RunJobArgs>().RunId;
        try
        {
            return await db.InTransaction(token => Draft(runId, job, token), cancellationToken);
        }
        catch (RuleViolation)
        {
            db.ChangeTracker.Clear();
            (await db.Scoped<AllocationRun>().SingleAsync(r => r.Id == runId, cancellationToken)).Discard();
            await db.SaveChangesAsync(cancellationToken);
            throw;
        }
    }

    private async Task<RunOutcome> Draft(Guid runId, JobContext job, CancellationToken cancellationToken)
    {
        var run = await db.Scoped<AllocationRun>().SingleAsync(r => r.Id == runId, cancellationToken);
        if (run.State != RunState.Computing)
        {
            return new(run.Id, run.Proposed);
        }

        job.Report(5, "preschool.step.read");
        var queues = await input.Queues(run.TerritoryCode, run.Day, cancellationToken);
        if (queues.Count == 0)
        {
            throw new RuleViolation("preschool.run-no-queue");
        }

        foreach (var rules in queues.Select(q => q.Rules).DistinctBy(r => r.Version))
        {
            await book.Keep(rules, cancellationToken);
        }

        List<string> codes = [.. queues.Select(q => q.TerritoryCode)];
        var places = await input.Places(run.TerritoryCode, codes, cancellationToken);
        await Insert(queues.Select(q => new RunQueue { RunId = runId, TerritoryCode = q.TerritoryCode, Sequence = q.Sequence, Rules = q.Rules.Version }), run, cancellationToken);
        await Insert(
            places.Select(p => new RunPlaces { RunId = runId, TerritoryCode = p.Pool.TerritoryCode, Pool = p.Pool.ToString(), GroupId = p.GroupId, InstitutionId = p.InstitutionId, Count = p.Count }),
            run, cancellationToken);
        var vouchers = await input.VouchersOut(codes, cancellationToken);
        var lines = await input.Lines(
            runId, queues.Any(q => q.Rules.Regime != QueueRegime.Voucher), queues.Any(q => q.Rules.GeneralPerPriority > 0), cancellationToken);
        job.Report(50, "preschool.step.plan");
        var pools = RunPlan.Of(queues, places, lines.GetValueOrDefault, vouchers, run.Day).ToList();
        job.Report(70, "preschool.step.write");
        await Insert(pools.Select(p => PoolRow(runId, p)), run, cancellationToken);
        await Insert(RunPlan.Proposals(runId, pools), run, cancellationToken);
        run.Drafted(pools.Sum(p => p.Planned.Waiting), pools.Sum(p => p.Planned.Places), pools.Sum(p => p.Planned.Offers.Count));
        await db.SaveChangesAsync(cancellationToken);
        return new(run.Id, run.Proposed);
    }

    private static RunPool PoolRow(Guid runId, PoolOfRun pool) => new()
    {
        RunId = runId, TerritoryCode = pool.Queue.TerritoryCode, Pool = pool.Planned.Pool.ToString(), Waiting = pool.Planned.Waiting,
        Eligible = pool.Planned.Eligible, Places = pool.Planned.Places, VouchersOut = pool.VouchersOut, Proposed = pool.Planned.Offers.Count,
    };

    private Task<int> Insert<T>(IEnumerable<T> rows, AllocationRun run, CancellationToken cancellationToken)
        where T : BuildingBlocks.Persistence.Entity => db.BulkInsert(rows.ToAsyncEnumerable(), run.Id, cancellationToken);
}
