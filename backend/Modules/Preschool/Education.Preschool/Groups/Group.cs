using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Groups;

/// <summary>Топ / группа of a kindergarten in one academic year, with the ledger of its places.</summary>
internal sealed class Group : Entity, IInstitutionScoped
{
    private Group()
    {
    }

    public Group(Guid institutionId, int academicYear, string name, int birthYear, GroupLanguage language, string profile, int places)
    {
        InstitutionId = institutionId;
        AcademicYear = academicYear;
        LineId = Id;
        (Name, BirthYear, Language, Profile, Places) = (name, birthYear, language, profile, places);
    }

    public Guid InstitutionId { get; private set; }

    /// <summary>Calendar year of 1 September.</summary>
    public int AcademicYear { get; private set; }

    /// <summary>The same for the rows of one group through the years: the id of its first one.</summary>
    public Guid LineId { get; private set; }

    /// <summary>The living row of its line; a row of a past year keeps its last figures.</summary>
    public bool IsCurrent { get; private set; } = true;

    public string Name { get; private set; } = "";

    /// <summary>Calendar year of birth of its children; in a mixed-age group the one its free places are offered to.</summary>
    public int BirthYear { get; private set; }

    public GroupLanguage Language { get; private set; }

    /// <summary>Code of <see cref="GroupProfile"/>.</summary>
    public string Profile { get; private set; } = GroupProfile.General;

    /// <summary>Орын саны / мест.</summary>
    public int Places { get; private set; }

    /// <summary>Тізімдегі балалар / детей по списку.</summary>
    public int Children { get; private set; }

    /// <summary>Places under an offer or referral that is not yet an enrolment.</summary>
    public int Held { get; private set; }

    /// <summary>Published free places that nobody holds: what an allocation run may give away.</summary>
    public int Open { get; private set; }

    /// <summary>
    /// Those of <see cref="Open"/> whose exclusive offer passed without an answer: open to everybody in the line regardless of number
    /// (bulletin regime, norms §1.2), never again given by a run.
    /// </summary>
    public int OpenToAll { get; private set; }

    /// <summary>Топ бөлмесінің ауданы / площадь групповой, m².</summary>
    public decimal? AreaM2 { get; private set; }

    /// <summary>Жоспар / план: children expected on 1 September.</summary>
    public int? PlannedChildren { get; private set; }

    /// <summary>Расталғаны / подтверждено: by the families.</summary>
    public int? ConfirmedChildren { get; private set; }

    /// <summary>Нақты / факт: on the list on 1 September.</summary>
    public int? ActualChildren { get; private set; }

    /// <summary>First day without the group.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Changes what the group is; its places keep within the norm and above those in use.</summary>
    /// <exception cref="RuleViolation"><c>preschool.group-norm-exceeded</c>, <c>preschool.group-overfilled</c>, <c>preschool.group-has-held-places</c>.</exception>
    public void Set(string name, int birthYear, GroupLanguage language, string profile, int places, decimal? areaM2, NormBook norms)
    {
        MustLive();
        if (Held > 0 && (birthYear, language, profile) != (BirthYear, Language, Profile))
        {
            // The places were offered to another line of the queue.
            throw new RuleViolation("preschool.group-has-held-places", Held);
        }

        var norm = norms.Size(birthYear, profile);
        if (places > norm)
        {
            throw new RuleViolation("preschool.group-norm-exceeded", places, norm);
        }

        MustFit(places, Children + Held + Open);
        (Name, BirthYear, Language, Profile, Places, AreaM2) = (name, birthYear, language, profile, places, areaM2);
    }

    /// <summary>Publishes free places, or takes publication back: <paramref name="count"/> places are open from now on.</summary>
    /// <exception cref="RuleViolation"><c>preschool.group-overfilled</c>.</exception>
    public void Publish(int count)
    {
        MustLive();
        if (count < 0 || Children + Held + count > Places)
        {
            throw new RuleViolation("preschool.group-overfilled", Places, Children + Held);
        }

        Open = count;
        OpenToAll = Math.Min(OpenToAll, count);
    }

