using System.Text.Json;
using System.Text.Json.Serialization;
using Education.BuildingBlocks.Persistence;
using Education.Preschool.Simulation.Engine;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Simulation;

/// <summary>Кезекті модельдеу / моделирование очереди: a scenario of one territory and, when its job is done, what came out. Counts only, no child.</summary>
internal sealed class QueueSimulation : Entity, ITerritoryScoped
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private QueueSimulation()
    {
    }

    public QueueSimulation(string territoryCode, string name, SimulationScenario scenario, Guid jobId) =>
        (TerritoryCode, Name, Scenario, JobId) = (territoryCode, name, JsonSerializer.Serialize(scenario, Json), jobId);

    public string TerritoryCode { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>JSON of <see cref="SimulationScenario"/>.</summary>
    public string Scenario { get; private set; } = "{}";

    /// <summary>The job that plays it.</summary>
    public Guid JobId { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    /// <summary>JSON of <see cref="SimulationResult"/>.</summary>
    [NotAudited]
    public byte[]? Outcome { get; private set; }

    /// <summary>Children in the line and to come, once it is known.</summary>
    public int? Children { get; private set; }

    public int? Gained { get; private set; }

    public int? Lost { get; private set; }

    public SimulationScenario ReadScenario() => JsonSerializer.Deserialize<SimulationScenario>(Scenario, Json)!;

    public SimulationResult? ReadOutcome() => Outcome is null ? null : JsonSerializer.Deserialize<SimulationResult>(Outcome, Json);

    public void Finish(SimulationResult result, DateTime now)
    {
        var all = result.Groups.FirstOrDefault(g => g.Dimension == SimulationDimension.All);
        (Outcome, FinishedAt) = (JsonSerializer.SerializeToUtf8Bytes(result, Json), now);
        (Children, Gained, Lost) = (all?.Baseline.Children ?? 0, all?.Gained ?? 0, all?.Lost ?? 0);
    }
}

internal sealed class QueueSimulationMapping : IEntityTypeConfiguration<QueueSimulation>
{
    public void Configure(EntityTypeBuilder<QueueSimulation> builder)
    {
        builder.ToTable("Simulations");
        builder.Property(s => s.TerritoryCode).HasMaxLength(9);
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.Scenario).HasMaxLength(4000);

        // The list, newest first, of a territory.
        builder.HasIndex(s => new { s.TerritoryCode, s.CreatedAt });
    }
}
