using Education.BuildingBlocks.Persistence;
using Education.Registry.Calendar;
using Education.Registry.Institutions;
using Education.Registry.Parameters;
using Education.Registry.Territories;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry;

/// <summary>
/// Tables of the Registry. Institutions and their parts are scoped: read through <see cref="ModuleDbContext.Scoped{T}"/>. Territories,
/// parameters and the calendar are public.
/// </summary>
internal sealed class RegistryDbContext(DbContextOptions<RegistryDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    public override string ModuleName => "registry";

    public DbSet<Territory> Territories => Set<Territory>();

    public DbSet<TerritoryCodeChange> TerritoryCodeChanges => Set<TerritoryCodeChange>();

    public DbSet<TerritoryClosure> TerritoryClosure => Set<TerritoryClosure>();

    public DbSet<InstitutionKind> InstitutionKinds => Set<InstitutionKind>();

    public DbSet<Parameter> Parameters => Set<Parameter>();

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    /// <summary>Past the reader's scope: a BIN is unique in the whole register, and what belonged to a duplicate follows it wherever it is.</summary>
    public IQueryable<Institution> AllInstitutions => Set<Institution>();

    /// <summary>The Registry owns the table that the others see as <c>InstitutionRef</c>.</summary>
    public override IQueryable<Guid> VisibleInstitutions() => Scoped<Institution>().Select(i => i.Id);

    protected override void MapTables(ModelBuilder model)
    {
        model.OwnsTerritoryClosure();
        model.Entity<TerritoryClosure>().HasIndex(c => new { c.DescendantCode, c.Depth });
        TerritoryModel.Map(model);
        InstitutionModel.Map(model);
        var parameters = new ParameterMapping();
        model.ApplyConfiguration<Parameter>(parameters);
        model.ApplyConfiguration<ParameterPeriod>(parameters);
        model.ApplyConfiguration(new CalendarDayMapping());
    }
}
