using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Registry.Parameters;

/// <summary>Норматив / норматив: a number from law or ministry with the periods and territories in which it holds.</summary>
internal sealed class Parameter : Entity
{
    private readonly List<ParameterPeriod> _periods = [];

    /// <summary>Stable code, <c>module.topic.name</c>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What it is.</summary>
    public LocalizedText Name { get; private set; } = null!;

    /// <summary>Code of the unit.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Folded name and code, for search.</summary>
    [NotAudited]
    public string SearchName { get; private set; } = "";

    /// <summary>Values with their dates.</summary>
    public IReadOnlyList<ParameterPeriod> Periods => _periods;

    private Parameter()
    {
    }

    public Parameter(string code, LocalizedText name, string unit)
    {
        (Code, Name, Unit) = (code, name, unit);
        SearchName = SearchText.Normalize($"{code} {name.Kk} {name.Ru} {name.En}", 400);
    }

    /// <summary>
    /// Adds a value. An open value of the same territory that began earlier ends the day before; any other overlap is refused: two values
    /// of one norm on one day would make a report depend on chance.
    /// </summary>
    /// <exception cref="RuleViolation"><c>registry.parameter-overlap</c>.</exception>
    public ParameterPeriod Add(decimal value, DateOnly from, DateOnly? to, string legalAct, string? territory)
    {
        if (_periods.Find(p => p.TerritoryCode == territory && p.ValidTo is null && p.ValidFrom < from) is { } open)
        {
            open.EndOn(from.AddDays(-1));
        }

        var period = new ParameterPeriod(Id, value, from, to, legalAct, territory);
        RefuseOverlap(period);
        _periods.Add(period);
        Touch();
        return period;
    }

    /// <summary>Corrects a value in place.</summary>
    /// <exception cref="NotFound">No such value.</exception>
    /// <exception cref="RuleViolation"><c>registry.parameter-overlap</c>.</exception>
    public void Correct(Guid periodId, decimal value, DateOnly from, DateOnly? to, string legalAct)
    {
        var period = _periods.Find(p => p.Id == periodId) ?? throw new NotFound("ParameterPeriod", periodId);
        period.Correct(value, from, to, legalAct);
        RefuseOverlap(period);
        Touch();
    }

    private void RefuseOverlap(ParameterPeriod period)
    {
        if (_periods.Find(p => p != period && p.TerritoryCode == period.TerritoryCode && p.Overlaps(period)) is { } other)
        {
            throw new RuleViolation("registry.parameter-overlap", other.ValidFrom, other.ValidTo is { } to ? to : "…");
        }
    }
}

/// <summary>One value of a norm with its dates.</summary>
internal sealed class ParameterPeriod : Entity
{
    public Guid ParameterId { get; private set; }

    /// <summary>In the parameter's unit.</summary>
    public decimal Value { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day; null while it holds.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>The act it comes from.</summary>
    public string LegalAct { get; private set; } = "";

    /// <summary>Where it holds; null for the whole republic.</summary>
    public string? TerritoryCode { get; private set; }

    private ParameterPeriod()
    {
    }

    public ParameterPeriod(Guid parameterId, decimal value, DateOnly from, DateOnly? to, string legalAct, string? territory) =>
        (ParameterId, Value, ValidFrom, ValidTo, LegalAct, TerritoryCode) = (parameterId, value, from, to, legalAct, territory);

    public bool Overlaps(ParameterPeriod other) =>
        (ValidTo is null || other.ValidFrom <= ValidTo) && (other.ValidTo is null || ValidFrom <= other.ValidTo);

    public void EndOn(DateOnly last) => ValidTo = last;

    public void Correct(decimal value, DateOnly from, DateOnly? to, string legalAct) => (Value, ValidFrom, ValidTo, LegalAct) = (value, from, to, legalAct);
}

internal sealed class ParameterMapping : IEntityTypeConfiguration<Parameter>, IEntityTypeConfiguration<ParameterPeriod>
{
    public void Configure(EntityTypeBuilder<Parameter> builder)
    {
        builder.ToTable("Parameters");
        builder.Property(p => p.Code).HasMaxLength(120);
        builder.Property(p => p.Unit).HasMaxLength(40);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasMany(p => p.Periods).WithOne().HasForeignKey(p => p.ParameterId);
        builder.Navigation(p => p.Periods).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<ParameterPeriod> builder)
    {
        builder.ToTable("ParameterPeriods");
        builder.Property(p => p.Value).HasPrecision(18, 6);
        builder.Property(p => p.TerritoryCode).HasMaxLength(9);
        builder.HasIndex(p => new { p.ParameterId, p.ValidFrom });
    }
}
