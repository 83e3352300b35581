using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Offers;

internal sealed record GetOfferQuery(Guid Id) : IQuery<GetOfferResult>;

/// <param name="ReasonText">Why outside the order, in words.</param>
internal sealed record GetOfferResult(OfferRow Offer, string? ReasonText) : IVersioned
{
    public long Version => Offer.Version;
}

internal sealed class GetOfferHandler(PreschoolDbContext db, CurrentUser user) : IQueryHandler<GetOfferQuery, GetOfferResult>
{
    public async Task<GetOfferResult> Handle(GetOfferQuery query, CancellationToken cancellationToken)
    {
        var offers = db.Scoped<Offer>().AsNoTracking().Where(o => o.Id == query.Id);
        var row = await ListOffersHandler.Rows(db, offers, user.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound("Offer", query.Id);
        return new(row, await offers.Select(o => o.ReasonText).SingleAsync(cancellationToken));
    }
}

internal static class GetOfferEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/allocation/offers/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetOfferQuery(id), token))
        .WithName("GetOffer").WithSummary("An offer").RequirePermission(PreschoolPermissions.ReadQueue);
}
