using AutoMapper.QueryableExtensions;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Territories;

internal sealed record ListTerritoryChildrenQuery(string Code) : IQuery<IReadOnlyList<TerritoryRow>>;

internal sealed class ListTerritoryChildrenValidator : AbstractValidator<ListTerritoryChildrenQuery>
{
    public ListTerritoryChildrenValidator() => RuleFor(q => q.Code).Must(c => KatoCode.TryParse(c, out _, out _)).WithCode("registry.territory-code");
}

internal sealed class ListTerritoryChildrenHandler(RegistryDbContext db, AutoMapper.IConfigurationProvider mapper, TimeProvider time)
    : IQueryHandler<ListTerritoryChildrenQuery, IReadOnlyList<TerritoryRow>>
{
    public async Task<IReadOnlyList<TerritoryRow>> Handle(ListTerritoryChildrenQuery query, CancellationToken cancellationToken)
    {
        if (!await db.Territories.AnyAsync(t => t.Code == query.Code, cancellationToken))
        {
            throw new NotFound("Territory", query.Code);
        }

        var today = time.Today();
        return await db.Territories.AsNoTracking()
            .Where(t => t.ParentCode == query.Code && (t.ValidTo == null || t.ValidTo >= today))
            .OrderBy(t => t.SortName).ThenBy(t => t.Code).ProjectTo<TerritoryRow>(mapper).ToListAsync(cancellationToken);
    }
}

internal static class ListTerritoryChildrenEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/territories/{code}/children", (string code, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ListTerritoryChildrenQuery(code), token))
        .WithName("ListTerritoryChildren").WithSummary("The units directly below, for a tree")
        .RequirePermission(RegistryPermissions.ReadTerritories);
}
