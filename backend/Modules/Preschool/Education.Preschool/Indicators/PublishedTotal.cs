using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Indicators;

/// <summary>
/// Жарияланған қорытынды / опубликованный итог: what a past report printed of a territory when its rows are not there (children, coverage, places of
/// the state order). Never used where rows are.
/// </summary>
internal sealed class PublishedTotal : Entity, ITerritoryScoped
{
    private PublishedTotal()
    {
    }

    public PublishedTotal(string territoryCode, int year, string code) => (TerritoryCode, Year, Code) = (territoryCode, year, code);

    public string TerritoryCode { get; private set; } = "";

    /// <summary>Calendar year.</summary>
    public int Year { get; private set; }

    /// <summary>Code of the indicator, see <see cref="PreschoolIndicators"/>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>In the unit of the indicator, as printed.</summary>
    public decimal Value { get; private set; }

    public Guid? ImportId { get; private set; }

    /// <summary>Row in the imported file.</summary>
    public int? ImportRow { get; private set; }

    public void Take(decimal value, Guid importId, int importRow) => (Value, ImportId, ImportRow) = (value, importId, importRow);
}

internal sealed class PublishedTotalMapping : IEntityTypeConfiguration<PublishedTotal>
{
    public void Configure(EntityTypeBuilder<PublishedTotal> builder)
    {
        builder.ToTable("PublishedTotals");
        builder.Property(t => t.TerritoryCode).HasMaxLength(9);
        builder.Property(t => t.Code).HasMaxLength(60);
        builder.Property(t => t.Value).HasPrecision(18, 4);
        builder.HasIndex(t => new { t.Year, t.TerritoryCode, t.Code }).IsUnique();
        builder.HasIndex(t => t.ImportId);
    }
}
