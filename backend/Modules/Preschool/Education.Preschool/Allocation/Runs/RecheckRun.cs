using Education.Preschool.Allocation.Engine;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Runs;

internal sealed record RecheckRunQuery(Guid Id) : IQuery<RecheckRunResult>;

/// <param name="Compared">Places compared.</param>
/// <param name="Differences">The first that differ; none when the run followed the rules.</param>
internal sealed record RecheckRunResult(Guid Id, bool Matches, int Compared, IReadOnlyList<RecheckDifference> Differences);

/// <param name="Expected">Winner's and next key by the log.</param>
/// <param name="Found">Winner's and next key of the run.</param>
internal sealed record RecheckDifference(int Order, string Pool, string? Expected, string? Found);

/// <summary>Computes a run anew from the log alone, as of the moment of its draft, by the rules it names.</summary>
internal sealed class RecheckRunHandler(PreschoolDbContext db, QueueRulesBook book) : IQueryHandler<RecheckRunQuery, RecheckRunResult>
{
    private const int Shown = 20;

    public async Task<RecheckRunResult> Handle(RecheckRunQuery query, CancellationToken cancellationToken)
    {
        var run = await db.Scoped<AllocationRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == query.Id, cancellationToken)
            ?? throw new NotFound("AllocationRun", query.Id);
        if (run.State == RunState.Computing)
        {
            throw new RuleViolation("preschool.run-state", run.State);
        }

        var versions = await book.Versions(cancellationToken);
        var queues = await db.Scoped<RunQueue>().AsNoTracking().Where(q => q.RunId == run.Id).OrderBy(q => q.TerritoryCode)
            .Select(q => new { q.TerritoryCode, q.Sequence, q.Rules }).ToListAsync(cancellationToken);
        var boards = new Dictionary<string, TerritoryBoard>(StringComparer.Ordinal);
        foreach (var queue in queues)
        {
            var board = new TerritoryBoard(queue.TerritoryCode);
            await QueueBoards.CatchUp(db, board, queue.Sequence, cancellationToken);
            boards.Add(queue.TerritoryCode, board);
        }

        var places = RunInput.InOrder((await db.Scoped<RunPlaces>().AsNoTracking().Where(p => p.RunId == run.Id).ToListAsync(cancellationToken))
            .Select(p => new OpenPlaces(p.GroupId, p.InstitutionId, PoolKey.Parse(p.Pool), p.Count)));
        var vouchers = await db.Scoped<RunPool>().Where(p => p.RunId == run.Id).ToDictionaryAsync(p => p.Pool, p => p.VouchersOut, cancellationToken);
        var plan = RunPlan.Of(
            [.. queues.Select(q => new QueueOfRun(q.TerritoryCode, q.Sequence, versions[q.Rules]))], places,
            pool => boards[pool.TerritoryCode].Pools.GetValueOrDefault(pool), vouchers, run.Day);
        var found = await db.Scoped<RunProposal>().AsNoTracking().Where(p => p.RunId == run.Id).OrderBy(p => p.Order).ToListAsync(cancellationToken);
        return Compare(run.Id, [.. RunPlan.Proposals(run.Id, plan)], found);
    }

    private static RecheckRunResult Compare(Guid id, List<RunProposal> expected, List<RunProposal> found)
    {
        var count = Math.Max(expected.Count, found.Count);
        var differences = Enumerable.Range(0, count).Select(i => (Expected: expected.ElementAtOrDefault(i), Found: found.ElementAtOrDefault(i)))
            .Where(p => Text(p.Expected) != Text(p.Found)).ToList();
        return new(id, differences.Count == 0, count, [.. differences.Take(Shown).Select(p =>
            new RecheckDifference((p.Expected ?? p.Found)!.Order, (p.Expected ?? p.Found)!.Pool, Text(p.Expected), Text(p.Found)))]);
    }

    private static string? Text(RunProposal? row) =>
        row is null ? null : $"{row.Pool} {row.GroupId} {new QueueKey(row.Rank, row.AppliedAt, row.ApplicationId)} → {row.NextKey} ({row.Rules})";
}

internal static class RecheckRunEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/allocation/runs/{id:guid}/recheck", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new RecheckRunQuery(id), token))
        .WithName("RecheckAllocationRun").WithSummary("Computes a run anew from the log and compares").RequirePermission(PreschoolPermissions.Read);
}
