using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.SharedKernel;
using FluentValidation;

namespace Education.Preschool.StateOrder.Orders;

/// <summary>What the person enters of a contract.</summary>
internal sealed record OrderContractBody(
    Guid? InstitutionId, string? Number, DateOnly? SignedOn, string? Competition, string? Lot, DateOnly? StartsOn, DateOnly? EndsOn, int? Places,
    int? Kindergartens, OrderPlace? Place, OrderHours? Hours, string? Profile)
{
    public OrderTerms Terms => new(
        Clean(Number), SignedOn, Clean(Competition), Clean(Lot), StartsOn!.Value, EndsOn!.Value, Places, Kindergartens ?? 1,
        Place ?? OrderPlace.Urban, Hours ?? OrderHours.FullDay, Profile ?? GroupProfile.General);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A contract with the name of its kindergarten.</summary>
internal sealed record OrderContractResult(
    Guid Id, Guid InstitutionId, LocalizedText InstitutionName, string? Number, DateOnly? SignedOn, string? Competition, string? Lot, DateOnly StartsOn,
    DateOnly EndsOn, DateOnly LastDay, int? Places, int Kindergartens, OrderPlace Place, OrderHours Hours, string Profile, OrderStatus Status,
    string? TerminationReason, Guid? ImportId, int? ImportRow, long Version) : IVersioned
{
    public static OrderContractResult Of(OrderContract c, LocalizedText name) => new(
        c.Id, c.InstitutionId, name, c.Number, c.SignedOn, c.Competition, c.Lot, c.StartsOn, c.EndsOn, c.LastDay, c.Places, c.Kindergartens, c.Place,
        c.Hours, c.Profile, c.Status, c.TerminationReason, c.ImportId, c.ImportRow, c.Version);
}

/// <summary>A contract beside the directory's row of its kindergarten.</summary>
internal sealed class NamedOrder
{
    public required OrderContract Contract { get; init; }

    public required InstitutionRef Institution { get; init; }
}

internal static class OrderContracts
{
    public static IQueryable<NamedOrder> Named(PreschoolDbContext db) =>
        from contract in db.Scoped<OrderContract>()
        join institution in db.Set<InstitutionRef>() on contract.InstitutionId equals institution.Id
        select new NamedOrder { Contract = contract, Institution = institution };
}

/// <summary>Shape of a contract, the same for entering and changing.</summary>
internal sealed class OrderContractBodyValidator : AbstractValidator<OrderContractBody>
{
    public OrderContractBodyValidator()
    {
        RuleFor(b => b.Number).MaximumLength(60);
        RuleFor(b => b.Competition).MaximumLength(400);
        RuleFor(b => b.Lot).MaximumLength(60);
        RuleFor(b => b.StartsOn).NotNull();
        RuleFor(b => b.EndsOn).NotNull();
        RuleFor(b => b.EndsOn).Must((b, end) => end is null || b.StartsOn is null || end >= b.StartsOn).WithCode("preschool.order-ends-before-start");
        RuleFor(b => b.Places).InclusiveBetween(1, 5_000);
        RuleFor(b => b.Kindergartens).InclusiveBetween(1, 50);
        RuleFor(b => b.Place).IsInEnum();
        RuleFor(b => b.Hours).IsInEnum();
        RuleFor(b => b.Profile).Must(p => p is null || GroupProfile.Find(p) is not null).WithCode("preschool.profile-unknown");
    }
}
