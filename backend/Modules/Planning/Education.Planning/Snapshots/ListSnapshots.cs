using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Snapshots;

internal sealed record ListSnapshotsQuery : ListQuery, IQuery<PagedResult<SnapshotRow>>
{
    public string? Chapter { get; init; }

    public string? Period { get; init; }

    /// <summary>КАТО code.</summary>
    public string? Territory { get; init; }
}

internal sealed record SnapshotRow(Guid Id, string Chapter, string Period, string TerritoryCode, int Number, int FigureCount, string Sha256, DateTime TakenAt);

internal sealed class ListSnapshotsHandler(PlanningDbContext db) : IQueryHandler<ListSnapshotsQuery, PagedResult<SnapshotRow>>
{
    private static readonly SortMap<Snapshot> Sorts = new SortMap<Snapshot>(s => s.Id)
        .By("period", s => s.Period).By("territory", s => s.TerritoryCode).By("number", s => s.Number).By("takenAt", s => s.CreatedAt);

    public Task<PagedResult<SnapshotRow>> Handle(ListSnapshotsQuery query, CancellationToken cancellationToken)
    {
        var snapshots = db.Scoped<Snapshot>().AsNoTracking();
        snapshots = query.Chapter is { Length: > 0 } chapter ? snapshots.Where(s => s.Chapter == chapter) : snapshots;
        snapshots = query.Period is { Length: > 0 } period ? snapshots.Where(s => s.Period == period) : snapshots;
        snapshots = query.Territory is { Length: > 0 } territory ? snapshots.Where(s => s.TerritoryCode == territory) : snapshots;
        snapshots = query.Q is { Length: > 0 } text ? snapshots.Where(s => s.Sha256.StartsWith(text) || s.Period == text) : snapshots;
        return snapshots.ToPage(
            query, Sorts, "-period,-number",
            rows => rows.Select(s => new SnapshotRow(s.Id, s.Chapter, s.Period, s.TerritoryCode, s.Number, s.FigureCount, s.Sha256, s.CreatedAt)),
            cancellationToken);
    }
}

internal static class ListSnapshotsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/snapshots", ([AsParameters] ListSnapshotsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListSnapshots").WithSummary("Kept figures, every version").AcceptsQuery<ListSnapshotsQuery>()
        .RequirePermission(PlanningPermissions.ReadReports);
}
