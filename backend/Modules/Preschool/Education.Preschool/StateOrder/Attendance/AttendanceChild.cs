using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.StateOrder.Attendance;

/// <summary>
/// Тізімдегі бала / ребёнок в списке группы under a contract of the state order. As little as the money needs: the kindergarten's own number, no
/// name; the ИИН only where it is known. Moving to another group ends one row and begins another with the same number.
/// </summary>
internal sealed class AttendanceChild : Entity, IInstitutionScoped
{
    private AttendanceChild()
    {
    }

    public AttendanceChild(Guid institutionId, Guid contractId, Guid groupId, string number, DateOnly from)
    {
        (InstitutionId, ContractId, GroupId, Number, EnrolledFrom) = (institutionId, contractId, groupId, number, from);
        SortNumber = SearchText.SortKey(number);
    }

    public Guid InstitutionId { get; private set; }

    public Guid ContractId { get; private set; }

    public Guid GroupId { get; private set; }

    /// <summary>Ішкі нөмір / внутренний номер within the kindergarten.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Digits of <see cref="Number"/> ordered as numbers.</summary>
    [NotAudited]
    public string SortNumber { get; private set; } = "";

    /// <summary>ЖСН / ИИН, 12 digits.</summary>
    [Personal]
    public string? Iin { get; private set; }

    /// <summary>First day on the list.</summary>
    public DateOnly EnrolledFrom { get; private set; }

    /// <summary>Last day on the list; null while on it.</summary>
    public DateOnly? EnrolledTo { get; private set; }

    public void Set(string? iin, DateOnly? enrolledTo) => (Iin, EnrolledTo) = (iin, enrolledTo);
}

internal sealed class AttendanceChildMapping : IEntityTypeConfiguration<AttendanceChild>
{
    public void Configure(EntityTypeBuilder<AttendanceChild> builder)
    {
        builder.ToTable("AttendanceChildren");
        builder.Property(c => c.Number).HasMaxLength(20);
        builder.Property(c => c.SortNumber).HasMaxLength(100);
        builder.Property(c => c.Iin).HasMaxLength(12);
        builder.HasIndex(c => new { c.InstitutionId, c.Number, c.EnrolledFrom }).IsUnique();
        builder.HasIndex(c => new { c.GroupId, c.EnrolledFrom });
        builder.HasIndex(c => new { c.ContractId, c.EnrolledFrom });
        builder.HasIndex(c => c.Iin);
    }
}
