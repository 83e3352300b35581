using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Views;

internal sealed record GetNationalTerritoryQuery : IQuery<NationalTerritory>;

/// <summary>Where pages begin when nobody has chosen a territory.</summary>
/// <param name="Territory">КАТО code of the smallest unit that holds all schools with results which the reader sees; null without results.</param>
internal sealed record NationalTerritory(string? Territory);

internal sealed class GetNationalTerritoryHandler(TestingDbContext db) : IQueryHandler<GetNationalTerritoryQuery, NationalTerritory>
{
    public async Task<NationalTerritory> Handle(GetNationalTerritoryQuery query, CancellationToken cancellationToken)
    {
        var places = db.Scoped<SchoolResult>().Where(r => r.Participants != null)
            .Join(db.Set<InstitutionRef>(), r => r.InstitutionId, i => i.Id, (_, i) => i.TerritoryCode).Distinct();
        var count = await places.CountAsync(cancellationToken);
        var common = db.Set<TerritoryClosure>().Where(c => places.Contains(c.DescendantCode)).GroupBy(c => c.AncestorCode)
            .Where(g => g.Count() == count).OrderBy(g => g.Max(c => c.Depth)).ThenBy(g => g.Key).Select(g => g.Key);
        return new(await common.FirstOrDefaultAsync(cancellationToken));
    }
}

internal static class GetNationalTerritoryEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/national/territory", (IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetNationalTerritoryQuery(), token))
        .WithName("GetNationalTerritory").WithSummary("The smallest territory that holds all schools with results of the national test")
        .RequirePermission(TestingPermissions.Read);
}
