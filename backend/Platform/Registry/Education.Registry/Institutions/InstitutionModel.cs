using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Institutions;

internal static class InstitutionModel
{
    private const int SearchLength = 1000;

    public static void Map(ModelBuilder model)
    {
        MapInstitution(model);
        model.Entity<InstitutionKind>(kind =>
        {
            kind.ToTable("InstitutionKinds");
            kind.Property(k => k.Code).HasMaxLength(40);
            kind.Property(k => k.Group).HasMaxLength(40);
            kind.HasIndex(k => k.Code).IsUnique();
        });
        model.Entity<InstitutionChange>(change =>
        {
            change.ToTable("InstitutionChanges");
            change.Ignore(c => c.Name);
            change.Property(c => c.InstitutionKind).HasMaxLength(40);
            change.Property(c => c.TerritoryCode).HasMaxLength(9);
            change.Property(c => c.BasisNumber).HasMaxLength(100);
            change.Property(c => c.Note).HasMaxLength(1000);
            change.HasIndex(c => new { c.InstitutionId, c.Date, c.Sequence });
        });
        model.Entity<InstitutionPeriod>(period =>
        {
            period.ToTable("InstitutionPeriods");
            period.Property(p => p.Id).ValueGeneratedNever();
            period.Property(p => p.KindCode).HasMaxLength(40);
            period.Property(p => p.TerritoryCode).HasMaxLength(9);
            period.Property(p => p.SearchName).HasMaxLength(SearchLength);
            period.HasOne(p => p.Territory).WithMany().HasForeignKey(p => p.TerritoryCode).HasPrincipalKey(t => t.Code).OnDelete(DeleteBehavior.Restrict);
            period.HasIndex(p => new { p.InstitutionId, p.ValidFrom });
            period.HasIndex(p => new { p.ValidFrom, p.ValidTo });
        });
        model.Entity<InstitutionAlias>(alias =>
        {
            alias.ToTable("InstitutionAliases");
            alias.Property(a => a.Key).HasMaxLength(InstitutionName.MaxLength);
            alias.HasIndex(a => new { a.Key, a.InstitutionId }).IsUnique();
        });
        model.Entity<InstitutionKey>(key =>
        {
            key.ToTable("InstitutionKeys");
            key.Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.Key).HasMaxLength(InstitutionName.MaxLength);
            key.Property(k => k.Proper).HasMaxLength(InstitutionName.MaxLength);
            key.Property(k => k.Number).HasMaxLength(20);
            key.HasIndex(k => k.Key);
            key.HasIndex(k => k.Proper);
            key.HasIndex(k => new { k.Number, k.Family });
            key.HasIndex(k => k.InstitutionId);
        });
    }

    private static void MapInstitution(ModelBuilder model) => model.Entity<Institution>(institution =>
    {
        // Every module reads this table under this name (InstitutionRef of the building blocks).
        institution.ToTable("Institutions");
        institution.Property(i => i.Bin).HasMaxLength(12);
        institution.Property(i => i.TerritoryCode).HasMaxLength(9);
        institution.Property(i => i.KindCode).HasMaxLength(40);
        institution.Property(i => i.SearchName).HasMaxLength(SearchLength);
        institution.Property(i => i.Languages).HasConversion<int>();
        institution.HasIndex(i => i.Bin).IsUnique();
        institution.HasIndex(i => i.SortName);
        institution.HasIndex(i => new { i.TerritoryCode, i.SortName });
        institution.HasIndex(i => new { i.KindCode, i.SortName });
        institution.HasIndex(i => new { i.Ownership, i.SortName });
        institution.HasIndex(i => new { i.Status, i.SortName });
        institution.HasIndex(i => i.OpenedOn);
        institution.HasIndex(i => i.ClosedOn);
        institution.HasIndex(i => i.MergedIntoId);
        institution.HasOne(i => i.Territory).WithMany().HasForeignKey(i => i.TerritoryCode).HasPrincipalKey(t => t.Code).OnDelete(DeleteBehavior.Restrict);
        institution.HasOne(i => i.Parent).WithMany().HasForeignKey(i => i.ParentId).OnDelete(DeleteBehavior.Restrict);
        institution.HasMany(i => i.Changes).WithOne().HasForeignKey(c => c.InstitutionId).OnDelete(DeleteBehavior.Cascade);
        institution.HasMany(i => i.Periods).WithOne(p => p.Institution).HasForeignKey(p => p.InstitutionId).OnDelete(DeleteBehavior.Cascade);
        institution.HasMany(i => i.Aliases).WithOne(a => a.Institution).HasForeignKey(a => a.InstitutionId).OnDelete(DeleteBehavior.Cascade);
        institution.HasMany(i => i.Keys).WithOne(k => k.Institution).HasForeignKey(k => k.InstitutionId).OnDelete(DeleteBehavior.Cascade);
    });
}
