using Education.Preschool.Queue.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Allocation.Offers;

internal sealed class OfferMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("Offers");
        builder.Ignore(o => o.Winner);
        builder.Ignore(o => o.IsLive);
        builder.Property(o => o.Number).HasMaxLength(30);
        builder.Property(o => o.TerritoryCode).HasMaxLength(9);
        builder.Property(o => o.Pool).HasMaxLength(PoolKey.MaxLength);
        builder.Property(o => o.NextKey).HasMaxLength(80);
        builder.Property(o => o.Rules).HasMaxLength(16);
        builder.Property(o => o.Reason).HasMaxLength(40);
        builder.Property(o => o.ReasonText).HasMaxLength(2000);
        builder.HasIndex(o => o.Number).IsUnique();
        builder.HasIndex(o => o.ApplicationId);
        builder.HasIndex(o => new { o.RunId, o.Sequence });

        // The mixing of a pool goes on after its last offers; terms that run out.
        builder.HasIndex(o => new { o.Pool, o.Way, o.Rank, o.Sequence });
        builder.HasIndex(o => new { o.TerritoryCode, o.State, o.Until });
    }
}
