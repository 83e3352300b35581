using System.Globalization;
using Education.BuildingBlocks.Jobs;
using Education.Preschool.Groups;
using Education.Preschool.Network;
using Education.Preschool.Simulation.Engine;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Simulation;

/// <summary>The demo department's question: what would a kindergarten of 240 places change in a year.</summary>
internal static class SimulationDemo
{
    private const int Months = 12;
    private const int Places = 60;

    public static async Task Load(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        if (await db.Scoped<QueueSimulation>().AnyAsync(cancellationToken))
        {
            return;
        }

        var opens = services.GetRequiredService<TimeProvider>().Today().AddMonths(3);
        var places = new[] { (2, GroupLanguage.Kk), (3, GroupLanguage.Kk), (3, GroupLanguage.Ru), (4, GroupLanguage.Kk) };
        var kindergarten = new NewKindergarten(
            null, opens.ToString("yyyy-MM", CultureInfo.InvariantCulture), [.. places.Select(p => new NewPlaces(p.Item1, p.Item2, null, Places))]);
        var id = SequentialGuid.Next();
        var job = db.Enqueue(RunSimulationJob.Name, new RunSimulationArgs(id));
        var scenario = new SimulationScenario(Months, 1, 100, 100, null, [kindergarten], null, null, null);
        db.Add(new QueueSimulation(NetworkDemo.City, "240 орындық балабақша / детский сад на 240 мест", scenario, job.Id) { Id = id });
        await db.SaveChangesAsync(cancellationToken);
    }
}
