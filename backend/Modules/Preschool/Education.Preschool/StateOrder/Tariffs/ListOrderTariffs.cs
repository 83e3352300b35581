using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.StateOrder.Orders;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Tariffs;

internal sealed record ListOrderTariffsQuery : ListQuery, IQuery<PagedResult<OrderTariffResult>>
{
    /// <summary>КАТО code; the tariffs of it and of what stands above it.</summary>
    public string? Territory { get; init; }

    /// <summary>In force on this day.</summary>
    public DateOnly? On { get; init; }
}

internal sealed record OrderTariffResult(
    Guid Id, string TerritoryCode, string? Kind, OrderPlace? Place, OrderHours? Hours, string? Profile, OrderAge? Age, decimal Monthly, decimal? ParentFee,
    DateOnly ValidFrom, DateOnly? ValidTo, string LegalAct, long Version) : IVersioned
{
    public static OrderTariffResult Of(OrderTariff t) => new(
        t.Id, t.TerritoryCode, t.Kind, t.Place, t.Hours, t.Profile, t.Age, t.Monthly, t.ParentFee, t.ValidFrom, t.ValidTo, t.LegalAct, t.Version);
}

internal sealed class ListOrderTariffsValidator : AbstractValidator<ListOrderTariffsQuery>
{
    public ListOrderTariffsValidator() => RuleFor(q => q.Territory).MaximumLength(9);
}

internal sealed class ListOrderTariffsHandler(PreschoolDbContext db) : IQueryHandler<ListOrderTariffsQuery, PagedResult<OrderTariffResult>>
{
    private static readonly SortMap<OrderTariff> Sorts = new SortMap<OrderTariff>(t => t.Id)
        .By("validFrom", t => t.ValidFrom).By("monthly", t => (double)t.Monthly).By("territory", t => t.TerritoryCode);

    public async Task<PagedResult<OrderTariffResult>> Handle(ListOrderTariffsQuery query, CancellationToken cancellationToken)
    {
        var rows = db.Set<OrderTariff>().AsNoTracking();
        if (query.Territory is { } territory)
        {
            rows = rows.Where(t => db.Set<TerritoryClosure>().Any(c => c.DescendantCode == territory && c.AncestorCode == t.TerritoryCode));
        }

        if (query.On is { } day)
        {
            rows = rows.Where(t => t.ValidFrom <= day && (t.ValidTo == null || t.ValidTo >= day));
        }

        var page = await rows.ToPage(query, Sorts, "-validFrom", all => all, cancellationToken);
        return new([.. page.Items.Select(OrderTariffResult.Of)], page.Page, page.PageSize, page.Total);
    }
}

internal static class ListOrderTariffsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/state-order/tariffs", ([AsParameters] ListOrderTariffsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListOrderTariffs").WithSummary("Tariffs of the state order and parents' fee, with their acts")
        .AcceptsQuery<ListOrderTariffsQuery>().RequirePermission(PreschoolPermissions.Read);
}
