using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Testing.National;

/// <summary>
/// Аумақтың жарияланған қорытындысы / опубликованный итог территории: the mean of oblast or republic for comparison, and what a past year's report
/// printed of the department's own territory when its rows are not there. Never used where rows are.
/// </summary>
internal sealed class TerritoryResult : Entity, ITerritoryScoped
{
    /// <inheritdoc/>
    public string TerritoryCode { get; private set; } = "";

    /// <summary>Calendar year of the test.</summary>
    public int Year { get; private set; }

    /// <summary>Mean total, hundredths of a point.</summary>
    public long? MeanHundredths { get; private set; }

    /// <summary>Participants below the threshold.</summary>
    public int? BelowThreshold { get; private set; }

    /// <summary>Takers of a creative exam.</summary>
    public int? CreativeTakers { get; private set; }

    /// <summary>The import that brought the row.</summary>
    public Guid? ImportId { get; private set; }

    /// <summary>Row in the imported file.</summary>
    public int? ImportRow { get; private set; }

    private TerritoryResult()
    {
    }

    public TerritoryResult(string territoryCode, int year) => (TerritoryCode, Year) = (territoryCode, year);

    /// <summary>The figures as a value, for comparison with a table row.</summary>
    public (long? Mean, int? Below, int? Creative) Figures => (MeanHundredths, BelowThreshold, CreativeTakers);

    /// <summary>Takes the figures of a table row.</summary>
    public void Take((long? Mean, int? Below, int? Creative) figures, Guid importId, int importRow)
    {
        (MeanHundredths, BelowThreshold, CreativeTakers) = figures;
        (ImportId, ImportRow) = (importId, importRow);
    }
}

internal sealed class TerritoryResultMapping : IEntityTypeConfiguration<TerritoryResult>
{
    public void Configure(EntityTypeBuilder<TerritoryResult> builder)
    {
        builder.ToTable("TerritoryResults");
        builder.Ignore(r => r.Figures);
        builder.Property(r => r.TerritoryCode).HasMaxLength(9);
        builder.HasIndex(r => new { r.Year, r.TerritoryCode }).IsUnique();
        builder.HasIndex(r => r.ImportId);
    }
}
