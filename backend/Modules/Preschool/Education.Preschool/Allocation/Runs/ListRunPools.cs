using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Runs;

internal sealed record ListRunPoolsQuery : ListQuery, IQuery<PagedResult<RunPoolRow>>
{
    public Guid? Run { get; init; }
}

/// <param name="Left">Wait on after the run.</param>
internal sealed record RunPoolRow(
    string Pool, string TerritoryCode, LocalizedText TerritoryName, int BirthYear, GroupLanguage Language, LocalizedText Profile, int Waiting, int Eligible, int Places, int VouchersOut,
    int Proposed, int Left);

internal sealed class ListRunPoolsValidator : AbstractValidator<ListRunPoolsQuery>
{
    public ListRunPoolsValidator() => RuleFor(q => q.Run).NotNull();
}

internal sealed class ListRunPoolsHandler(PreschoolDbContext db, QueueNames queueNames) : IQueryHandler<ListRunPoolsQuery, PagedResult<RunPoolRow>>
{
    private static readonly SortMap<RunPool> Sorts = new SortMap<RunPool>(p => p.Id)
        .By("pool", p => p.Pool).By("waiting", p => p.Waiting).By("places", p => p.Places).By("proposed", p => p.Proposed);

    public async Task<PagedResult<RunPoolRow>> Handle(ListRunPoolsQuery query, CancellationToken cancellationToken)
    {
        var pools = db.Scoped<RunPool>().AsNoTracking().Where(p => p.RunId == query.Run);
        var page = await pools.ToPage(query, Sorts, "pool", rows => rows, cancellationToken);
        var names = await queueNames.Territories(page.Items.Select(p => p.TerritoryCode), cancellationToken);
        return new([.. page.Items.Select(p => Row(p, names[p.TerritoryCode]))], page.Page, page.PageSize, page.Total);
    }

    private static RunPoolRow Row(RunPool row, LocalizedText territory)
    {
        var pool = PoolKey.Parse(row.Pool);
        return new(
            row.Pool, row.TerritoryCode, territory, pool.BirthYear, pool.Language,
            GroupProfile.Find(pool.Profile)?.Name ?? new(pool.Profile, pool.Profile, pool.Profile),
            row.Waiting, row.Eligible, row.Places, row.VouchersOut, row.Proposed, row.Waiting - row.Proposed);
    }
}

internal static class ListRunPoolsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/allocation/pools", ([AsParameters] ListRunPoolsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListAllocationPools").WithSummary("Pools of a run in numbers").AcceptsQuery<ListRunPoolsQuery>()
        .RequirePermission(PreschoolPermissions.Read);
}
