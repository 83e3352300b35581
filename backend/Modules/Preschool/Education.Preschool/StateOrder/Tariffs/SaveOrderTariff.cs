using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.Preschool.StateOrder.Orders;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Tariffs;

/// <summary>A tariff as entered; territory and conditions cannot change, for another condition is another tariff.</summary>
internal sealed record OrderTariffBody(
    string? TerritoryCode, string? Kind, OrderPlace? Place, OrderHours? Hours, string? Profile, OrderAge? Age, decimal? Monthly, decimal? ParentFee,
    DateOnly? ValidFrom, DateOnly? ValidTo, string? LegalAct);

internal sealed record SaveOrderTariffCommand(Guid? Id, long Version, OrderTariffBody Body) : ICommand<OrderTariffResult>;

internal sealed class SaveOrderTariffValidator : AbstractValidator<SaveOrderTariffCommand>
{
    public SaveOrderTariffValidator()
    {
        RuleFor(c => c.Body).SetValidator(new OrderTariffBodyValidator()).OverridePropertyName("");
        RuleFor(c => c.Body.TerritoryCode).NotEmpty().MaximumLength(9).When(c => c.Id is null).OverridePropertyName("territoryCode");
    }
}

internal sealed class OrderTariffBodyValidator : AbstractValidator<OrderTariffBody>
{
    public OrderTariffBodyValidator()
    {
        RuleFor(b => b.Kind).MaximumLength(40);
        RuleFor(b => b.Place).IsInEnum();
        RuleFor(b => b.Hours).IsInEnum();
        RuleFor(b => b.Age).IsInEnum();
        RuleFor(b => b.Profile).Must(p => p is null || GroupProfile.Find(p) is not null).WithCode("preschool.profile-unknown");
        RuleFor(b => b.Monthly).NotNull().InclusiveBetween(1m, 10_000_000m);
        RuleFor(b => b.ParentFee).InclusiveBetween(0m, 10_000_000m);
        RuleFor(b => b.ValidFrom).NotNull();
        RuleFor(b => b.ValidTo).Must((b, to) => to is null || b.ValidFrom is null || to >= b.ValidFrom).WithCode("preschool.order-ends-before-start");
        RuleFor(b => b.LegalAct).NotEmpty().MaximumLength(400);
    }
}

internal sealed class SaveOrderTariffHandler(PreschoolDbContext db, CurrentUser user) : ICommandHandler<SaveOrderTariffCommand, OrderTariffResult>
{
    public Task<OrderTariffResult> Handle(SaveOrderTariffCommand command, CancellationToken cancellationToken) =>
        db.InTransaction(token => Save(command, token), cancellationToken);

    private async Task<OrderTariffResult> Save(SaveOrderTariffCommand command, CancellationToken cancellationToken)
    {
        var body = command.Body;
        OrderTariff? tariff;
        if (command.Id is { } id)
        {
            tariff = await db.Set<OrderTariff>().SingleOrDefaultAsync(t => t.Id == id, cancellationToken) ?? throw new NotFound("OrderTariff", id);
            tariff.ExpectVersion(command.Version);
        }
        else
        {
            tariff = new OrderTariff(body.TerritoryCode!, new(body.Kind, body.Place, body.Hours, body.Profile, body.Age));
            db.Add(tariff);
        }

        await MustAnswerFor(tariff.TerritoryCode, cancellationToken);
        tariff.Set(body.Monthly!.Value, body.ParentFee, body.ValidFrom!.Value, body.ValidTo, body.LegalAct!.Trim());
        var same = await db.Set<OrderTariff>().AsNoTracking().Where(t => t.TerritoryCode == tariff.TerritoryCode && t.Id != tariff.Id).ToListAsync(cancellationToken);
        if (same.Find(t => t.Conditions == tariff.Conditions && t.ValidFrom <= (tariff.ValidTo ?? DateOnly.MaxValue) && (t.ValidTo ?? DateOnly.MaxValue) >= tariff.ValidFrom) is { } other)
        {
            throw new RuleViolation("preschool.tariff-overlap", other.ValidFrom);
        }

        await db.SaveChangesAsync(cancellationToken);
        return OrderTariffResult.Of(tariff);
    }

    /// <summary>A tariff has no scope of its own, for everybody may read it: who may change it is asked here.</summary>
    private async Task MustAnswerFor(string territory, CancellationToken cancellationToken)
    {
        var mine = user.Scope.TerritoryCode;
        var known = await db.Set<TerritoryClosure>().AnyAsync(
            c => c.DescendantCode == territory && (user.Scope.Everything ? c.AncestorCode == territory : c.AncestorCode == mine), cancellationToken);
        if (!known)
        {
            throw new NotFound("Territory", territory);
        }
    }
}

internal static class SaveOrderTariffEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/state-order/tariffs", async (OrderTariffBody body, IDispatcher dispatcher, CancellationToken token) =>
            {
                var result = await dispatcher.Send(new SaveOrderTariffCommand(null, 0, body), token);
                return TypedResults.Created("/api/v1/preschool/state-order/tariffs", result);
            })
            .WithName("CreateOrderTariff").WithSummary("Enters a tariff of the state order").WithIdempotency().RequirePermission(PreschoolPermissions.WriteStateOrder);
        routes.MapPut("/state-order/tariffs/{id:guid}", (Guid id, OrderTariffBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new SaveOrderTariffCommand(id, ifMatch.Version, body), token))
            .WithName("UpdateOrderTariff").WithSummary("Changes sums, dates and act of a tariff").WithIfMatch().RequirePermission(PreschoolPermissions.WriteStateOrder);
    }
}
