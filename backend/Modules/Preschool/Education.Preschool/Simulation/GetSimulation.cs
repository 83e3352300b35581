using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Simulation.Engine;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Simulation;

internal sealed record GetSimulationQuery(Guid Id) : IQuery<SimulationCard>;

/// <param name="Result">Null until the job is done.</param>
/// <param name="Territories">Names of the territories in the result.</param>
internal sealed record SimulationCard(
    Guid Id, long Version, string TerritoryCode, string Name, Guid JobId, DateTime CreatedAt, DateTime? FinishedAt, SimulationScenario Scenario,
    SimulationResult? Result, IReadOnlyDictionary<string, LocalizedText> Territories) : IVersioned;

internal sealed class GetSimulationHandler(PreschoolDbContext db, ITerritoryDirectory territories) : IQueryHandler<GetSimulationQuery, SimulationCard>
{
    public async Task<SimulationCard> Handle(GetSimulationQuery query, CancellationToken cancellationToken)
    {
        var simulation = await db.Scoped<QueueSimulation>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == query.Id, cancellationToken)
            ?? throw new NotFound("Simulation", query.Id);
        var result = simulation.ReadOutcome();
        var codes = result?.Groups.Where(g => g.Dimension == SimulationDimension.Territory).Select(g => g.Key) ?? [];
        var names = await territories.Find([.. codes.Append(simulation.TerritoryCode).Distinct(StringComparer.Ordinal)], cancellationToken);
        return new(
            simulation.Id, simulation.Version, simulation.TerritoryCode, simulation.Name, simulation.JobId, simulation.CreatedAt, simulation.FinishedAt,
            simulation.ReadScenario(), result, names.ToDictionary(n => n.Key, n => n.Value.Name, StringComparer.Ordinal));
    }
}

internal static class GetSimulationEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/simulations/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetSimulationQuery(id), token))
        .WithName("GetSimulation").WithSummary("A scenario and what came out of it").RequirePermission(PreschoolPermissions.Simulate);
}
