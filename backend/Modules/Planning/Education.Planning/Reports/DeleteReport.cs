using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Planning.Reports;

internal sealed record DeleteReportCommand(Guid Id, long Version) : ICommand<bool>;

internal sealed class DeleteReportValidator : AbstractValidator<DeleteReportCommand>
{
    public DeleteReportValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeleteReportHandler(PlanningDbContext db, ReportPress press) : ICommandHandler<DeleteReportCommand, bool>
{
    public async Task<bool> Handle(DeleteReportCommand command, CancellationToken cancellationToken)
    {
        var report = await press.Find(command.Id, cancellationToken);
        report.ExpectVersion(command.Version);
        report.RefuseWhenApproved();
        db.Remove(report);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

internal static class DeleteReportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/reports/{id:guid}", async (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
        {
            await dispatcher.Send(new DeleteReportCommand(id, ifMatch.Version), token);
            return TypedResults.NoContent();
        })
        .WithName("DeleteReport").WithSummary("Deletes a report that was not approved")
        .WithIfMatch().RequirePermission(PlanningPermissions.WriteReports);
}
