using Education.Preschool.Queue.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Allocation.Runs;

internal sealed class RunMapping : IEntityTypeConfiguration<AllocationRun>, IEntityTypeConfiguration<RunQueue>, IEntityTypeConfiguration<RunPool>,
    IEntityTypeConfiguration<RunPlaces>, IEntityTypeConfiguration<RunProposal>
{
    public void Configure(EntityTypeBuilder<AllocationRun> builder)
    {
        builder.ToTable("AllocationRuns");
        builder.Property(r => r.TerritoryCode).HasMaxLength(9);
        builder.HasIndex(r => new { r.TerritoryCode, r.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<RunQueue> builder)
    {
        builder.ToTable("AllocationQueues");
        builder.Property(r => r.TerritoryCode).HasMaxLength(9);
        builder.Property(r => r.Rules).HasMaxLength(16);
        builder.HasIndex(r => new { r.RunId, r.TerritoryCode }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RunPool> builder)
    {
        builder.ToTable("AllocationPools");
        builder.Property(r => r.TerritoryCode).HasMaxLength(9);
        builder.Property(r => r.Pool).HasMaxLength(PoolKey.MaxLength);
        builder.HasIndex(r => new { r.RunId, r.Pool }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RunPlaces> builder)
    {
        builder.ToTable("AllocationPlaces");
        builder.Property(r => r.TerritoryCode).HasMaxLength(9);
        builder.Property(r => r.Pool).HasMaxLength(PoolKey.MaxLength);
        builder.HasIndex(r => new { r.RunId, r.GroupId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RunProposal> builder)
    {
        builder.ToTable("AllocationProposals");
        builder.Property(r => r.TerritoryCode).HasMaxLength(9);
        builder.Property(r => r.Pool).HasMaxLength(PoolKey.MaxLength);
        builder.Property(r => r.NextKey).HasMaxLength(80);
        builder.Property(r => r.Rules).HasMaxLength(16);
        builder.HasIndex(r => new { r.RunId, r.Order }).IsUnique();

        // Publication moves applications and places by these; the preview opens one pool.
        builder.HasIndex(r => new { r.RunId, r.GroupId });
        builder.HasIndex(r => new { r.RunId, r.Pool, r.Order });
    }
}
