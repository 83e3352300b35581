using Education.BuildingBlocks.Persistence;
using Education.Planning.Checks;
using Education.Planning.Reports;
using Education.Planning.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning;

internal sealed class PlanningDbContext(DbContextOptions<PlanningDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    public override string ModuleName => "planning";

    /// <summary>Reached through the report, which is scoped.</summary>
    public DbSet<FrozenReport> FrozenReports => Set<FrozenReport>();

    protected override void MapTables(ModelBuilder model)
    {
        model.ApplyConfiguration(new SnapshotMapping());
        model.ApplyConfiguration(new ReportMapping());
        model.ApplyConfiguration(new FrozenReportMapping());
        model.ApplyConfiguration(new ReportFindingMapping());
        model.ApplyConfiguration(new PrintedStatementMapping());
    }
}
