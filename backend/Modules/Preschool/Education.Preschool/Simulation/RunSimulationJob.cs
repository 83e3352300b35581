using Education.BuildingBlocks.Jobs;
using Education.Preschool.Simulation.Engine;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Simulation;

internal sealed record RunSimulationArgs(Guid SimulationId);

internal sealed record RunSimulationOutcome(Guid SimulationId, int Children, int Gained, int Lost);

/// <summary>Plays a scenario. Reads the queues, writes nothing but the simulation's own row, in one save: begun again it does it all anew.</summary>
internal sealed class RunSimulationJob(PreschoolDbContext db, SimulationCopy copy, TimeProvider time) : JobHandler
{
    public const string Name = "preschool.simulation";
    private const int Copied = 20, Played = 95;

    public override string Kind => Name;

    public override async Task<object?> Run(JobContext job, CancellationToken cancellationToken)
    {
        var id = job.Args<RunSimulationArgs>().SimulationId;
        var simulation = await db.Scoped<QueueSimulation>().SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw new NotFound("Simulation", id);
        job.Report(1, "preschool.step.copy");
        var queues = await copy.Queues(simulation.TerritoryCode, cancellationToken);
        var scenario = simulation.ReadScenario();
        var rules = await copy.Rules(queues, scenario, cancellationToken);
        var state = await copy.Take(simulation.TerritoryCode, queues, cancellationToken);
        job.Report(Copied, "preschool.step.play");
        var result = SimulationRun.Play(state, scenario, simulation.TerritoryCode, territory => rules[territory], (done, of) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            job.Report(Copied + ((Played - Copied) * done / of));
        });
        simulation.Finish(result, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        return new RunSimulationOutcome(simulation.Id, simulation.Children ?? 0, simulation.Gained ?? 0, simulation.Lost ?? 0);
    }
}
