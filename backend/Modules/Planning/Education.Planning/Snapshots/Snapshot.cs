using Education.BuildingBlocks.Persistence;
using Education.Planning.Indicators;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Planning.Snapshots;

/// <summary>
/// Көрсеткіштер суреті / снимок показателей: the figures of a chapter, period and territory at one moment. Never changed: a correction of the
/// records makes the next number.
/// </summary>
internal sealed class Snapshot : Entity, ITerritoryScoped
{
    private Snapshot()
    {
    }

    public string TerritoryCode { get; private init; } = "";

    public string Chapter { get; private init; } = "";

    public string Period { get; private init; } = "";

    /// <summary>1, 2, 3… within chapter, period and territory.</summary>
    public int Number { get; private init; }

    public int FigureCount { get; private init; }

    /// <summary>SHA-256 of the canonical bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>The canonical bytes (<see cref="FigureSetJson"/>), compressed.</summary>
    [NotAudited]
    public byte[] Content { get; private init; } = [];

    public static Snapshot Of(FigureSet set, int number)
    {
        var bytes = FigureSetJson.Write(set);
        return new Snapshot
        {
            TerritoryCode = set.Territory,
            Chapter = set.Report,
            Period = set.Period,
            Number = number,
            FigureCount = set.Figures.Count,
            Sha256 = FigureSetJson.Hash(bytes),
            Content = Packed.Pack(bytes),
        };
    }
}

internal sealed class SnapshotMapping : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> builder)
    {
        builder.ToTable("Snapshots");
        builder.Property(s => s.TerritoryCode).HasMaxLength(9);
        builder.Property(s => s.Chapter).HasMaxLength(40);
        builder.Property(s => s.Period).HasMaxLength(10);
        builder.Property(s => s.Sha256).HasMaxLength(64);
        builder.HasIndex(s => new { s.TerritoryCode, s.Period, s.Chapter, s.Number }).IsUnique();
    }
}
