using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Parameters;

internal sealed record ListParametersQuery : ListQuery, IQuery<PagedResult<ParameterRow>>
{
    /// <summary>Show the values of this day; today unless given.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Codes that begin so, for example <c>testing.</c></summary>
    public string? Prefix { get; init; }
}

/// <summary>A norm with its republic-wide value of the day.</summary>
internal sealed record ParameterRow(Guid Id, string Code, LocalizedText Name, string Unit, decimal? Value, DateOnly? ValidFrom, string? LegalAct, int Periods);

internal sealed class ListParametersHandler(RegistryDbContext db, TimeProvider time) : IQueryHandler<ListParametersQuery, PagedResult<ParameterRow>>
{
    private static readonly SortMap<Parameter> Sorts = new SortMap<Parameter>(p => p.Id).By("code", p => p.Code).By("name", p => p.Name.Kk);

    public Task<PagedResult<ParameterRow>> Handle(ListParametersQuery query, CancellationToken cancellationToken)
    {
        var day = query.On ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var rows = db.Parameters.AsNoTracking().IgnoreAutoIncludes();
        if (query.Q is { Length: > 0 } text)
        {
            var pattern = $"%{SearchText.Normalize(text)}%";
            rows = rows.Where(p => EF.Functions.Like(p.SearchName, pattern));
        }

        if (query.Prefix is { Length: > 0 } prefix)
        {
            rows = rows.Where(p => p.Code.StartsWith(prefix));
        }

        return rows.ToPage(
            query, Sorts, "code",
            page => page.Select(p => new
                {
                    Parameter = p,
                    Now = p.Periods.FirstOrDefault(v => v.TerritoryCode == null && v.ValidFrom <= day && (v.ValidTo == null || v.ValidTo >= day)),
                })
                .Select(p => new ParameterRow(
                    p.Parameter.Id, p.Parameter.Code, p.Parameter.Name, p.Parameter.Unit, p.Now == null ? null : p.Now.Value,
                    p.Now == null ? null : p.Now.ValidFrom, p.Now == null ? null : p.Now.LegalAct, p.Parameter.Periods.Count)),
            cancellationToken);
    }
}

internal static class ListParametersEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/parameters", ([AsParameters] ListParametersQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListParameters").WithSummary("Norms of law and ministry with their values on a day")
        .AcceptsQuery<ListParametersQuery>().RequirePermission(RegistryPermissions.ReadParameters);
}
