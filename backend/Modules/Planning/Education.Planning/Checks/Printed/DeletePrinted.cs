using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Checks.Printed;

internal sealed record DeletePrintedCommand(Guid Id, long Version) : ICommand<bool>;

internal sealed class DeletePrintedValidator : AbstractValidator<DeletePrintedCommand>
{
    public DeletePrintedValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeletePrintedHandler(PlanningDbContext db) : ICommandHandler<DeletePrintedCommand, bool>
{
    public async Task<bool> Handle(DeletePrintedCommand command, CancellationToken cancellationToken)
    {
        var statement = await db.Scoped<PrintedStatement>().SingleOrDefaultAsync(s => s.Id == command.Id, cancellationToken)
            ?? throw new NotFound("PrintedFigure", command.Id);
        statement.ExpectVersion(command.Version);
        db.Remove(statement);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

internal static class DeletePrintedEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/printed-figures/{id:guid}", async (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
        {
            await dispatcher.Send(new DeletePrintedCommand(id, ifMatch.Version), token);
            return TypedResults.NoContent();
        })
        .WithName("DeletePrintedFigure").WithSummary("Takes a printed figure out").WithIfMatch().RequirePermission(PlanningPermissions.WriteChecks);
}
