using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Indicators;

/// <summary>
/// Мектепке дайындық / готовность к школе: how many children of 5–6 years an institution assessed by the monitoring scale in a year, by level.
/// Counts only, no child.
/// </summary>
internal sealed class Readiness : Entity, IInstitutionScoped
{
    private Readiness()
    {
    }

    public Readiness(Guid institutionId, int year) => (InstitutionId, Year) = (institutionId, year);

    public Guid InstitutionId { get; private set; }

    /// <summary>Calendar year of the final assessment (May).</summary>
    public int Year { get; private set; }

    /// <summary>Жоғары деңгей / высокий уровень.</summary>
    public int High { get; private set; }

    /// <summary>Орташа деңгей / средний уровень.</summary>
    public int Middle { get; private set; }

    /// <summary>Төмен деңгей / низкий уровень.</summary>
    public int Low { get; private set; }

    public Guid? ImportId { get; private set; }

    /// <summary>Row in the imported file.</summary>
    public int? ImportRow { get; private set; }

    public (int High, int Middle, int Low) Levels => (High, Middle, Low);

    public void Take((int High, int Middle, int Low) levels, Guid importId, int importRow)
    {
        (High, Middle, Low) = levels;
        (ImportId, ImportRow) = (importId, importRow);
    }
}

internal sealed class ReadinessMapping : IEntityTypeConfiguration<Readiness>
{
    public void Configure(EntityTypeBuilder<Readiness> builder)
    {
        builder.ToTable("Readiness");
        builder.Ignore(r => r.Levels);
        builder.HasIndex(r => new { r.Year, r.InstitutionId }).IsUnique();
        builder.HasIndex(r => r.ImportId);
    }
}
