using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Texts = Education.BuildingBlocks.Texts;

namespace Education.Preschool.Queue;

/// <summary>The annual refresh of a territory's queue: categories by age and by the table of benefits in force (norms §1.2).</summary>
internal sealed record RefreshQueueCommand(string? TerritoryCode) : ICommand<RefreshQueueResult>;

/// <summary>The job that does it.</summary>
internal sealed record RefreshQueueResult(Guid JobId);

internal sealed class RefreshQueueValidator : AbstractValidator<RefreshQueueCommand>
{
    public RefreshQueueValidator() => RuleFor(c => c.TerritoryCode).NotEmpty().MaximumLength(9);
}

internal sealed class RefreshQueueHandler(PreschoolDbContext db, QueueDesk desk, JobSignal signal) : ICommandHandler<RefreshQueueCommand, RefreshQueueResult>
{
    public async Task<RefreshQueueResult> Handle(RefreshQueueCommand command, CancellationToken cancellationToken)
    {
        var territory = await desk.Territory(command.TerritoryCode!, cancellationToken);
        if (!await db.Scoped<QueueHead>().AnyAsync(h => h.TerritoryCode == territory, cancellationToken))
        {
            throw new NotFound("Territory", territory);
        }

        var job = db.Enqueue(RefreshQueueJob.Name, new RefreshQueueCommand(territory));
        await db.SaveChangesAsync(cancellationToken);
        signal.Raise();
        return new(job.Id);
    }
}

internal sealed class RefreshQueueJob(PreschoolDbContext db, QueueLog log, QueueDesk desk) : JobHandler
{
    public const string Name = "preschool.queue-refresh";

    public override string Kind => Name;

    /// <summary>One transaction: half a queue by the old year and half by the new would be unjust. Run again it finds nothing to do.</summary>
    public override Task<object?> Run(JobContext job, CancellationToken cancellationToken) => db.InTransaction<object?>(
        async token =>
        {
            var territory = job.Args<RefreshQueueCommand>().TerritoryCode!;
            var queue = await log.Open(territory, token);
            var ranks = await NewRanks(territory, queue, token);
            foreach (var (part, ids) in ranks.Keys.Chunk(500).Index())
            {
                job.Report(100 * part * 500 / ranks.Count);
                foreach (var application in await db.Scoped<QueueApplication>().Where(a => ids.Contains(a.Id)).OrderBy(a => a.AppliedAt).ThenBy(a => a.Id).ToListAsync(token))
                {
                    queue.Append(application, QueueEventKind.Refreshed, new() { Rank = ranks[application.Id] });
                }
            }

            await db.SaveChangesAsync(token);
            return new { changed = ranks.Count };
        },
        cancellationToken);

    private async Task<Dictionary<Guid, int>> NewRanks(string territory, OpenQueue queue, CancellationToken cancellationToken)
    {
        var active = db.Scoped<QueueApplication>().Where(a => a.TerritoryCode == territory && TicketLife.Active.Contains(a.State));
        var now = await active.Select(a => new { a.Id, a.Rank, a.BirthYear }).ToListAsync(cancellationToken);
        var today = queue.Today;
        var table = await db.Set<Benefit>().Where(b => b.ValidFrom <= today && (b.ValidTo == null || b.ValidTo >= today))
            .ToDictionaryAsync(b => b.Code, b => b.Rank, StringComparer.Ordinal, cancellationToken);
        var benefits = await db.Set<ApplicationBenefit>().Where(b => b.Status == EvidenceStatus.Verified && active.Any(a => a.Id == b.ApplicationId)).ToListAsync(cancellationToken);
        benefits.ForEach(b => b.Rerank(table.GetValueOrDefault(b.Code, b.Rank)));
        var byBenefit = benefits.GroupBy(b => b.ApplicationId).ToDictionary(g => g.Key, g => g.Min(b => b.Rank));
        var byAge = new Dictionary<int, int>();
        foreach (var year in now.Select(a => a.BirthYear).Distinct())
        {
            byAge[year] = await desk.RankByAge(year, queue, territory, cancellationToken);
        }

        return now.Select(a => (a.Id, Old: a.Rank, New: byBenefit.TryGetValue(a.Id, out var rank) ? rank : byAge[a.BirthYear]))
            .Where(a => a.Old != a.New).ToDictionary(a => a.Id, a => a.New);
    }
}

internal static class RefreshQueueEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/queue/refresh", async (RefreshQueueCommand command, IDispatcher dispatcher, CancellationToken token) =>
            TypedResults.Accepted((string?)null, await dispatcher.Send(command, token)))
        .WithName("RefreshQueue").WithSummary("Starts the annual refresh of a territory's queue by age and benefits")
        .WithIdempotency().RequirePermission(PreschoolPermissions.WriteQueue);
}
