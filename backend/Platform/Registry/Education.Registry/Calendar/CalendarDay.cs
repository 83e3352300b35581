using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Registry.Calendar;

/// <summary>What a day of the calendar is.</summary>
internal enum CalendarDayKind
{
    /// <summary>A day off that the rules do not give: Kurban Ait, a transferred day.</summary>
    DayOff,

    /// <summary>A day of work though it is a weekend or holiday.</summary>
    WorkingDay,
}

/// <summary>Күнтізбе күні / день календаря: an exception from weekends and fixed holidays, with the act that made it.</summary>
internal sealed class CalendarDay : Entity
{
    public DateOnly Date { get; private set; }

    public CalendarDayKind Kind { get; private set; }

    public LocalizedText Name { get; private set; } = null!;

    /// <summary>The act that made it.</summary>
    public string LegalAct { get; private set; } = "";

    private CalendarDay()
    {
    }

    public CalendarDay(DateOnly date, CalendarDayKind kind, LocalizedText name, string legalAct) =>
        (Date, Kind, Name, LegalAct) = (date, kind, name, legalAct);

    public void Change(CalendarDayKind kind, LocalizedText name, string legalAct) => (Kind, Name, LegalAct) = (kind, name, legalAct);
}

internal sealed class CalendarDayMapping : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("CalendarDays");
        builder.HasIndex(d => d.Date).IsUnique();
    }
}
