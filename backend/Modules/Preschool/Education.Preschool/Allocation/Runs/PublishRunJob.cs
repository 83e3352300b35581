using Education.BuildingBlocks.Jobs;
using Education.Preschool.Queue;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Runs;

/// <summary>
/// Publishes an approved run in one transaction: places held, applications moved, offers and events of the log written, or nothing of it. A
/// run whose queues, rules or places moved since the draft is stale: it would give places by an order that holds no more.
/// </summary>
internal sealed class PublishRunJob(PreschoolDbContext db, RunPublication publication, TimeProvider time) : JobHandler
{
    public const string Name = "preschool.allocation-publish";

    public override string Kind => Name;

    public override async Task<object?> Run(JobContext job, CancellationToken cancellationToken)
    {
        var runId = job.Args<RunJobArgs>().RunId;
        try
        {
            return await db.InTransaction(token => Publish(runId, job, token), cancellationToken);
        }
        catch (StaleRun)
        {
            db.ChangeTracker.Clear();
            (await db.Scoped<AllocationRun>().SingleAsync(r => r.Id == runId, cancellationToken)).GoStale();
            await db.SaveChangesAsync(cancellationToken);
            throw new RuleViolation("preschool.run-stale");
        }
    }

    private async Task<RunOutcome> Publish(Guid runId, JobContext job, CancellationToken cancellationToken)
    {
        var run = await db.Scoped<AllocationRun>().SingleAsync(r => r.Id == runId, cancellationToken);
        if (run.State == RunState.Published)
        {
            return new(run.Id, run.Proposed);
        }

        job.Report(5, "preschool.step.check");
        var now = time.GetUtcNow().UtcDateTime;
        var queues = await publication.Hold(run, LocalTime.DayOf(now), cancellationToken);
        job.Report(20, "preschool.step.move");
        await publication.Move(run, queues, now, cancellationToken);
        job.Report(40, "preschool.step.write");
        await publication.Write(run, queues, now, percent => job.Report(40 + (percent * 55 / 100)), cancellationToken);
        run.Published(now);
        db.Record(nameof(AllocationRun), run.Id, "published");
        await db.SaveChangesAsync(cancellationToken);
        return new(run.Id, run.Proposed);
    }
}

/// <summary>What the run was computed from has changed.</summary>
internal sealed class StaleRun() : Exception("stale-run");
