using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Indicators;

/// <summary>Халық саны / численность населения: children of one age in a territory at the end of a year, the denominator of coverage.</summary>
internal sealed class Population : Entity, ITerritoryScoped
{
    private Population()
    {
    }

    public Population(string territoryCode, int year, int age) => (TerritoryCode, Year, Age) = (territoryCode, year, age);

    public string TerritoryCode { get; private set; } = "";

    /// <summary>Calendar year; the number is that of 31 December.</summary>
    public int Year { get; private set; }

    /// <summary>Full years, 0…6.</summary>
    public int Age { get; private set; }

    public int Children { get; private set; }

    /// <summary>Who counted, for example «Ұлттық статистика бюросы».</summary>
    public string Source { get; private set; } = "";

    /// <summary>Date of the source.</summary>
    public DateOnly? SourceDate { get; private set; }

    public Guid? ImportId { get; private set; }

    /// <summary>Row in the imported file.</summary>
    public int? ImportRow { get; private set; }

    public (int Children, string Source, DateOnly? Date) Figures => (Children, Source, SourceDate);

    public void Take((int Children, string Source, DateOnly? Date) figures, Guid importId, int importRow)
    {
        (Children, Source, SourceDate) = figures;
        (ImportId, ImportRow) = (importId, importRow);
    }
}

internal sealed class PopulationMapping : IEntityTypeConfiguration<Population>
{
    public void Configure(EntityTypeBuilder<Population> builder)
    {
        builder.ToTable("Population");
        builder.Ignore(p => p.Figures);
        builder.Property(p => p.TerritoryCode).HasMaxLength(9);
        builder.HasIndex(p => new { p.Year, p.TerritoryCode, p.Age }).IsUnique();
        builder.HasIndex(p => p.ImportId);
    }
}
