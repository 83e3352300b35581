using System.Net.Mime;
using System.Text;
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

internal sealed record DownloadReportCommand(Guid Id, Language? Language, ReportFormat Format) : ICommand<DownloadReportResult>;

internal sealed record DownloadReportResult(string FileName, string MediaType, byte[] Content);

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
        var html = command.Format == ReportFormat.Html;
        var content = html ? Encoding.UTF8.GetBytes(ReportHtmlPage.Of(ListReportsHandler.ChapterTitle(report.Chapter), await Html(report, language, cancellationToken), language))
            : await Docx(report, language, cancellationToken);

        // Taking a report away is an act of its own in the audit log.
        db.Record(nameof(Report), report.Id, "downloaded", language.Code());
        await db.SaveChangesAsync(cancellationToken);
        var name = $"{report.Chapter}-{report.Period}-{report.TerritoryCode}-v{report.Number}-{language.Code()}";
        return html ? new(name + ".html", MediaTypeNames.Text.Html, content) : new(name + ".docx", DownloadReportEndpoint.Word, content);
    }

    private async Task<byte[]> Docx(Report report, Language language, CancellationToken cancellationToken) => report.State == ReportState.Approved
        ? (await press.Frozen(report, cancellationToken)).Docx(language)
        : DocxReportWriter.Write(press.Render(await press.Figures(report, null, cancellationToken), language));

    private async Task<string> Html(Report report, Language language, CancellationToken cancellationToken) => report.State == ReportState.Approved
        ? (await press.Frozen(report, cancellationToken)).Html(language)
        : press.Render(await press.Figures(report, null, cancellationToken), language).ToHtml();
}

internal static class DownloadReportEndpoint
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/reports/{id:guid}/document", async (Guid id, [AsParameters] Parameters parameters, IDispatcher dispatcher, CancellationToken token) =>
        {
            var file = await dispatcher.Send(new DownloadReportCommand(id, parameters.Language, parameters.Format ?? ReportFormat.Docx), token);
            return TypedResults.File(file.Content, file.MediaType, file.FileName);
        })
        .WithName("DownloadReport").WithSummary("The report as a Word document or a page for a site, in Kazakh or Russian").AcceptsQuery<Parameters>()
        .Produces(StatusCodes.Status200OK, null, Word, MediaTypeNames.Text.Html)
        .RequirePermission(PlanningPermissions.ReadReports);

    internal sealed record Parameters(Language? Language, ReportFormat? Format);
}
