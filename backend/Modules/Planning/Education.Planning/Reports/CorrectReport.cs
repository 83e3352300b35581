using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Reports;

internal sealed record CorrectReportCommand(Guid Id) : ICommand<CreateReportResult>;

internal sealed class CorrectReportValidator : AbstractValidator<CorrectReportCommand>
{
    public CorrectReportValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class CorrectReportHandler(PlanningDbContext db, ReportPress press) : ICommandHandler<CorrectReportCommand, CreateReportResult>
{
    public async Task<CreateReportResult> Handle(CorrectReportCommand command, CancellationToken cancellationToken)
    {
        var report = await press.Find(command.Id, cancellationToken);
        var correction = report.Correct();
        if (await db.Scoped<Report>().AnyAsync(r => r.SupersedesId == report.Id, cancellationToken))
        {
            throw new RuleViolation("planning.report-corrected");
        }

        db.Add(correction);
        await db.SaveChangesAsync(cancellationToken);
        return new(correction.Id, correction.Version);
    }
}

internal static class CorrectReportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/reports/{id:guid}/corrections", async (Guid id, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(new CorrectReportCommand(id), token);
            return TypedResults.Created($"/api/v1/planning/reports/{result.Id}", result);
        })
        .WithName("CorrectReport").WithSummary("Begins the next version of an approved report, which itself stays as it is")
        .WithIdempotency().RequirePermission(PlanningPermissions.WriteReports);
}
