using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Queue.Engine;
using Education.Preschool.Simulation.Engine;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Simulation;

internal sealed record GetSimulationBasisQuery : IQuery<SimulationBasis>
{
    /// <summary>КАТО code.</summary>
    public string? Territory { get; init; }
}

/// <summary>What a simulation of the territory starts from: shown beside the fields of a scenario.</summary>
/// <param name="Start">First month of the horizon.</param>
/// <param name="Queues">Territories with a queue, by КАТО code: a new kindergarten belongs to one of them.</param>
/// <param name="ArrivedLastYear">Applications of the last twelve months.</param>
/// <param name="FreedLastYear">Enrolments of the last twelve months.</param>
/// <param name="Regime">Null when the territory has several.</param>
/// <param name="GeneralPerPriority">Null when the territory has several.</param>
internal sealed record SimulationBasis(
    DateOnly Start, IReadOnlyDictionary<string, LocalizedText> Queues, int Waiting, int OpenPlaces, int ArrivedLastYear, int FreedLastYear, QueueRegime? Regime, int? GeneralPerPriority);

internal sealed class GetSimulationBasisHandler(SimulationCopy copy, ITerritoryDirectory territories) : IQueryHandler<GetSimulationBasisQuery, SimulationBasis>
{
    private static readonly SimulationScenario Nothing = new(1, 0, 100, 100, null, [], null, null, null);

    public async Task<SimulationBasis> Handle(GetSimulationBasisQuery query, CancellationToken cancellationToken)
    {
        if (!KatoCode.TryParse(query.Territory, out _, out _))
        {
            throw new InvalidFields("territory", "preschool.territory-format");
        }

        var queues = await copy.Queues(query.Territory!, cancellationToken);
        var state = await copy.Take(query.Territory!, queues, cancellationToken);
        var rules = (await copy.Rules(queues, Nothing, cancellationToken)).Values.Select(r => r.Now).ToList();
        var names = await territories.Find(queues, cancellationToken);
        return new(
            copy.Start, names.ToDictionary(n => n.Key, n => n.Value.Name, StringComparer.Ordinal), state.Lines.Sum(l => l.Line.Count), state.Groups.Sum(g => g.Open), state.Arrivals.Count, state.Freed.Count,
            rules.Select(r => r.Regime).Distinct().Count() == 1 ? rules[0].Regime : null,
            rules.Select(r => r.GeneralPerPriority).Distinct().Count() == 1 ? rules[0].GeneralPerPriority : null);
    }
}

internal static class GetSimulationBasisEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/simulations/basis", ([AsParameters] GetSimulationBasisQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("GetSimulationBasis").WithSummary("What a simulation of a territory starts from").AcceptsQuery<GetSimulationBasisQuery>()
        .RequirePermission(PreschoolPermissions.Simulate);
}
