using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Planning.Indicators;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Checks.Printed;

internal sealed record ChangePrintedCommand(Guid Id, long Version, PrintedClaim Claim) : ICommand<PrintedResult>;

internal sealed class ChangePrintedValidator : AbstractValidator<ChangePrintedCommand>
{
    public ChangePrintedValidator() => RuleFor(c => c.Claim).SetValidator(new PrintedClaimValidator()).OverridePropertyName("");
}

internal sealed class ChangePrintedHandler(PlanningDbContext db, IndicatorBook book) : ICommandHandler<ChangePrintedCommand, PrintedResult>
{
    public async Task<PrintedResult> Handle(ChangePrintedCommand command, CancellationToken cancellationToken)
    {
        var statement = await db.Scoped<PrintedStatement>().SingleOrDefaultAsync(s => s.Id == command.Id, cancellationToken)
            ?? throw new NotFound("PrintedFigure", command.Id);
        statement.ExpectVersion(command.Version);
        PrintedRules.RefuseUnknownCode(book, command.Claim);
        var key = command.Claim.Key();
        if (await db.Scoped<PrintedStatement>().AnyAsync(
                s => s.Id != statement.Id && s.TerritoryCode == statement.TerritoryCode && s.Period == statement.Period && s.Key == key, cancellationToken))
        {
            throw new RuleViolation("planning.printed-exists");
        }

        statement.Say(command.Claim, statement.ImportId);
        await db.SaveChangesAsync(cancellationToken);
        return new(statement.Id, statement.Version);
    }
}

internal sealed record ChangePrintedBody(
    string Document, string Place, string? Label, string? Code, string? ValuePeriod, string? Dimensions, string Printed, Relation Relation, string? Operands,
    string? Chapter = null)
{
    public PrintedClaim Claim => new PrintedBody("", "", Document, Place, Label, Code, ValuePeriod, Dimensions, Printed, Relation, Operands, Chapter).Claim;
}

internal static class ChangePrintedEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/printed-figures/{id:guid}", (Guid id, ChangePrintedBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ChangePrintedCommand(id, ifMatch.Version, body.Claim), token))
        .WithName("ChangePrintedFigure").WithSummary("Corrects a printed figure").WithIfMatch().RequirePermission(PlanningPermissions.WriteChecks);
}
