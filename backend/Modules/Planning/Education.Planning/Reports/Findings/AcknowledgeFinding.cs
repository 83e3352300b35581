using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Reports.Findings;

internal sealed record AcknowledgeFindingCommand(Guid Id, long Version, string Reason) : ICommand<AcknowledgeFindingResult>;

internal sealed record AcknowledgeFindingResult(Guid Id, long Version) : IVersioned;

internal sealed class AcknowledgeFindingValidator : AbstractValidator<AcknowledgeFindingCommand>
{
    public AcknowledgeFindingValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
}

internal sealed class AcknowledgeFindingHandler(PlanningDbContext db, ReportPress press, CurrentUser user, TimeProvider time)
    : ICommandHandler<AcknowledgeFindingCommand, AcknowledgeFindingResult>
{
    public async Task<AcknowledgeFindingResult> Handle(AcknowledgeFindingCommand command, CancellationToken cancellationToken)
    {
        var finding = await db.Scoped<ReportFinding>().SingleOrDefaultAsync(f => f.Id == command.Id, cancellationToken)
            ?? throw new NotFound("Finding", command.Id);
        finding.ExpectVersion(command.Version);
        (await press.Find(finding.ReportId, cancellationToken)).RefuseWhenApproved();
        finding.Acknowledge(command.Reason, user.Context.UserName, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        return new(finding.Id, finding.Version);
    }
}

internal sealed record AcknowledgeFindingBody(string Reason);

internal static class AcknowledgeFindingEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/findings/{id:guid}/acknowledgement", (Guid id, AcknowledgeFindingBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new AcknowledgeFindingCommand(id, ifMatch.Version, body.Reason), token))
        .WithName("AcknowledgeFinding").WithSummary("Explains why a finding may stay")
        .WithIfMatch().RequirePermission(PlanningPermissions.WriteReports);
}
