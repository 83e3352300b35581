using Education.Preschool.Queue;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Runs;

internal sealed record ListRunsQuery : ListQuery, IQuery<PagedResult<RunRow>>
{
    public RunState? State { get; init; }

    /// <summary>КАТО code of the run's own territory.</summary>
    public string? Territory { get; init; }
}

/// <param name="MadeByMe">The reader made it: somebody else must approve.</param>
internal sealed record RunRow(
    Guid Id, long Version, string TerritoryCode, LocalizedText TerritoryName, DateOnly Day, RunState State, bool MadeByMe, Guid? JobId, int Waiting, int Places,
    int Proposed, DateTime CreatedAt, DateTime? PublishedAt) : IVersioned;

internal sealed class ListRunsHandler(PreschoolDbContext db, RunView view) : IQueryHandler<ListRunsQuery, PagedResult<RunRow>>
{
    private static readonly SortMap<AllocationRun> Sorts = new SortMap<AllocationRun>(r => r.Id)
        .By("createdAt", r => r.CreatedAt).By("day", r => r.Day).By("state", r => r.State).By("territory", r => r.TerritoryCode);

    public async Task<PagedResult<RunRow>> Handle(ListRunsQuery query, CancellationToken cancellationToken)
    {
        var runs = db.Scoped<AllocationRun>().AsNoTracking();
        runs = query.State is { } state ? runs.Where(r => r.State == state) : runs;
        runs = query.Territory is { Length: > 0 } territory ? runs.Where(r => r.TerritoryCode == territory) : runs;
        var page = await runs.ToPage(query, Sorts, "-createdAt", rows => rows, cancellationToken);
        return new(await view.Rows(page.Items, cancellationToken), page.Page, page.PageSize, page.Total);
    }
}

/// <summary>How a run is shown.</summary>
internal sealed class RunView(QueueNames queueNames, CurrentUser user)
{
    public async Task<IReadOnlyList<RunRow>> Rows(IReadOnlyList<AllocationRun> runs, CancellationToken cancellationToken)
    {
        var names = await queueNames.Territories(runs.Select(r => r.TerritoryCode), cancellationToken);
        return [.. runs.Select(r => new RunRow(
            r.Id, r.Version, r.TerritoryCode, names[r.TerritoryCode],
            r.Day, r.State, r.MadeBy == user.Id, r.JobId, r.Waiting, r.Places, r.Proposed, r.CreatedAt, r.PublishedAt))];
    }

    public async Task<RunRow> Row(AllocationRun run, CancellationToken cancellationToken) => (await Rows([run], cancellationToken))[0];
}

internal static class ListRunsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/allocation/runs", ([AsParameters] ListRunsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListAllocationRuns").WithSummary("Allocation runs with their states").AcceptsQuery<ListRunsQuery>()
        .RequirePermission(PreschoolPermissions.Read);
}