    /// <summary>Sets how many are on the list: at the start, or to correct it.</summary>
    /// <exception cref="RuleViolation"><c>preschool.group-overfilled</c>.</exception>
    public void SetChildren(int count)
    {
        MustLive();
        MustFit(Places, count + Held + Open);
        Children = count;
    }

    /// <summary>1 September: planned, confirmed by the families, actual.</summary>
    public void SetStaffing(int? planned, int? confirmed, int? actual)
    {
        if (ClosedOn is not null)
        {
            throw new RuleViolation("preschool.group-closed");
        }

        (PlannedChildren, ConfirmedChildren, ActualChildren) = (planned, confirmed, actual);
    }

    /// <summary>Children go over to another group of the same kindergarten.</summary>
    /// <exception cref="RuleViolation"><c>preschool.transfer-other-kindergarten</c>, <c>preschool.transfer-too-many</c>, <c>preschool.group-overfilled</c>.</exception>
    public void TransferTo(Group other, int count)
    {
        if (other.InstitutionId != InstitutionId)
        {
            throw new RuleViolation("preschool.transfer-other-kindergarten");
        }

        if (count > Children)
        {
            throw new RuleViolation("preschool.transfer-too-many", Children);
        }

        MustLive();
        other.SetChildren(other.Children + count);
        Children -= count;
    }

    /// <summary>The whole group becomes a year older: its row of the next academic year, with the same children.</summary>
    /// <exception cref="RuleViolation"><c>preschool.group-has-held-places</c>, <c>preschool.group-norm-exceeded</c>.</exception>
    public Group MoveUp(string name, NormBook next)
    {
        var places = Math.Min(Places, next.Size(BirthYear, Profile));
        if (Children > places)
        {
            throw new RuleViolation("preschool.group-norm-exceeded", Children, places);
        }

        EndYear();
        return new Group(InstitutionId, next.AcademicYear, name, BirthYear, Language, Profile, places) { LineId = LineId, Children = Children, AreaM2 = AreaM2 };
    }

    /// <summary>The year is over and the row becomes history; children of the oldest group have left for school.</summary>
    /// <exception cref="RuleViolation"><c>preschool.group-has-held-places</c>.</exception>
    public void EndYear()
    {
        MustHoldNothing();
        (IsCurrent, Open) = (false, 0);
    }

    /// <summary>Closes an empty group: it has no places any more.</summary>
    /// <exception cref="RuleViolation"><c>preschool.group-has-children</c>, <c>preschool.group-has-held-places</c>.</exception>
    public void Close(DateOnly day)
    {
        MustLive();
        MustHoldNothing();
        if (Children > 0)
        {
            throw new RuleViolation("preschool.group-has-children", Children);
        }

        (ClosedOn, Places, Open) = (day, 0, 0);
    }

    /// <summary>The Registry found that the institution was entered twice.</summary>
    public void FollowMerger(Guid into, string name) => (InstitutionId, Name) = (into, name);

    private static void MustFit(int places, int used)
    {
        if (used > places)
        {
            throw new RuleViolation("preschool.group-overfilled", places, used);
        }
    }

    private void MustLive()
    {
        if (ClosedOn is not null || !IsCurrent)
        {
            throw new RuleViolation(ClosedOn is null ? "preschool.group-of-past-year" : "preschool.group-closed");
        }
    }

    private void MustHoldNothing()
    {
        if (Held > 0)
        {
            throw new RuleViolation("preschool.group-has-held-places", Held);
        }
    }
}

internal sealed class GroupMapping : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.ToTable("Groups");
        builder.Property(g => g.Name).HasMaxLength(100);
        builder.Property(g => g.Profile).HasMaxLength(40);
        builder.HasIndex(g => new { g.InstitutionId, g.AcademicYear, g.Name }).IsUnique();

        builder.HasIndex(g => new { g.AcademicYear, g.BirthYear });
        builder.HasIndex(g => new { g.LineId, g.IsCurrent });
        builder.HasIndex(g => g.Open);

        // What an allocation run asks: open places of a birth year, language and profile.
        builder.HasIndex(g => new { g.BirthYear, g.Language, g.Profile, g.Open });
    }
}
