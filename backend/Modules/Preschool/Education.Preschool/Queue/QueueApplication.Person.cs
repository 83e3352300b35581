using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;

namespace Education.Preschool.Queue;

/// <summary>Who the application is for and from. Left out of the log, of lists and of every public answer.</summary>
internal sealed partial class QueueApplication
{
    /// <summary>Баланың ЖСН / ИИН ребёнка; null while the application is provisional.</summary>
    [Personal]
    public string? Iin { get; private set; }

    /// <summary>Number of the birth document of a child without ИИН.</summary>
    [Personal]
    public string? BirthDocument { get; private set; }

    [Personal]
    public string ChildName { get; private set; } = "";

    [Personal]
    public string ApplicantName { get; private set; } = "";

    [Personal]
    public string ApplicantPhone { get; private set; } = "";

    /// <summary>What an officer wrote about a decision; may name people.</summary>
    [Personal]
    public string? Note { get; private set; }

    /// <summary>The child while the application is active: one at most (unique index); null afterwards.</summary>
    [Personal]
    [NotAudited]
    public string? ActiveChildKey { get; private set; }

    /// <summary>Restored once already: not a second time (norms §1.2).</summary>
    public DateTime? RestoredAt { get; private set; }

    public void Identify(ApplicationPerson person)
    {
        (Iin, BirthDocument) = (person.Iin, person.Iin is null ? person.BirthDocument : null);
        (ChildName, ApplicantName, ApplicantPhone) = (person.ChildName, person.ApplicantName, person.ApplicantPhone);
        ActiveChildKey = person.ChildKey;
    }

    public void Remark(string? note) => Note = string.IsNullOrWhiteSpace(note) ? Note : note.Trim();

    /// <summary>A benefit of the application changed: whoever saw the old state must look again.</summary>
    public void Changed() => Touch();

    public void Correct(DateOnly bornOn) => BornOn = bornOn;
}

/// <summary>Child and applicant as the desk writes them down.</summary>
internal sealed record ApplicationPerson(string? Iin, string? BirthDocument, string ChildName, string ApplicantName, string ApplicantPhone)
{
    public string ChildKey => Iin is not null ? "iin:" + Iin : "doc:" + SearchText.Normalize(BirthDocument).Replace(" ", "", StringComparison.Ordinal);
}
