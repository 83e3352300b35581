using AutoMapper.QueryableExtensions;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Territories;

internal sealed record ListTerritoriesQuery : ListQuery, IQuery<PagedResult<TerritoryRow>>
{
    /// <summary>Code of the unit directly above.</summary>
    public string? Parent { get; init; }

    /// <summary>Code of a unit; gives the unit and everything below it.</summary>
    public string? Within { get; init; }

    /// <summary>0 republic, 1 oblast, 2 city or rayon, deeper below.</summary>
    public int? Level { get; init; }

    public string? Kind { get; init; }

    /// <summary>Also codes that have been replaced.</summary>
    public bool? Former { get; init; }
}

/// <summary>A territory in a list.</summary>
internal sealed class TerritoryRow
{
    public string Code { get; set; } = "";

    public string? ParentCode { get; set; }

    public int Level { get; set; }

    public string Kind { get; set; } = "";

    public LocalizedText Name { get; set; } = null!;

    public bool IsCentre { get; set; }

    public bool HasChildren { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    internal sealed class Mapping : AutoMapper.Profile
    {
        public Mapping() => CreateMap<Territory, TerritoryRow>();
    }
}

internal sealed class ListTerritoriesValidator : AbstractValidator<ListTerritoriesQuery>
{
    public ListTerritoriesValidator() => RuleFor(q => q.Q).MaximumLength(200);
}

internal sealed class ListTerritoriesHandler(RegistryDbContext db, AutoMapper.IConfigurationProvider mapper, TimeProvider time)
    : IQueryHandler<ListTerritoriesQuery, PagedResult<TerritoryRow>>
{
    private static readonly SortMap<Territory> Sorts = new SortMap<Territory>(t => t.Id)
        .By("name", t => t.SortName).By("code", t => t.Code).By("level", t => t.Level);

    public Task<PagedResult<TerritoryRow>> Handle(ListTerritoriesQuery query, CancellationToken cancellationToken)
    {
        var rows = db.Territories.AsNoTracking();
        if (query.Former is not true)
        {
            var today = time.Today();
            rows = rows.Where(t => t.ValidTo == null || t.ValidTo >= today);
        }

        rows = query.Parent is { } parent ? rows.Where(t => t.ParentCode == parent) : rows;
        rows = query.Within is { } within
            ? rows.Where(t => db.TerritoryClosure.Any(c => c.AncestorCode == within && c.DescendantCode == t.Code))
            : rows;
        rows = query.Level is { } level ? rows.Where(t => t.Level == level) : rows;
        rows = query.Kind is { } kind ? rows.Where(t => t.Kind == kind) : rows;
        foreach (var word in SearchText.Normalize(query.Q).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            rows = rows.Where(t => t.SearchName.Contains(word));
        }

        return rows.ToPage(query, Sorts, "code", r => r.ProjectTo<TerritoryRow>(mapper), cancellationToken);
    }
}

internal static class ListTerritoriesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/territories", ([AsParameters] ListTerritoriesQuery query, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(query, token))
        .WithName("ListTerritories").WithSummary("Territories of the classifier (КАТО)")
        .AcceptsQuery<ListTerritoriesQuery>().RequirePermission(RegistryPermissions.ReadTerritories);
}
