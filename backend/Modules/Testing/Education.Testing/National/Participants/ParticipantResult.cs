using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Education.Testing.National.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Testing.National.Participants;

/// <summary>Language in which the test was taken.</summary>
internal enum TestLanguage
{
    /// <summary>Қазақ тілі / казахский.</summary>
    Kk,

    /// <summary>Орыс тілі / русский.</summary>
    Ru,

    /// <summary>Басқа / иной.</summary>
    Other,
}

/// <summary>
/// ҰБТ қатысушысының нәтижесі / результат участника ЕНТ: the best result of one person in one session of a year. The ИИН tells persons apart
/// and is never shown whole; names are not kept at all.
/// </summary>
internal sealed class ParticipantResult : Entity, IInstitutionScoped
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; private set; }

    /// <summary>Calendar year of the test.</summary>
    public int Year { get; private set; }

    /// <summary>Session of the year.</summary>
    public SessionKind Session { get; private set; }

    /// <summary>ИИН, 12 digits.</summary>
    [Personal]
    public string Iin { get; private set; } = "";

    /// <summary>Language of the test.</summary>
    public TestLanguage Language { get; private set; }

    /// <summary>Took a creative exam: another maximum, counted apart.</summary>
    public bool IsCreative { get; private set; }

    /// <summary>Reading literacy, points.</summary>
    public int Reading { get; private set; }

    /// <summary>Mathematical literacy, points; null where a creative taker does not take it.</summary>
    public int? MathLiteracy { get; private set; }

    /// <summary>History of Kazakhstan, points.</summary>
    public int History { get; private set; }

    /// <summary>Code of the first profile subject.</summary>
    public string? Profile1 { get; private set; }

    /// <summary>Points of the first profile subject.</summary>
    public int? Profile1Score { get; private set; }

    /// <summary>Code of the second profile subject.</summary>
    public string? Profile2 { get; private set; }

    /// <summary>Points of the second profile subject.</summary>
    public int? Profile2Score { get; private set; }

    /// <summary>Sum of the points above, never typed: stored so that SQL can sum and order by it.</summary>
    public int Total { get; private set; }

    /// <summary>The import that brought or last changed the row.</summary>
    public Guid ImportId { get; private set; }

    /// <summary>Row in the imported file.</summary>
    public int ImportRow { get; private set; }

    private ParticipantResult()
    {
    }

    public ParticipantResult(int year, SessionKind session, string iin, ParticipantScores scores, Guid importId, int importRow)
    {
        (Year, Session, Iin) = (year, session, iin);
        Take(scores, importId, importRow);
    }

    /// <summary>The figures as a value, for comparison with a row of a file.</summary>
    public ParticipantScores Scores => new(
        InstitutionId, Language, IsCreative, Reading, MathLiteracy, History, Profile1, Profile1Score, Profile2, Profile2Score);

    /// <summary>Takes the figures of a row.</summary>
    public void Take(ParticipantScores scores, Guid importId, int importRow)
    {
        (InstitutionId, Language, IsCreative) = (scores.InstitutionId, scores.Language, scores.IsCreative);
        (Reading, MathLiteracy, History) = (scores.Reading, scores.MathLiteracy, scores.History);
        (Profile1, Profile1Score) = (scores.Profile1, scores.Profile1Score);
        (Profile2, Profile2Score) = (scores.Profile2, scores.Profile2Score);
        Total = scores.Total;
        (ImportId, ImportRow) = (importId, importRow);
    }
}

/// <summary>What a row says of one participant, points.</summary>
internal sealed record ParticipantScores(
    Guid InstitutionId, TestLanguage Language, bool IsCreative, int Reading, int? MathLiteracy, int History,
    string? Profile1, int? Profile1Score, string? Profile2, int? Profile2Score)
{
    public int Total => Reading + (MathLiteracy ?? 0) + History + (Profile1Score ?? 0) + (Profile2Score ?? 0);
}

internal sealed class ParticipantResultMapping : IEntityTypeConfiguration<ParticipantResult>
{
    public void Configure(EntityTypeBuilder<ParticipantResult> builder)
    {
        builder.ToTable("ParticipantResults");
        builder.Ignore(r => r.Scores);
        builder.Property(r => r.Iin).HasMaxLength(12);
        builder.Property(r => r.Profile1).HasMaxLength(40);
        builder.Property(r => r.Profile2).HasMaxLength(40);
        builder.HasIndex(r => new { r.Year, r.Session, r.Iin }).IsUnique();
        builder.HasIndex(r => new { r.InstitutionId, r.Year, r.Session });
        builder.HasIndex(r => r.ImportId);
    }
}
