using Education.BuildingBlocks.Persistence;
using Education.Preschool.StateOrder.Orders;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.StateOrder.Tariffs;

/// <summary>Age of the group, as the tariff asks.</summary>
internal enum OrderAge
{
    /// <summary>Бөбекжай / ясли.</summary>
    Nursery,

    /// <summary>Мектепке дейінгі / дошкольная.</summary>
    Preschool,
}

/// <summary>What a tariff is asked for, or holds for; in a tariff null stands for any.</summary>
internal sealed record TariffConditions(string? Kind, OrderPlace? Place, OrderHours? Hours, string? Profile, OrderAge? Age)
{
    /// <summary>Weights of the conditions, the more important more than all after it together: of two that fit, one is always nearer.</summary>
    public int Nearness => (Kind is null ? 0 : 16) + (Place is null ? 0 : 8) + (Hours is null ? 0 : 4) + (Profile is null ? 0 : 2) + (Age is null ? 0 : 1);

    public bool Fits(TariffConditions asked) =>
        (Kind is null || Kind == asked.Kind) && (Place is null || Place == asked.Place) && (Hours is null || Hours == asked.Hours)
        && (Profile is null || Profile == asked.Profile) && (Age is null || Age == asked.Age);
}

/// <summary>
/// Мемлекеттік тапсырыс тарифі / тариф госзаказа: tenge a child a month, and the parents' fee, by an act of the akimat (Law on Education,
/// art. 62(6)). Public, so it is read by everybody; changed by those who answer for its territory.
/// </summary>
internal sealed class OrderTariff : Entity
{
    private OrderTariff()
    {
    }

    public OrderTariff(string territoryCode, TariffConditions conditions)
    {
        TerritoryCode = territoryCode;
        (Kind, Place, Hours, Profile, Age) = (conditions.Kind, conditions.Place, conditions.Hours, conditions.Profile, conditions.Age);
    }

    /// <summary>КАТО code: holds in the subtree, unless a territory nearer has its own.</summary>
    public string TerritoryCode { get; private set; } = "";

    /// <summary>Code of the kind of institution.</summary>
    public string? Kind { get; private set; }

    public OrderPlace? Place { get; private set; }

    public OrderHours? Hours { get; private set; }

    public string? Profile { get; private set; }

    public OrderAge? Age { get; private set; }

    /// <summary>Tenge a child a month.</summary>
    public decimal Monthly { get; private set; }

    /// <summary>Ата-ана төлемі / родительская плата, tenge a month.</summary>
    public decimal? ParentFee { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public string LegalAct { get; private set; } = "";

    public TariffConditions Conditions => new(Kind, Place, Hours, Profile, Age);

    public void Set(decimal monthly, decimal? parentFee, DateOnly from, DateOnly? to, string legalAct) =>
        (Monthly, ParentFee, ValidFrom, ValidTo, LegalAct) = (monthly, parentFee, from, to, legalAct);

    public bool Holds(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}

internal sealed class OrderTariffMapping : IEntityTypeConfiguration<OrderTariff>
{
    public void Configure(EntityTypeBuilder<OrderTariff> builder)
    {
        builder.ToTable("OrderTariffs");
        builder.Ignore(t => t.Conditions);
        builder.Property(t => t.TerritoryCode).HasMaxLength(9);
        builder.Property(t => t.Kind).HasMaxLength(40);
        builder.Property(t => t.Profile).HasMaxLength(40);
        builder.HasIndex(t => new { t.TerritoryCode, t.ValidFrom });
    }
}

/// <summary>The tariffs that may hold in a territory, nearest first.</summary>
internal sealed class TariffBook(IReadOnlyList<OrderTariff> nearestFirst)
{
    public static async Task<TariffBook> Open(PreschoolDbContext db, string territoryCode, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var rows = await (
            from tariff in db.Set<OrderTariff>().AsNoTracking()
            join above in db.Set<TerritoryClosure>() on tariff.TerritoryCode equals above.AncestorCode
            where above.DescendantCode == territoryCode && tariff.ValidFrom <= last && (tariff.ValidTo == null || tariff.ValidTo >= first)
            select new { Tariff = tariff, above.Depth }).ToListAsync(cancellationToken);
        return new([.. rows.OrderBy(r => r.Depth).ThenByDescending(r => r.Tariff.Conditions.Nearness).Select(r => r.Tariff)]);
    }

    /// <summary>The tariff that holds, or null.</summary>
    public OrderTariff? Find(DateOnly day, TariffConditions asked) => nearestFirst.FirstOrDefault(t => t.Holds(day) && t.Conditions.Fits(asked));

    /// <exception cref="RuleViolation"><c>preschool.tariff-missing</c>: none is set for the day.</exception>
    public OrderTariff On(DateOnly day, TariffConditions asked) => Find(day, asked)
        ?? throw new RuleViolation("preschool.tariff-missing", day);
}
