using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Storage;

internal sealed class ImportsDbContext(DbContextOptions<ImportsDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    public override string ModuleName => "imports";

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportChunk> Chunks => Set<ImportChunk>();

    public DbSet<ImportOutcomes> Outcomes => Set<ImportOutcomes>();

    public DbSet<ImportRowError> RowErrors => Set<ImportRowError>();

    public DbSet<ImportAnswer> Answers => Set<ImportAnswer>();

    protected override void MapTables(ModelBuilder model)
    {
        Import.Map(model);
        ImportPartTables.Map(model);
    }
}
