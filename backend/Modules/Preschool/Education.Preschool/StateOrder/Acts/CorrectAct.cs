using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Acts;

/// <summary>Why the approved act is corrected.</summary>
internal sealed record CorrectActBody(string? Reason);

/// <summary>Opens the sheets of an approved act again and begins its next revision; the approved one holds until that is approved.</summary>
internal sealed record CorrectActCommand(Guid Id, string? Reason) : ICommand<ActResult>;

internal sealed class CorrectActValidator : AbstractValidator<CorrectActCommand>
{
    public CorrectActValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(400);
}

internal sealed class CorrectActHandler(PreschoolDbContext db, ActCalculator calculator) : ICommandHandler<CorrectActCommand, ActResult>
{
    public async Task<ActResult> Handle(CorrectActCommand command, CancellationToken cancellationToken)
    {
        var named = await Acts.Find(db, command.Id, cancellationToken);
        var act = named.Act;
        act.MustBeApproved();
        if (await db.Scoped<MonthlyAct>().AnyAsync(a => a.ContractId == act.ContractId && a.Month == act.Month && a.State == ActState.Draft, cancellationToken))
        {
            throw new RuleViolation("preschool.act-correction-open");
        }

        var month = ReportingPeriod.Month(act.Month.Year, act.Month.Month);
        var next = new MonthlyAct(named.Contract, act.Month, act.Revision + 1, command.Reason!.Trim());
        next.Fill(await calculator.Compute(named.Contract, month, cancellationToken));
        foreach (var sheet in await calculator.Sheets(act.ContractId, month, cancellationToken))
        {
            sheet.Reopen();
        }

        db.Add(next);
        await db.SaveChangesAsync(cancellationToken);
        return ActResult.Of(new() { Act = next, Contract = named.Contract, Institution = named.Institution });
    }
}

internal static class CorrectActEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/acts/{id:guid}/corrections", async (Guid id, CorrectActBody body, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(new CorrectActCommand(id, body.Reason), token);
            return TypedResults.Created($"/api/v1/preschool/acts/{result.Id}", result);
        })
        .WithName("CorrectAct").WithSummary("Begins the next revision of an approved act and opens its sheets again")
        .WithIdempotency().RequirePermission(PreschoolPermissions.ApproveActs);
}
