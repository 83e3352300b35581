using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Testing.National;

/// <summary>Whose mean a published figure is.</summary>
internal enum TakerGroup
{
    /// <summary>All who took the subject.</summary>
    All,

    /// <summary>Takers of a creative exam (шығармашылық емтихан / творческий экзамен): another maximum, published apart.</summary>
    Creative,
}

/// <summary>
/// Пән бойынша қорытынды / результат по предмету: participants and mean of one subject in one territory and year. Of the territory's own
/// department (city), and of oblast and republic for comparison.
/// </summary>
internal sealed class SubjectResult : Entity, ITerritoryScoped
{
    /// <inheritdoc/>
    public string TerritoryCode { get; private set; } = "";

    /// <summary>Calendar year of the test.</summary>
    public int Year { get; private set; }

    /// <summary>Code of the subject (reference table).</summary>
    public string SubjectCode { get; private set; } = "";

    /// <summary>All takers, or those of a creative exam.</summary>
    public TakerGroup Group { get; private set; }

    /// <summary>Who took the subject; null where only the mean was published (oblast, republic).</summary>
    public int? Participants { get; private set; }

    /// <summary>Mean, hundredths of a point.</summary>
    public long MeanHundredths { get; private set; }

    /// <summary>Sum of points in hundredths: of a table mean × participants, of participants exact.</summary>
    public long? TotalHundredths { get; private set; }

    /// <summary>Where the figures come from.</summary>
    public ResultSource Source { get; private set; }

    /// <summary>The import that brought the row.</summary>
    public Guid? ImportId { get; private set; }

    /// <summary>Row in the imported file.</summary>
    public int? ImportRow { get; private set; }

    private SubjectResult()
    {
    }

    public SubjectResult(string territoryCode, int year, string subjectCode, TakerGroup group) =>
        (TerritoryCode, Year, SubjectCode, Group) = (territoryCode, year, subjectCode, group);

    /// <summary>Takes the figures of a table row. True when something changed.</summary>
    public bool Take(int? participants, long meanHundredths, Guid importId, int importRow)
    {
        if (Participants == participants && MeanHundredths == meanHundredths)
        {
            return false;
        }

        (Participants, MeanHundredths, TotalHundredths) = (participants, meanHundredths, meanHundredths * participants);
        (ImportId, ImportRow) = (importId, importRow);
        return true;
    }

    /// <summary>Takes the figures computed from the participants of the territory; nothing changes when they are equal.</summary>
    public void Compute(int participants, long points, Guid importId)
    {
        if (Source == ResultSource.Participants && Participants == participants && TotalHundredths == points * 100)
        {
            return;
        }

        (Participants, TotalHundredths, MeanHundredths) = (participants, points * 100, SchoolResult.Mean(points, participants) ?? 0);
        Source = ResultSource.Participants;
        (ImportId, ImportRow) = (importId, null);
    }
}

internal sealed class SubjectResultMapping : IEntityTypeConfiguration<SubjectResult>
{
    public void Configure(EntityTypeBuilder<SubjectResult> builder)
    {
        builder.ToTable("SubjectResults");
        builder.Property(r => r.TerritoryCode).HasMaxLength(9);
        builder.Property(r => r.SubjectCode).HasMaxLength(40);
        builder.HasIndex(r => new { r.Year, r.TerritoryCode, r.SubjectCode, r.Group }).IsUnique();
        builder.HasIndex(r => r.ImportId);
    }
}
