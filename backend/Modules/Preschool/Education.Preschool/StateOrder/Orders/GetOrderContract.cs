using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Orders;

internal sealed record GetOrderContractQuery(Guid Id) : IQuery<OrderContractResult>;

internal sealed class GetOrderContractHandler(PreschoolDbContext db) : IQueryHandler<GetOrderContractQuery, OrderContractResult>
{
    public async Task<OrderContractResult> Handle(GetOrderContractQuery query, CancellationToken cancellationToken)
    {
        var found = await OrderContracts.Named(db).AsNoTracking().SingleOrDefaultAsync(o => o.Contract.Id == query.Id, cancellationToken)
            ?? throw new NotFound("OrderContract", query.Id);
        return OrderContractResult.Of(found.Contract, found.Institution.Name);
    }
}

internal static class GetOrderContractEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/state-order/contracts/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetOrderContractQuery(id), token))
        .WithName("GetOrderContract").WithSummary("A contract of the state order").RequirePermission(PreschoolPermissions.Read);
}
