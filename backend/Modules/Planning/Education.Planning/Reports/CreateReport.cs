using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Planning.Indicators;
using Education.Registry.Contracts;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Reports;

internal sealed record CreateReportCommand(string Chapter, string Period, string TerritoryCode) : ICommand<CreateReportResult>;

internal sealed record CreateReportResult(Guid Id, long Version) : IVersioned;

internal sealed class CreateReportValidator : AbstractValidator<CreateReportCommand>
{
    public CreateReportValidator()
    {
        RuleFor(c => c.Chapter).NotEmpty().MaximumLength(40);
        RuleFor(c => c.Period).Must(period => ReportingPeriod.TryParse(period, out _)).WithCode("planning.period-format");
        RuleFor(c => c.TerritoryCode).Must(code => KatoCode.TryParse(code, out _, out _)).WithCode("planning.territory-format");
    }
}

internal sealed class CreateReportHandler(PlanningDbContext db, IndicatorBook book, ITerritoryDirectory territories)
    : ICommandHandler<CreateReportCommand, CreateReportResult>
{
    public async Task<CreateReportResult> Handle(CreateReportCommand command, CancellationToken cancellationToken)
    {
        var found = await territories.Find([command.TerritoryCode], cancellationToken);
        var territory = found.GetValueOrDefault(command.TerritoryCode) ?? throw new InvalidFields("territoryCode", "unknown-value");
        var chapter = book.Chapter(command.Chapter);
        var period = ReportingPeriod.Parse(command.Period);
        var exists = await db.Scoped<Report>()
            .AnyAsync(r => r.TerritoryCode == territory.Code && r.Period == period.Code && r.Chapter == chapter.Code, cancellationToken);
        if (exists)
        {
            throw new RuleViolation("planning.report-exists", period.Name, territory.Name);
        }

        var report = Report.Begin(chapter.Code, period, territory);
        db.Add(report);
        await db.SaveChangesAsync(cancellationToken);
        return new(report.Id, report.Version);
    }
}

internal static class CreateReportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/reports", async (CreateReportCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/planning/reports/{result.Id}", result);
        })
        .WithName("CreateReport").WithSummary("Begins a report: one chapter for a period and territory")
        .WithIdempotency().RequirePermission(PlanningPermissions.WriteReports);
}
