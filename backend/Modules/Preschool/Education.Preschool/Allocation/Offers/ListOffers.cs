using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Offers;

internal sealed record ListOffersQuery : ListQuery, IQuery<PagedResult<OfferRow>>
{
    public OfferState? State { get; init; }

    public OfferWay? Way { get; init; }

    /// <summary>КАТО code of the queue.</summary>
    public string? Territory { get; init; }

    public Guid? Application { get; init; }

    public Guid? Run { get; init; }

    /// <summary>Term on this day or before.</summary>
    public DateOnly? Due { get; init; }
}

internal sealed class OfferRow : IVersioned
{
    public required Guid Id { get; init; }

    public required long Version { get; init; }

    public required string? Number { get; init; }

    public required string TerritoryCode { get; init; }

    public required string Pool { get; init; }

    public required Guid ApplicationId { get; init; }

    public required string ApplicationNumber { get; init; }

    public required OfferWay Way { get; init; }

    public required OfferState State { get; init; }

    public required Guid? GroupId { get; init; }

    public required string? GroupName { get; init; }

    public required Guid? InstitutionId { get; init; }

    public required string? InstitutionKk { get; init; }

    public required string? InstitutionRu { get; init; }

    public required DateOnly? Until { get; init; }

    public required bool Extended { get; init; }

    public required string WinnerKey { get; init; }

    public required string? NextKey { get; init; }

    public required string Rules { get; init; }

    public required Guid? RunId { get; init; }

    /// <summary>Why outside the order.</summary>
    public required string? Reason { get; init; }

    /// <summary>The reader asked for it: somebody else must sign.</summary>
    public required bool RequestedByMe { get; init; }

    public required DateTime CreatedAt { get; init; }
}

internal sealed class ListOffersHandler(PreschoolDbContext db, CurrentUser user) : IQueryHandler<ListOffersQuery, PagedResult<OfferRow>>
{
    private static readonly SortMap<Offer> Sorts = new SortMap<Offer>(o => o.Id)
        .By("createdAt", o => o.CreatedAt).By("until", o => o.Until).By("number", o => o.Number).By("state", o => o.State);

    public async Task<PagedResult<OfferRow>> Handle(ListOffersQuery query, CancellationToken cancellationToken)
    {
        var offers = db.Scoped<Offer>().AsNoTracking();
        offers = query.State is { } state ? offers.Where(o => o.State == state) : offers;
        offers = query.Way is { } way ? offers.Where(o => o.Way == way) : offers;
        offers = query.Territory is { Length: > 0 } territory ? offers.Where(o => o.TerritoryCode == territory) : offers;
        offers = query.Application is { } application ? offers.Where(o => o.ApplicationId == application) : offers;
        offers = query.Run is { } run ? offers.Where(o => o.RunId == run) : offers;
        offers = query.Due is { } due ? offers.Where(o => o.Until <= due) : offers;
        offers = query.Q is { Length: > 0 } text
            ? offers.Where(o => o.Number == text || db.Scoped<QueueApplication>().Any(a => a.Id == o.ApplicationId && a.Number == text))
            : offers;
        return await offers.ToPage(query, Sorts, "-createdAt", rows => Rows(db, rows, user.Id), cancellationToken);
    }

    public static IQueryable<OfferRow> Rows(PreschoolDbContext db, IQueryable<Offer> offers, Guid me) =>
        from o in offers
        join a in db.Scoped<QueueApplication>() on o.ApplicationId equals a.Id
        join g in db.Scoped<Group>() on o.GroupId equals g.Id into groups
        from g in groups.DefaultIfEmpty()
        join i in db.Scoped<InstitutionRef>() on o.InstitutionId equals i.Id into institutions
        from i in institutions.DefaultIfEmpty()
        select new OfferRow
        {
            Id = o.Id, Version = o.Version, Number = o.Number, TerritoryCode = o.TerritoryCode, Pool = o.Pool, ApplicationId = o.ApplicationId,
            ApplicationNumber = a.Number, Way = o.Way, State = o.State, GroupId = o.GroupId, GroupName = g.Name, InstitutionId = o.InstitutionId,
            InstitutionKk = i.Name.Kk, InstitutionRu = i.Name.Ru, Until = o.Until, Extended = o.Extended,
            WinnerKey = new Queue.Engine.QueueKey(o.Rank, o.AppliedAt, o.ApplicationId).ToString(), NextKey = o.NextKey, Rules = o.Rules, RunId = o.RunId,
            Reason = o.Reason, RequestedByMe = o.RequestedBy == me, CreatedAt = o.CreatedAt,
        };
}

internal static class ListOffersEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/allocation/offers", ([AsParameters] ListOffersQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListOffers").WithSummary("Offers and referrals with their terms").AcceptsQuery<ListOffersQuery>()
        .RequirePermission(PreschoolPermissions.ReadQueue);
}
