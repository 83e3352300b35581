using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.Preschool.Simulation.Engine;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Simulation;

internal sealed record CreateSimulationCommand(string TerritoryCode, string Name, SimulationScenario Scenario) : ICommand<CreateSimulationResult>;

/// <param name="JobId">Follow it at <c>/api/v1/jobs/{id}</c>.</param>
internal sealed record CreateSimulationResult(Guid Id, long Version, Guid JobId) : IVersioned;

internal sealed class CreateSimulationValidator : AbstractValidator<CreateSimulationCommand>
{
    /// <summary>What the stored scenario and a readable result allow.</summary>
    private const int MaxMonths = 36, MaxOpenings = 10, MaxLines = 20;

    public CreateSimulationValidator()
    {
        RuleFor(c => c.TerritoryCode).Must(code => KatoCode.TryParse(code, out _, out _)).WithCode("preschool.territory-format");
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Scenario).NotNull();
        When(c => c.Scenario is not null, () =>
        {
            RuleFor(c => c.Scenario.Months).InclusiveBetween(1, MaxMonths);
            RuleFor(c => c.Scenario.InflowPercent).InclusiveBetween(0, 300);
            RuleFor(c => c.Scenario.FreedPercent).InclusiveBetween(0, 300);
            RuleFor(c => c.Scenario.FreedPerMonth).InclusiveBetween(0, 100_000);
            RuleFor(c => c.Scenario.GeneralPerPriority).InclusiveBetween(0, 20);
            RuleFor(c => c.Scenario.GroupPlaces).InclusiveBetween(1, 60);
            RuleFor(c => c.Scenario.Regime).IsInEnum();
            RuleFor(c => c.Scenario.Openings).NotNull().Must(o => o is null || o.Count <= MaxOpenings).WithCode("preschool.simulation-openings");
            RuleForEach(c => c.Scenario.Openings).ChildRules(Opening);
        });
    }

    private static void Opening(InlineValidator<NewKindergarten> opening)
    {
        opening.RuleFor(o => o.TerritoryCode).Must(code => code is null || KatoCode.TryParse(code, out _, out _)).WithCode("preschool.territory-format");
        opening.RuleFor(o => o.From).Must(month => NewKindergarten.TryMonth(month, out _)).WithCode("preschool.month-format");
        opening.RuleFor(o => o.Places).NotEmpty().Must(p => p is null || p.Count <= MaxLines).WithCode("preschool.simulation-openings");
        opening.RuleForEach(o => o.Places).ChildRules(places =>
        {
            places.RuleFor(p => p.Age).InclusiveBetween(0, 7);
            places.RuleFor(p => p.Places).InclusiveBetween(1, 2000);
            places.RuleFor(p => p.Language).IsInEnum();
            places.RuleFor(p => p.Profile).Must(code => code is null || GroupProfile.Find(code) is not null).WithCode("unknown-value");
        });
    }
}

internal sealed class CreateSimulationHandler(PreschoolDbContext db, SimulationCopy copy, JobSignal jobs)
    : ICommandHandler<CreateSimulationCommand, CreateSimulationResult>
{
    public async Task<CreateSimulationResult> Handle(CreateSimulationCommand command, CancellationToken cancellationToken)
    {
        var queues = await copy.Queues(command.TerritoryCode, cancellationToken);
        Check(command.Scenario, command.TerritoryCode, queues);
        var id = SequentialGuid.Next();
        var job = db.Enqueue(RunSimulationJob.Name, new RunSimulationArgs(id));
        var simulation = new QueueSimulation(command.TerritoryCode, command.Name.Trim(), command.Scenario, job.Id) { Id = id };
        db.Add(simulation);
        await db.SaveChangesAsync(cancellationToken);
        jobs.Raise();
        return new(simulation.Id, simulation.Version, job.Id);
    }

    private void Check(SimulationScenario scenario, string territoryCode, IReadOnlyList<string> queues)
    {
        if (queues.Count == 0)
        {
            throw new RuleViolation("preschool.simulation-no-queue");
        }

        foreach (var (index, opening) in scenario.Openings.Index())
        {
            if (!queues.Contains(opening.TerritoryCode ?? territoryCode, StringComparer.Ordinal))
            {
                throw new InvalidFields($"scenario.openings[{index}].territoryCode", "preschool.simulation-opening-queue");
            }

            _ = NewKindergarten.TryMonth(opening.From, out var from);
            if (from < copy.Start || from >= copy.Start.AddMonths(scenario.Months))
            {
                throw new InvalidFields($"scenario.openings[{index}].from", "preschool.simulation-opening-month", copy.Start, copy.Start.AddMonths(scenario.Months - 1));
            }
        }
    }
}

internal static class CreateSimulationEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/simulations", async (CreateSimulationCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/preschool/simulations/{result.Id}", result);
        })
        .WithName("CreateSimulation").WithSummary("Plays a scenario on a copy of a territory's queues, as a job")
        .WithIdempotency().RequirePermission(PreschoolPermissions.Simulate);
}
