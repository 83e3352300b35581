using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Orders;

internal sealed record ListOrderContractsQuery : ListQuery, IQuery<PagedResult<OrderContractResult>>
{
    /// <summary>In force on this day.</summary>
    public DateOnly? On { get; init; }

    /// <summary>КАТО code; its subtree is listed.</summary>
    public string? Territory { get; init; }

    public Guid? InstitutionId { get; init; }

    public OrderStatus? Status { get; init; }
}

internal sealed class ListOrderContractsValidator : AbstractValidator<ListOrderContractsQuery>
{
    public ListOrderContractsValidator() => RuleFor(q => q.Q).MaximumLength(200);
}

internal sealed class ListOrderContractsHandler(PreschoolDbContext db) : IQueryHandler<ListOrderContractsQuery, PagedResult<OrderContractResult>>
{
    private static readonly SortMap<NamedOrder> Sorts = new SortMap<NamedOrder>(o => o.Contract.Id)
        .By("name", o => o.Institution.SortName).By("number", o => o.Contract.Number).By("startsOn", o => o.Contract.StartsOn)
        .By("lastDay", o => o.Contract.LastDay).By("places", o => o.Contract.Places).By("status", o => o.Contract.Status);

    public async Task<PagedResult<OrderContractResult>> Handle(ListOrderContractsQuery query, CancellationToken cancellationToken)
    {
        var rows = OrderContracts.Named(db).AsNoTracking().In(db, query.Territory);
        if (query.On is { } day)
        {
            rows = rows.Where(o => o.Contract.StartsOn <= day && day <= o.Contract.LastDay);
        }

        if (query.InstitutionId is { } institution)
        {
            rows = rows.Where(o => o.Contract.InstitutionId == institution);
        }

        if (query.Status is { } status)
        {
            rows = rows.Where(o => o.Contract.Status == status);
        }

        if (query.Q is { Length: > 0 } text)
        {
            var pattern = $"%{SearchText.Normalize(text)}%";
            rows = rows.Where(o => EF.Functions.Like(o.Institution.SearchName, pattern));
        }

        var page = await rows.ToPage(query, Sorts, "name", all => all, cancellationToken);
        return new([.. page.Items.Select(o => OrderContractResult.Of(o.Contract, o.Institution.Name))], page.Page, page.PageSize, page.Total);
    }
}

internal static class OrderTerritory
{
    /// <summary>Those of the subtree of a КАТО code; all for null.</summary>
    public static IQueryable<NamedOrder> In(this IQueryable<NamedOrder> rows, PreschoolDbContext db, string? territory) => territory is null
        ? rows
        : rows.Where(o => db.Set<TerritoryClosure>().Any(t => t.AncestorCode == territory && t.DescendantCode == o.Institution.TerritoryCode));
}

internal static class ListOrderContractsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/state-order/contracts", ([AsParameters] ListOrderContractsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListOrderContracts").WithSummary("Contracts of the state order")
        .AcceptsQuery<ListOrderContractsQuery>().RequirePermission(PreschoolPermissions.Read);
}
