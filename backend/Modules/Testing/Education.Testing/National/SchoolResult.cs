using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Testing.National;

/// <summary>Where the figures of a school, subject and year come from: never from two sources at once.</summary>
internal enum ResultSource
{
    /// <summary>An imported table that was published.</summary>
    Table,

    /// <summary>Computed from participants one by one.</summary>
    Participants,
}

/// <summary>
/// Мектептің ҰБТ қорытындысы / результат школы на ЕНТ: what a published table says of one school in one year. Where participants are known
/// one by one, the row is computed from them; where only tables exist, it is imported. Percentages and ranks are never stored.
/// </summary>
internal sealed class SchoolResult : Entity, IInstitutionScoped
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; private set; }

    /// <summary>Calendar year of the test.</summary>
    public int Year { get; private set; }

    /// <summary>Graduates of grade 11 (12); null where the table gives only the mean (a previous year's column).</summary>
    public int? Graduates { get; private set; }

    /// <summary>Graduates who took the test at least once in the main session.</summary>
    public int? Participants { get; private set; }

    /// <summary>Mean total in hundredths of a point, null when nobody took it. Whole numbers add up exactly on both databases.</summary>
    public long? MeanHundredths { get; private set; }

    /// <summary>Mean without the takers of a creative exam (another maximum), hundredths of a point.</summary>
    public long? MeanWithoutCreativeHundredths { get; private set; }

    /// <summary>Participation as printed in the table, percent: kept to be checked, never shown as the figure.</summary>
    public decimal? PrintedParticipation { get; private set; }

    /// <summary>Participants below the threshold of the total or of a subject; known only where participants are.</summary>
    public int? BelowThreshold { get; private set; }

    /// <summary>Where the figures (not <see cref="Graduates"/>) come from.</summary>
    public ResultSource Source { get; private set; }

    /// <summary>The import that brought the row.</summary>
    public Guid? ImportId { get; private set; }

    /// <summary>Row in the imported file.</summary>
    public int? ImportRow { get; private set; }

    /// <summary>Sum of points in hundredths, the addend of every weighted mean: of a table mean × participants, of participants exact.</summary>
    public long? TotalHundredths { get; private set; }

    private SchoolResult()
    {
    }

    public SchoolResult(Guid institutionId, int year)
    {
        InstitutionId = institutionId;
        Year = year;
    }

    /// <summary>Takes the figures of a table row. True when something changed.</summary>
    /// <exception cref="RuleViolation">More participants than graduates, or a mean above the maximum.</exception>
    public bool Take(SchoolFigures figures, Guid importId, int importRow)
    {
        if (figures.Participants > figures.Graduates)
        {
            throw new RuleViolation("testing.participants-exceed-graduates", figures.Participants, figures.Graduates);
        }

        if (figures == Figures)
        {
            return false;
        }

        (Graduates, Participants) = (figures.Graduates, figures.Participants);
        (MeanHundredths, MeanWithoutCreativeHundredths) = (figures.MeanHundredths, figures.MeanWithoutCreativeHundredths);
        PrintedParticipation = figures.PrintedParticipation;
        TotalHundredths = figures.MeanHundredths * figures.Participants;
        (ImportId, ImportRow) = (importId, importRow);
        return true;
    }

    /// <summary>Takes the figures computed from the school's participants; graduates stay as they were entered or published.</summary>
    public void Compute(ComputedSchool figures, Guid importId)
    {
        (Participants, TotalHundredths, BelowThreshold) = (figures.Participants, figures.Points * 100, figures.BelowThreshold);
        MeanHundredths = Mean(figures.Points, figures.Participants);
        MeanWithoutCreativeHundredths = Mean(figures.PointsWithoutCreative, figures.WithoutCreative);
        PrintedParticipation = null;
        Source = ResultSource.Participants;
        (ImportId, ImportRow) = (importId, null);
    }

    /// <summary>A mean in hundredths of a point, null of nobody.</summary>
    public static long? Mean(long points, int participants) =>
        participants == 0 ? null : (long)Rounding.HalfUp(points * 100m / participants, 0);

    /// <summary>The computed figures as a value: equal ones need no new version of the row.</summary>
    public bool Is(ComputedSchool figures) =>
        Source == ResultSource.Participants && Participants == figures.Participants && TotalHundredths == figures.Points * 100
        && BelowThreshold == figures.BelowThreshold && MeanWithoutCreativeHundredths == Mean(figures.PointsWithoutCreative, figures.WithoutCreative);

    /// <summary>The figures as a value, for comparison with a table row.</summary>
    public SchoolFigures Figures => new(Graduates, Participants, MeanHundredths, MeanWithoutCreativeHundredths, PrintedParticipation);
}

/// <summary>Figures of one school in one year.</summary>
internal sealed record SchoolFigures(
    int? Graduates, int? Participants, long? MeanHundredths, long? MeanWithoutCreativeHundredths, decimal? PrintedParticipation);

/// <summary>Sums over a school's participants in the main session, whole points.</summary>
internal sealed record ComputedSchool(
    Guid InstitutionId, int Participants, long Points, int WithoutCreative, long PointsWithoutCreative, int BelowThreshold);

internal sealed class SchoolResultMapping : IEntityTypeConfiguration<SchoolResult>
{
    public void Configure(EntityTypeBuilder<SchoolResult> builder)
    {
        builder.ToTable("SchoolResults");
        builder.Ignore(r => r.Figures);
        builder.Property(r => r.PrintedParticipation).HasPrecision(7, 2);
        builder.HasIndex(r => new { r.Year, r.InstitutionId }).IsUnique();
        builder.HasIndex(r => new { r.InstitutionId, r.Year });
        builder.HasIndex(r => r.ImportId);
    }
}
