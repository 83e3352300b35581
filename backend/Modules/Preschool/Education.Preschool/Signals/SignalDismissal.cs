using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Signals;

/// <summary>What is worth a look. A signal is never a verdict.</summary>
internal enum SignalKind
{
    /// <summary>A group has untaken places while children of its age and language wait.</summary>
    UnderfilledGroup,

    /// <summary>More children than places, or than the norm of a group.</summary>
    OverfilledGroup,

    /// <summary>Never absent for months.</summary>
    FullAttendance,

    /// <summary>Present on a day off.</summary>
    DayOffPresence,

    /// <summary>One ИИН on two lists, or on a list and in the queue.</summary>
    ChildTwice,

    /// <summary>More children than the room of the group has space for by the norm of area.</summary>
    CrowdedRoom,
}

/// <summary>Белгіні жабу / снятие сигнала: somebody looked and said why it is fine. Kept; takes the signal out of the list until it is taken back.</summary>
internal sealed class SignalDismissal : Entity, IInstitutionScoped
{
    private SignalDismissal()
    {
    }

    public SignalDismissal(SignalKind kind, Guid subjectId, DateOnly month, Guid institutionId) =>
        (Kind, SubjectId, Month, InstitutionId) = (kind, subjectId, month, institutionId);

    public Guid InstitutionId { get; private set; }

    public SignalKind Kind { get; private set; }

    /// <summary>Group, child on a list or row of a sheet.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>First day of the month looked at: next month's signal is another one.</summary>
    public DateOnly Month { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The signal is shown again.</summary>
    public bool IsTakenBack { get; private set; }

    public void Say(string reason, bool takenBack) => (Reason, IsTakenBack) = (reason, takenBack);
}

internal sealed class SignalDismissalMapping : IEntityTypeConfiguration<SignalDismissal>
{
    public void Configure(EntityTypeBuilder<SignalDismissal> builder)
    {
        builder.ToTable("SignalDismissals");
        builder.HasIndex(d => new { d.Kind, d.SubjectId, d.Month }).IsUnique();
        builder.HasIndex(d => d.InstitutionId);
    }
}
