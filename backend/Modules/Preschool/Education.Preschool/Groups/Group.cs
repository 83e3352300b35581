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
        (Name, BirthYear, Language, Profile, Places) = (name, birthYear, language, profile, places);
    }

    public Guid InstitutionId { get; private set; }

    /// <summary>Calendar year of 1 September.</summary>
    public int AcademicYear { get; private set; }

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

    /// <summary>Publishes free places, or takes publication back: <paramref name="count"/> places are open from now on.</summary>
    public void Publish(int count)
    {
        if (count < 0 || Children + Held + count > Places)
        {
            throw new RuleViolation("preschool.group-overfilled", Places, Children + Held);
        }

        Open = count;
        OpenToAll = Math.Min(OpenToAll, count);
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

        // What an allocation run asks: open places of a birth year, language and profile.
        builder.HasIndex(g => new { g.BirthYear, g.Language, g.Profile, g.Open });
    }
}
