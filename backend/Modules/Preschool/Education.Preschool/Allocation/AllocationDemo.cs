using Education.BuildingBlocks.Jobs;
using Education.Preschool.Allocation.Runs;
using Education.Preschool.Network;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Allocation;

/// <summary>The demo department's allocation: a draft by the system itself over the open places, so that any account may approve it.</summary>
internal static class AllocationDemo
{
    public static async Task Load(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        if (await db.Scoped<AllocationRun>().AnyAsync(cancellationToken))
        {
            return;
        }

        var run = new AllocationRun(NetworkDemo.City, services.GetRequiredService<TimeProvider>().Today(), Guid.Empty);
        db.Add(run);
        run.Work(db.Enqueue(DraftRunJob.Name, new RunJobArgs(run.Id)).Id);
        await db.SaveChangesAsync(cancellationToken);
    }
}
