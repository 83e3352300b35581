using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Planning.Indicators;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Planning.Reports;

internal sealed record GetReportTextQuery : IQuery<ReportTextResult>
{
    public Guid Id { get; init; }

    /// <summary><c>kk</c> or <c>ru</c>; the reader's language when not given, Kazakh for an English reader.</summary>
    public Language? Language { get; init; }

    /// <summary>Another snapshot of the same chapter, period and territory; not for an approved report.</summary>
    public Guid? SnapshotId { get; init; }
}

/// <param name="Html">The text without a page around it; figures are links of class <c>figure</c> with <c>data-figure</c>.</param>
/// <param name="Sha256">Hash of the figures it was written from.</param>
/// <param name="Live">True when it shows the records as they are now.</param>
internal sealed record ReportTextResult(string Html, Language Language, string Sha256, bool Live);

internal sealed class GetReportTextValidator : AbstractValidator<GetReportTextQuery>
{
    public GetReportTextValidator() =>
        RuleFor(q => q.Language).NotEqual(SharedKernel.Language.En).WithCode("planning.report-language");
}

internal sealed class GetReportTextHandler(ReportPress press, CurrentUser user) : IQueryHandler<GetReportTextQuery, ReportTextResult>
{
    public async Task<ReportTextResult> Handle(GetReportTextQuery query, CancellationToken cancellationToken)
    {
        var report = await press.Find(query.Id, cancellationToken);
        var language = ReportLanguage.Of(query.Language, user);
        if (report.State == ReportState.Approved && (query.SnapshotId ?? report.SnapshotId) == report.SnapshotId)
        {
            var frozen = await press.Frozen(report, cancellationToken);
            return new(frozen.Html(language), language, frozen.FiguresSha256, Live: false);
        }

        var set = await press.Figures(report, query.SnapshotId, cancellationToken);
        var live = query.SnapshotId is null && report.SnapshotId is null;
        return new(press.Render(set, language).ToHtml(), language, FigureSetJson.Hash(set), live);
    }
}

/// <summary>Reports are written in the state language and in Russian.</summary>
internal static class ReportLanguage
{
    public static Language Of(Language? asked, CurrentUser user) =>
        (asked ?? user.Language) == Language.Ru ? Language.Ru : Language.Kk;
}

internal static class GetReportTextEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/reports/{id:guid}/text", (Guid id, [AsParameters] Parameters parameters, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new GetReportTextQuery { Id = id, Language = parameters.Language, SnapshotId = parameters.SnapshotId }, token))
        .WithName("GetReportText").WithSummary("The report's text in Kazakh or Russian, as HTML").AcceptsQuery<Parameters>()
        .RequirePermission(PlanningPermissions.ReadReports);

    internal sealed record Parameters(Language? Language, Guid? SnapshotId);
}
