using Education.BuildingBlocks.Persistence;
using Education.Preschool.Allocation.Offers;
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

internal sealed record ListRunProposalsQuery : ListQuery, IQuery<PagedResult<RunProposalRow>>
{
    public Guid? Run { get; init; }

    public string? Pool { get; init; }
}

/// <summary>A line of the protocol: enough to recheck the decision, nothing about the child.</summary>
/// <param name="OfferNumber">Once published.</param>
internal sealed record RunProposalRow(
    int Order, string Pool, string TerritoryCode, LocalizedText TerritoryName, string WinnerKey, string? NextKey, string Rules, Guid? GroupId, Guid? InstitutionId, LocalizedText? Institution, string? OfferNumber);

internal sealed class ListRunProposalsValidator : AbstractValidator<ListRunProposalsQuery>
{
    public ListRunProposalsValidator() => RuleFor(q => q.Run).NotNull();
}

internal sealed class ListRunProposalsHandler(PreschoolDbContext db, QueueNames names) : IQueryHandler<ListRunProposalsQuery, PagedResult<RunProposalRow>>
{
    private static readonly SortMap<RunProposal> Sorts = new SortMap<RunProposal>(p => p.Id).By("order", p => p.Order).By("pool", p => p.Pool);

    public async Task<PagedResult<RunProposalRow>> Handle(ListRunProposalsQuery query, CancellationToken cancellationToken)
    {
        var proposals = db.Scoped<RunProposal>().AsNoTracking().Where(p => p.RunId == query.Run);
        proposals = query.Pool is { Length: > 0 } pool ? proposals.Where(p => p.Pool == pool) : proposals;
        var page = await proposals.ToPage(query, Sorts, "order", rows => Rows(db, rows), cancellationToken);
        return new(await Named(names, page.Items, cancellationToken), page.Page, page.PageSize, page.Total);
    }

    public static async Task<IReadOnlyList<RunProposalRow>> Named(QueueNames names, IReadOnlyList<RunProposalRow> rows, CancellationToken cancellationToken)
    {
        var territories = await names.Territories(rows.Select(r => r.TerritoryCode), cancellationToken);
        return [.. rows.Select(r => r with { TerritoryName = territories[r.TerritoryCode] })];
    }

    /// <summary>Not named yet: names of territories are the Registry's.</summary>
    public static IQueryable<RunProposalRow> Rows(PreschoolDbContext db, IQueryable<RunProposal> rows) =>
        from p in rows
        join i in db.Scoped<InstitutionRef>() on p.InstitutionId equals i.Id into institutions
        from i in institutions.DefaultIfEmpty()
        join o in db.Scoped<Offer>() on new { Run = (Guid?)p.RunId, p.ApplicationId } equals new { Run = o.RunId, o.ApplicationId } into offers
        from o in offers.DefaultIfEmpty()
        select new RunProposalRow(
            p.Order, p.Pool, p.TerritoryCode, new(p.TerritoryCode, p.TerritoryCode, p.TerritoryCode),
            new QueueKey(p.Rank, p.AppliedAt, p.ApplicationId).ToString(), p.NextKey, p.Rules, p.GroupId, p.InstitutionId, i == null ? null : i.Name, o == null ? null : o.Number);
}

internal static class ListRunProposalsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/allocation/proposals", ([AsParameters] ListRunProposalsQuery query, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(query, token))
        .WithName("ListAllocationProposals").WithSummary("Protocol of a run: pool, winner's key, next key, version of the rules")
        .AcceptsQuery<ListRunProposalsQuery>().RequirePermission(PreschoolPermissions.Read);
}
