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

/// <summary>The last day in force and why.</summary>
internal sealed record TerminateOrderContractBody(DateOnly? LastDay, string? Reason);

internal sealed record TerminateOrderContractCommand(Guid Id, long Version, DateOnly? LastDay, string? Reason) : ICommand<OrderContractResult>;

internal sealed class TerminateOrderContractValidator : AbstractValidator<TerminateOrderContractCommand>
{
    public TerminateOrderContractValidator()
    {
        RuleFor(c => c.LastDay).NotNull();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(400);
    }
}

internal sealed class TerminateOrderContractHandler(PreschoolDbContext db) : ICommandHandler<TerminateOrderContractCommand, OrderContractResult>
{
    public async Task<OrderContractResult> Handle(TerminateOrderContractCommand command, CancellationToken cancellationToken)
    {
        var found = await OrderContracts.Named(db).SingleOrDefaultAsync(c => c.Contract.Id == command.Id, cancellationToken)
            ?? throw new NotFound("OrderContract", command.Id);
        found.Contract.ExpectVersion(command.Version);
        found.Contract.Terminate(command.LastDay!.Value, command.Reason!.Trim());
        await db.SaveChangesAsync(cancellationToken);
        return OrderContractResult.Of(found.Contract, found.Institution.Name);
    }
}

internal static class TerminateOrderContractEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/state-order/contracts/{id:guid}/termination",
            (Guid id, TerminateOrderContractBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new TerminateOrderContractCommand(id, ifMatch.Version, body.LastDay, body.Reason), token))
        .WithName("TerminateOrderContract").WithSummary("Ends a contract of the state order before its time")
        .WithIfMatch().RequirePermission(PreschoolPermissions.WriteStateOrder);
}
