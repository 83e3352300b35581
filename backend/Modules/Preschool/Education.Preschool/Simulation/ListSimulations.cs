using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Simulation;

internal sealed record ListSimulationsQuery : ListQuery, IQuery<PagedResult<SimulationRow>>
{
    /// <summary>КАТО code; with everything below it.</summary>
    public string? Territory { get; init; }
}

/// <param name="JobId">Shown to whoever started it at <c>/api/v1/jobs/{id}</c>.</param>
/// <param name="FinishedAt">Null until the job is done.</param>
/// <param name="Children">In the line and to come within the horizon.</param>
/// <param name="Gained">Who get a place sooner.</param>
/// <param name="Lost">Who get it later.</param>
internal sealed record SimulationRow(
    Guid Id, long Version, string TerritoryCode, string Name, Guid JobId, DateTime CreatedAt, DateTime? FinishedAt, int? Children, int? Gained, int? Lost);

internal sealed class ListSimulationsHandler(PreschoolDbContext db) : IQueryHandler<ListSimulationsQuery, PagedResult<SimulationRow>>
{
    private static readonly SortMap<QueueSimulation> Sorts = new SortMap<QueueSimulation>(s => s.Id)
        .By("createdAt", s => s.CreatedAt).By("name", s => s.Name).By("finishedAt", s => s.FinishedAt).By("gained", s => s.Gained).By("lost", s => s.Lost);

    public Task<PagedResult<SimulationRow>> Handle(ListSimulationsQuery query, CancellationToken cancellationToken)
    {
        var simulations = db.Scoped<QueueSimulation>().AsNoTracking();
        simulations = query.Territory is { Length: > 0 } root
            ? simulations.Where(s => db.Set<TerritoryClosure>().Any(c => c.AncestorCode == root && c.DescendantCode == s.TerritoryCode))
            : simulations;
        simulations = query.Q is { Length: > 0 } text ? simulations.Where(s => s.Name.Contains(text)) : simulations;
        return simulations.ToPage(
            query, Sorts, "-createdAt",
            rows => rows.Select(s => new SimulationRow(
                s.Id, s.Version, s.TerritoryCode, s.Name, s.JobId, s.CreatedAt, s.FinishedAt, s.Children, s.Gained, s.Lost)),
            cancellationToken);
    }
}

internal static class ListSimulationsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/simulations", ([AsParameters] ListSimulationsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListSimulations").WithSummary("Simulations of the queue").AcceptsQuery<ListSimulationsQuery>()
        .RequirePermission(PreschoolPermissions.Simulate);
}
