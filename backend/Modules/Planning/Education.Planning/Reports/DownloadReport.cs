using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Planning.Reports.Docx;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Planning.Reports;

internal sealed record DownloadReportCommand(Guid Id, Language? Language) : ICommand<DownloadReportResult>;

internal sealed record DownloadReportResult(string FileName, byte[] Content);

internal sealed class DownloadReportValidator : AbstractValidator<DownloadReportCommand>
{
    public DownloadReportValidator() =>
        RuleFor(c => c.Language).NotEqual(SharedKernel.Language.En).WithCode("planning.report-language");
}

internal sealed class DownloadReportHandler(PlanningDbContext db, ReportPress press, CurrentUser user)
    : ICommandHandler<DownloadReportCommand, DownloadReportResult>
{
    public async Task<DownloadReportResult> Handle(DownloadReportCommand command, CancellationToken cancellationToken)
    {
        var report = await press.Find(command.Id, cancellationToken);
        var language = ReportLanguage.Of(command.Language, user);
        var content = report.State == ReportState.Approved
            ? (await press.Frozen(report, cancellationToken)).Docx(language)
            : DocxReportWriter.Write(press.Render(await press.Figures(report, null, cancellationToken), language));

        // Taking a report away is an act of its own in the audit log.
        db.Record(nameof(Report), report.Id, "downloaded", language.Code());
        await db.SaveChangesAsync(cancellationToken);
        return new($"{report.Chapter}-{report.Period}-{report.TerritoryCode}-v{report.Number}-{language.Code()}.docx", content);
    }
}

internal static class DownloadReportEndpoint
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/reports/{id:guid}/document", async (Guid id, [AsParameters] Parameters parameters, IDispatcher dispatcher, CancellationToken token) =>
        {
            var file = await dispatcher.Send(new DownloadReportCommand(id, parameters.Language), token);
            return TypedResults.File(file.Content, MediaType, file.FileName);
        })
        .WithName("DownloadReport").WithSummary("The report as a Word document in Kazakh or Russian").AcceptsQuery<Parameters>()
        .Produces(StatusCodes.Status200OK, contentType: MediaType)
        .RequirePermission(PlanningPermissions.ReadReports);

    internal sealed record Parameters(Language? Language);
}
