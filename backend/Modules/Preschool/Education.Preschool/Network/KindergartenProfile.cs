using Education.BuildingBlocks.Persistence;
using Education.Preschool.Groups;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Network;

/// <summary>Балабақшаның ерекшелігі / особенность сада.</summary>
internal enum KindergartenSpecialisation
{
    /// <summary>Жалпы үлгідегі / общего типа.</summary>
    General,

    /// <summary>Үйдегі, отбасылық / домашний, семейного типа.</summary>
    HomeBased,

    /// <summary>Шипажайлық / санаторный.</summary>
    Sanatorium,

    /// <summary>Арнайы түзету / коррекционный.</summary>
    Correctional,
}

/// <summary>Бағыныстылығы / подчинение.</summary>
internal enum Subordination
{
    /// <summary>Қала, аудан / города, района.</summary>
    City,

    /// <summary>Облыс / области.</summary>
    Oblast,
}

/// <summary>Жұмыс тәртібі / режим дня.</summary>
internal enum DayRegime
{
    /// <summary>Толық күн / полный день.</summary>
    Full,

    /// <summary>Жарты күн / неполный день.</summary>
    Half,

    /// <summary>Тәулік бойы / круглосуточный.</summary>
    RoundTheClock,
}

/// <summary>Languages of a kindergarten's groups; a set.</summary>
[Flags]
internal enum KindergartenLanguages
{
    None = 0,
    Kk = 1,
    Ru = 2,
    Mixed = 4,
    Other = 8,
}

/// <summary>What the profile says; everything that nobody knows yet is null.</summary>
/// <param name="DesignCapacity">Жобалық қуаты / проектная мощность, places.</param>
/// <param name="AreaM2">Area of all group rooms, m².</param>
/// <param name="AgeFrom">Youngest children, full years.</param>
/// <param name="AgeTo">Oldest children, full years.</param>
/// <param name="HoursPerDay">Hours a day.</param>
/// <param name="Pedagogues">Педагогтер / педагогов.</param>
/// <param name="PedagoguesOfSpeciality">Of them with the speciality of preschool education.</param>
internal sealed record ProfileFacts(
    int? DesignCapacity, decimal? AreaM2, int? AgeFrom, int? AgeTo, KindergartenLanguages Languages, DayRegime Regime, decimal? HoursPerDay,
    KindergartenSpecialisation Specialisation, Subordination Subordination, int? Pedagogues, int? PedagoguesOfSpeciality);

/// <summary>Балабақшаның паспорты / профиль дошкольной организации, one for an institution of the Registry.</summary>
internal sealed class KindergartenProfile : Entity, IInstitutionScoped
{
    private KindergartenProfile()
    {
    }

    public KindergartenProfile(Guid institutionId) => InstitutionId = institutionId;

    public Guid InstitutionId { get; private set; }

    public int? DesignCapacity { get; private set; }

    public decimal? AreaM2 { get; private set; }

    public int? AgeFrom { get; private set; }

    public int? AgeTo { get; private set; }

    public KindergartenLanguages Languages { get; private set; }

    public DayRegime Regime { get; private set; }

    public decimal? HoursPerDay { get; private set; }

    public KindergartenSpecialisation Specialisation { get; private set; }

    public Subordination Subordination { get; private set; }

    public int? Pedagogues { get; private set; }

    public int? PedagoguesOfSpeciality { get; private set; }

    /// <summary>The import that wrote the profile last, when it was one.</summary>
    public Guid? ImportId { get; private set; }

    public ProfileFacts Facts => new(
        DesignCapacity, AreaM2, AgeFrom, AgeTo, Languages, Regime, HoursPerDay, Specialisation, Subordination, Pedagogues, PedagoguesOfSpeciality);

    /// <exception cref="RuleViolation"><c>preschool.speciality-exceeds-pedagogues</c>.</exception>
    public void Set(ProfileFacts facts, Guid? importId = null)
    {
        if (facts.PedagoguesOfSpeciality > (facts.Pedagogues ?? 0))
        {
            throw new RuleViolation("preschool.speciality-exceeds-pedagogues", facts.PedagoguesOfSpeciality, facts.Pedagogues ?? 0);
        }

        (DesignCapacity, AreaM2, AgeFrom, AgeTo, Languages) = (facts.DesignCapacity, facts.AreaM2, facts.AgeFrom, facts.AgeTo, facts.Languages);
        (Regime, HoursPerDay, Specialisation, Subordination) = (facts.Regime, facts.HoursPerDay, facts.Specialisation, facts.Subordination);
        (Pedagogues, PedagoguesOfSpeciality, ImportId) = (facts.Pedagogues, facts.PedagoguesOfSpeciality, importId);
    }

    /// <summary>The Registry found that the institution was entered twice.</summary>
    public void FollowMerger(Guid into) => InstitutionId = into;
}

internal static class KindergartenLanguageCodes
{
    public static IReadOnlyList<GroupLanguage> List(this KindergartenLanguages set) =>
        [.. Enum.GetValues<GroupLanguage>().Where(l => set.HasFlag(Flag(l)))];

    public static KindergartenLanguages Set(IEnumerable<GroupLanguage> languages) =>
        languages.Aggregate(KindergartenLanguages.None, (set, language) => set | Flag(language));

    public static KindergartenLanguages Flag(GroupLanguage language) => language switch
    {
        GroupLanguage.Kk => KindergartenLanguages.Kk,
        GroupLanguage.Ru => KindergartenLanguages.Ru,
        GroupLanguage.Mixed => KindergartenLanguages.Mixed,
        _ => KindergartenLanguages.Other,
    };
}

internal sealed class KindergartenProfileMapping : IEntityTypeConfiguration<KindergartenProfile>
{
    public void Configure(EntityTypeBuilder<KindergartenProfile> builder)
    {
        builder.ToTable("KindergartenProfiles");
        builder.Ignore(p => p.Facts);
        builder.Property(p => p.Languages).HasConversion<int>();
        builder.Property(p => p.HoursPerDay).HasPrecision(4, 2);
        builder.HasIndex(p => p.InstitutionId).IsUnique();
    }
}
