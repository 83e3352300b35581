using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.StateOrder.Attendance;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Orders;

internal sealed record GetOrderSummaryQuery : IQuery<OrderSummary>
{
    /// <summary>Day; unless asked, today, or the last day of the last contract when none is in force today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>КАТО code; its subtree is counted.</summary>
    public string? Territory { get; init; }
}

/// <summary>The state order on a day.</summary>
/// <param name="On">The day.</param>
/// <param name="Contracts">Contracts in force: names in the list.</param>
/// <param name="Kindergartens">Kindergartens that they stand for.</param>
/// <param name="Places">Places ordered, null while a contract does not say how many.</param>
/// <param name="PlacesKnown">Places of the contracts that say.</param>
/// <param name="ContractsWithoutPlaces">Contracts that do not say.</param>
/// <param name="Children">Children on the lists of these contracts: places used.</param>
internal sealed record OrderSummary(
    DateOnly On, int Contracts, int Kindergartens, int? Places, int PlacesKnown, int ContractsWithoutPlaces, int Children);

internal sealed class GetOrderSummaryValidator : AbstractValidator<GetOrderSummaryQuery>
{
    public GetOrderSummaryValidator() => RuleFor(q => q.Territory).MaximumLength(9);
}

internal sealed class GetOrderSummaryHandler(PreschoolDbContext db, TimeProvider time) : IQueryHandler<GetOrderSummaryQuery, OrderSummary>
{
    public async Task<OrderSummary> Handle(GetOrderSummaryQuery query, CancellationToken cancellationToken)
    {
        var all = OrderContracts.Named(db).In(db, query.Territory);
        var day = query.On ?? await LastInForce(all, time.Today(), cancellationToken);
        var orders = all.Where(o => o.Contract.StartsOn <= day && day <= o.Contract.LastDay);
        var sum = await orders.GroupBy(_ => 1).Select(g => new
        {
            Contracts = g.Count(),
            Kindergartens = g.Sum(o => o.Contract.Kindergartens),
            Places = g.Sum(o => o.Contract.Places ?? 0),
            Silent = g.Count(o => o.Contract.Places == null),
        }).SingleOrDefaultAsync(cancellationToken);
        var ids = orders.Select(o => o.Contract.Id);
        var children = await db.Scoped<AttendanceChild>()
            .CountAsync(c => ids.Contains(c.ContractId) && c.EnrolledFrom <= day && (c.EnrolledTo == null || c.EnrolledTo >= day), cancellationToken);
        return sum is null
            ? new(day, 0, 0, 0, 0, 0, 0)
            : new(day, sum.Contracts, sum.Kindergartens, sum.Silent == 0 ? sum.Places : null, sum.Places, sum.Silent, children);
    }

    private static async Task<DateOnly> LastInForce(IQueryable<NamedOrder> orders, DateOnly today, CancellationToken cancellationToken)
    {
        var last = await orders.Where(o => o.Contract.StartsOn <= today).OrderByDescending(o => o.Contract.LastDay)
            .Select(o => (DateOnly?)o.Contract.LastDay).FirstOrDefaultAsync(cancellationToken);
        return last < today ? last.Value : today;
    }
}

internal static class GetOrderSummaryEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/state-order/summary", ([AsParameters] GetOrderSummaryQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("GetOrderSummary").WithSummary("Contracts, kindergartens and places of the state order on a day, ordered and used")
        .AcceptsQuery<GetOrderSummaryQuery>().RequirePermission(PreschoolPermissions.Read);
}
