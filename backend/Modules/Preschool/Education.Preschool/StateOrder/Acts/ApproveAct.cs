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

internal sealed record ApproveActCommand(Guid Id, long Version) : ICommand<ActResult>;

internal sealed class ApproveActValidator : AbstractValidator<ApproveActCommand>
{
    public ApproveActValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ApproveActHandler(PreschoolDbContext db, ActCalculator calculator, TimeProvider time) : ICommandHandler<ApproveActCommand, ActResult>
{
    public Task<ActResult> Handle(ApproveActCommand command, CancellationToken cancellationToken) =>
        db.InTransaction(token => Approve(command, token), cancellationToken);

    private async Task<ActResult> Approve(ApproveActCommand command, CancellationToken cancellationToken)
    {
        var named = await Acts.Find(db, command.Id, cancellationToken);
        var act = named.Act;
        act.ExpectVersion(command.Version);
        act.MustBeDraft();
        var month = ReportingPeriod.Month(act.Month.Year, act.Month.Month);
        act.Approve(await calculator.Compute(named.Contract, month, cancellationToken), time.Today(), time.GetUtcNow().UtcDateTime);
        if (await calculator.Blanks(named.Contract, month, cancellationToken) is > 0 and var blanks)
        {
            throw new RuleViolation("preschool.attendance-incomplete", blanks);
        }

        foreach (var sheet in await calculator.Sheets(act.ContractId, month, cancellationToken))
        {
            sheet.Close();
        }

        var before = await db.Scoped<MonthlyAct>().SingleOrDefaultAsync(
            a => a.ContractId == act.ContractId && a.Month == act.Month && a.State == ActState.Approved && a.Id != act.Id, cancellationToken);
        before?.Supersede();
        await db.SaveChangesAsync(cancellationToken);
        return ActResult.Of(named);
    }
}

internal static class ApproveActEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/acts/{id:guid}/approval", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ApproveActCommand(id, ifMatch.Version), token))
        .WithName("ApproveAct").WithSummary("Approves an act: it is frozen with its hash, its sheets are closed, Finance is told")
        .WithIfMatch().RequirePermission(PreschoolPermissions.ApproveActs);
}
