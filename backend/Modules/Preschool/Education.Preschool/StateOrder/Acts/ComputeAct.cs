using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.StateOrder.Attendance;
using Education.Preschool.StateOrder.Orders;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Acts;

/// <summary>Computes the draft of a contract and month.</summary>
internal sealed record ComputeActCommand(Guid? ContractId, string? Month) : ICommand<ActResult>;

/// <summary>Computes a draft again from the sheets as they are now.</summary>
internal sealed record RecomputeActCommand(Guid Id, long Version) : ICommand<ActResult>;

internal sealed class ComputeActValidator : AbstractValidator<ComputeActCommand>
{
    public ComputeActValidator()
    {
        RuleFor(c => c.ContractId).NotNull();
        RuleFor(c => c.Month).Must(SheetMonth.IsMonth).WithCode("preschool.month-format");
    }
}

internal sealed class RecomputeActValidator : AbstractValidator<RecomputeActCommand>
{
    public RecomputeActValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ComputeActHandler(PreschoolDbContext db, ActCalculator calculator)
    : ICommandHandler<ComputeActCommand, ActResult>, ICommandHandler<RecomputeActCommand, ActResult>
{
    public async Task<ActResult> Handle(ComputeActCommand command, CancellationToken cancellationToken)
    {
        var month = ReportingPeriod.Parse(command.Month);
        var named = await OrderContracts.Named(db).SingleOrDefaultAsync(o => o.Contract.Id == command.ContractId, cancellationToken)
            ?? throw new NotFound("OrderContract", command.ContractId!);
        var contract = named.Contract;
        if (contract.StartsOn > month.End || contract.LastDay < month.Start)
        {
            throw new RuleViolation("preschool.act-outside-order");
        }

        if (await db.Scoped<MonthlyAct>().AnyAsync(a => a.ContractId == contract.Id && a.Month == month.Start, cancellationToken))
        {
            throw new RuleViolation("preschool.act-exists");
        }

        var act = new MonthlyAct(contract, month.Start, 1, null);
        act.Fill(await calculator.Compute(contract, month, cancellationToken));
        db.Add(act);
        await db.SaveChangesAsync(cancellationToken);
        return ActResult.Of(new() { Act = act, Contract = contract, Institution = named.Institution });
    }

    public async Task<ActResult> Handle(RecomputeActCommand command, CancellationToken cancellationToken)
    {
        var named = await Acts.Find(db, command.Id, cancellationToken);
        var act = named.Act;
        act.ExpectVersion(command.Version);
        act.MustBeDraft();
        act.Fill(await calculator.Compute(named.Contract, ReportingPeriod.Month(act.Month.Year, act.Month.Month), cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return ActResult.Of(named);
    }
}

internal static class ComputeActEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/acts", async (ComputeActCommand command, IDispatcher dispatcher, CancellationToken token) =>
            {
                var result = await dispatcher.Send(command, token);
                return TypedResults.Created($"/api/v1/preschool/acts/{result.Id}", result);
            })
            .WithName("ComputeAct").WithSummary("Computes the draft act of a contract and month from its attendance sheets")
            .WithIdempotency().RequirePermission(PreschoolPermissions.WriteStateOrder);
        routes.MapPut("/acts/{id:guid}/figures", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new RecomputeActCommand(id, ifMatch.Version), token))
            .WithName("RecomputeAct").WithSummary("Computes a draft act again from the sheets as they are now")
            .WithIfMatch().RequirePermission(PreschoolPermissions.WriteStateOrder);
    }
}
