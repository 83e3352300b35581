using Education.BuildingBlocks.Persistence;
using Education.Preschool.Groups;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.StateOrder.Orders;

/// <summary>Where the kindergarten stands, as the tariff asks.</summary>
internal enum OrderPlace
{
    /// <summary>Қала / город.</summary>
    Urban,

    /// <summary>Ауыл / село.</summary>
    Rural,
}

/// <summary>Күн режимі / режим пребывания, as the tariff asks.</summary>
internal enum OrderHours
{
    /// <summary>Толық күн / полный день.</summary>
    FullDay,

    /// <summary>Жарты күн / неполный день.</summary>
    HalfDay,

    /// <summary>Тәулік бойы / круглосуточно.</summary>
    RoundTheClock,
}

/// <summary>State of a contract.</summary>
internal enum OrderStatus
{
    /// <summary>Қолданыста / действует.</summary>
    Active,

    /// <summary>Бұзылған / расторгнут.</summary>
    Terminated,
}

/// <summary>What a contract says, as a value.</summary>
internal sealed record OrderTerms(
    string? Number, DateOnly? SignedOn, string? Competition, string? Lot, DateOnly StartsOn, DateOnly EndsOn, int? Places, int Kindergartens,
    OrderPlace Place, OrderHours Hours, string Profile);

/// <summary>Мемлекеттік тапсырыс шарты / договор госзаказа with a kindergarten, mostly a private one.</summary>
internal sealed class OrderContract : Entity, IInstitutionScoped
{
    private OrderContract()
    {
    }

    public OrderContract(Guid institutionId, OrderTerms terms)
    {
        InstitutionId = institutionId;
        Set(terms);
    }

    public Guid InstitutionId { get; private set; }

    public string? Number { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    /// <summary>Конкурс: the competition or purchase it was won in.</summary>
    public string? Competition { get; private set; }

    public string? Lot { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly EndsOn { get; private set; }

    /// <summary>Last day in force: <see cref="EndsOn"/>, or the day of termination.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Орын / мест; null where the source does not say: a sum over such contracts is unknown, not smaller.</summary>
    public int? Places { get; private set; }

    /// <summary>Kindergartens that the contract's name stands for: a list may name several of one founder once.</summary>
    public int Kindergartens { get; private set; } = 1;

    public OrderPlace Place { get; private set; }

    public OrderHours Hours { get; private set; }

    /// <summary>Code of <see cref="GroupProfile"/>.</summary>
    public string Profile { get; private set; } = GroupProfile.General;

    public OrderStatus Status { get; private set; }

    public string? TerminationReason { get; private set; }

    public Guid? ImportId { get; private set; }

    public int? ImportRow { get; private set; }

    public OrderTerms Terms => new(Number, SignedOn, Competition, Lot, StartsOn, EndsOn, Places, Kindergartens, Place, Hours, Profile);

    /// <exception cref="RuleViolation"><c>preschool.order-terminated</c>.</exception>
    public void Set(OrderTerms terms)
    {
        if (Status == OrderStatus.Terminated)
        {
            throw new RuleViolation("preschool.order-terminated");
        }

        (Number, SignedOn, Competition, Lot) = (terms.Number, terms.SignedOn, terms.Competition, terms.Lot);
        (StartsOn, EndsOn, LastDay) = (terms.StartsOn, terms.EndsOn, terms.EndsOn);
        (Places, Kindergartens, Place, Hours, Profile) = (terms.Places, terms.Kindergartens, terms.Place, terms.Hours, terms.Profile);
    }

    public void CameFrom(Guid importId, int row) => (ImportId, ImportRow) = (importId, row);

    /// <summary>Ends the contract before its time; <paramref name="lastDay"/> is its last day in force.</summary>
    /// <exception cref="RuleViolation">Terminated before, or the day lies outside the contract.</exception>
    public void Terminate(DateOnly lastDay, string reason)
    {
        if (Status == OrderStatus.Terminated)
        {
            throw new RuleViolation("preschool.order-terminated");
        }

        if (lastDay < StartsOn || lastDay > EndsOn)
        {
            throw new RuleViolation("preschool.order-termination-day", StartsOn, EndsOn);
        }

        (Status, LastDay, TerminationReason) = (OrderStatus.Terminated, lastDay, reason);
    }
}

internal sealed class OrderContractMapping : IEntityTypeConfiguration<OrderContract>
{
    public void Configure(EntityTypeBuilder<OrderContract> builder)
    {
        builder.ToTable("OrderContracts");
        builder.Ignore(c => c.Terms);
        builder.Property(c => c.Number).HasMaxLength(60);
        builder.Property(c => c.Lot).HasMaxLength(60);
        builder.Property(c => c.Profile).HasMaxLength(40);
        builder.HasIndex(c => new { c.InstitutionId, c.StartsOn });
        builder.HasIndex(c => new { c.StartsOn, c.LastDay });
    }
}
