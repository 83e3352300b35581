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

internal sealed record ListTerritoryCodeChangesQuery : ListQuery, IQuery<PagedResult<TerritoryCodeChangeRow>>;

/// <summary>A line of the crosswalk.</summary>
internal sealed class TerritoryCodeChangeRow : IVersioned
{
    public Guid Id { get; set; }

    public string OldCode { get; set; } = "";

    public string NewCode { get; set; } = "";

    /// <summary>First day of the new code.</summary>
    public DateOnly Date { get; set; }

    public string LegalAct { get; set; } = "";

    public long Version { get; set; }

    internal sealed class Mapping : AutoMapper.Profile
    {
        public Mapping() => CreateMap<TerritoryCodeChange, TerritoryCodeChangeRow>();
    }
}

internal sealed class ListTerritoryCodeChangesValidator : AbstractValidator<ListTerritoryCodeChangesQuery>
{
    public ListTerritoryCodeChangesValidator() => RuleFor(q => q.Q).MaximumLength(200);
}

internal sealed class ListTerritoryCodeChangesHandler(RegistryDbContext db, AutoMapper.IConfigurationProvider mapper)
    : IQueryHandler<ListTerritoryCodeChangesQuery, PagedResult<TerritoryCodeChangeRow>>
{
    private static readonly SortMap<TerritoryCodeChange> Sorts = new SortMap<TerritoryCodeChange>(c => c.Id)
        .By("date", c => c.Date).By("oldCode", c => c.OldCode).By("newCode", c => c.NewCode);

    public Task<PagedResult<TerritoryCodeChangeRow>> Handle(ListTerritoryCodeChangesQuery query, CancellationToken cancellationToken)
    {
        var rows = db.TerritoryCodeChanges.AsNoTracking();
        rows = query.Q is { Length: > 0 } code ? rows.Where(c => c.OldCode.StartsWith(code) || c.NewCode.StartsWith(code)) : rows;
        return rows.ToPage(query, Sorts, "-date", r => r.ProjectTo<TerritoryCodeChangeRow>(mapper), cancellationToken);
    }
}

internal static class ListTerritoryCodeChangesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/territory-code-changes", ([AsParameters] ListTerritoryCodeChangesQuery query, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(query, token))
        .WithName("ListTerritoryCodeChanges").WithSummary("Crosswalk from old codes to new ones")
        .AcceptsQuery<ListTerritoryCodeChangesQuery>().RequirePermission(RegistryPermissions.ReadTerritories);
}
