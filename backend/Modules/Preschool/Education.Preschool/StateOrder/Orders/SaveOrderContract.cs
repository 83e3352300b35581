using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Orders;

/// <summary>Enters a contract (no id) or changes one; the kindergarten of a contract never changes.</summary>
internal sealed record SaveOrderContractCommand(Guid? Id, long Version, OrderContractBody Body) : ICommand<OrderContractResult>;

internal sealed class SaveOrderContractValidator : AbstractValidator<SaveOrderContractCommand>
{
    public SaveOrderContractValidator()
    {
        RuleFor(c => c.Body).SetValidator(new OrderContractBodyValidator()).OverridePropertyName("");
        RuleFor(c => c.Body.InstitutionId).NotNull().When(c => c.Id is null).OverridePropertyName("institutionId");
    }
}

internal sealed class SaveOrderContractHandler(PreschoolDbContext db, OrderCapacity capacity) : ICommandHandler<SaveOrderContractCommand, OrderContractResult>
{
    public Task<OrderContractResult> Handle(SaveOrderContractCommand command, CancellationToken cancellationToken) =>
        db.InTransaction(token => Save(command, token), cancellationToken);

    private async Task<OrderContractResult> Save(SaveOrderContractCommand command, CancellationToken cancellationToken)
    {
        var terms = command.Body.Terms;
        OrderContract contract;
        if (command.Id is { } id)
        {
            contract = await db.Scoped<OrderContract>().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new NotFound("OrderContract", id);
            contract.ExpectVersion(command.Version);
            contract.Set(terms);
        }
        else
        {
            contract = new OrderContract(command.Body.InstitutionId!.Value, terms);
            db.Add(contract);
        }

        var institution = await capacity.Institution(contract.InstitutionId, cancellationToken);
        await capacity.Check(contract.InstitutionId, contract.Id, terms, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return OrderContractResult.Of(contract, institution.Name);
    }
}

internal static class SaveOrderContractEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/state-order/contracts", async (OrderContractBody body, IDispatcher dispatcher, CancellationToken token) =>
            {
                var result = await dispatcher.Send(new SaveOrderContractCommand(null, 0, body), token);
                return TypedResults.Created($"/api/v1/preschool/state-order/contracts/{result.Id}", result);
            })
            .WithName("CreateOrderContract").WithSummary("Enters a contract of the state order")
            .WithIdempotency().RequirePermission(PreschoolPermissions.WriteStateOrder);
        routes.MapPut("/state-order/contracts/{id:guid}", (Guid id, OrderContractBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new SaveOrderContractCommand(id, ifMatch.Version, body), token))
            .WithName("UpdateOrderContract").WithSummary("Changes a contract of the state order; its kindergarten stays")
            .WithIfMatch().RequirePermission(PreschoolPermissions.WriteStateOrder);
    }
}
