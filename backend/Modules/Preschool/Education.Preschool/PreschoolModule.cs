using System.Runtime.CompilerServices;
using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Education.Preschool.Allocation;
using Education.Preschool.Groups;
using Education.Preschool.Indicators;
using Education.Preschool.Network;
using Education.Preschool.Queue;
using Education.Preschool.Signals;
using Education.Preschool.Simulation;
using Education.Preschool.StateOrder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool;

/// <summary>Мектепке дейінгі тәрбие / дошкольное воспитание. Each folder is a process with its own <c>…Process</c>: services, tables, endpoints.</summary>
public sealed class PreschoolModule : Module
{
    /// <inheritdoc/>
    public override string Name => "preschool";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dependencies => ["registry", "imports", "planning"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Permissions => PreschoolPermissions.All;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> DefaultRoles => PreschoolPermissions.DefaultRoles;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDbContext<PreschoolDbContext>(Name);
        NetworkProcess.AddServices(services);
        GroupsProcess.AddServices(services);
        QueueProcess.AddServices(services, configuration);
        AllocationProcess.AddServices(services);
        SimulationProcess.AddServices(services);
        StateOrderProcess.AddServices(services);
        SignalsProcess.AddServices(services);
        IndicatorsProcess.AddServices(services);
    }

    /// <inheritdoc/>
    public override async Task SeedReference(IServiceProvider services, CancellationToken cancellationToken)
    {
        await AgeGroupSeed.Run(services, cancellationToken);
        await QueueProcess.SeedReference(services, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task SeedDemo(IServiceProvider services, CancellationToken cancellationToken)
    {
        await NetworkDemo.Load(services, cancellationToken);
        await GroupsDemo.Load(services, cancellationToken);
        await OrderDemo.Load(services, cancellationToken);
        await QueueDemo.Load(services, cancellationToken);
        await AllocationDemo.Load(services, cancellationToken);
        await SimulationDemo.Load(services, cancellationToken);
        await IndicatorsDemo.Load(services, cancellationToken);
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<string> Verify(IServiceProvider services, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var fault in await services.GetRequiredService<QueueVerification>().Verify(cancellationToken))
        {
            yield return fault;
        }
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        NetworkProcess.MapEndpoints(routes);
        GroupsProcess.MapEndpoints(routes);
        QueueProcess.MapEndpoints(routes);
        AllocationProcess.MapEndpoints(routes);
        SimulationProcess.MapEndpoints(routes);
        StateOrderProcess.MapEndpoints(routes);
        SignalsProcess.MapEndpoints(routes);
        IndicatorsProcess.MapEndpoints(routes);
    }
}

internal sealed partial class PreschoolDbContext(DbContextOptions<PreschoolDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    public override string ModuleName => "preschool";

    protected override void MapTables(ModelBuilder model)
    {
        NetworkProcess.MapTables(model);
        GroupsProcess.MapTables(model);
        QueueProcess.MapTables(model);
        AllocationProcess.MapTables(model);
        SimulationProcess.MapTables(model);
        StateOrderProcess.MapTables(model);
        SignalsProcess.MapTables(model);
        IndicatorsProcess.MapTables(model);
    }
}
