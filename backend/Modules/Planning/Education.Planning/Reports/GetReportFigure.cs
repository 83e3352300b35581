using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Planning.Reports;

internal sealed record GetReportFigureQuery : IQuery<ReportFigureResult>
{
    public Guid Id { get; init; }

    /// <summary><c>data-figure</c> of the text.</summary>
    public string Key { get; init; } = "";

    public Guid? SnapshotId { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 50;
}

/// <summary>A figure with everything needed to check it.</summary>
/// <param name="Value">Unrounded; null when <paramref name="Missing"/> says why.</param>
/// <param name="Formula">In the reader's words.</param>
/// <param name="Shown">As published.</param>
/// <param name="Facts">How many facts were added up.</param>
/// <param name="RecordCount">How many records stand behind them.</param>
/// <param name="Operands">For a figure computed from others: those others.</param>
/// <param name="Rows">The records behind it that the reader may see; null for a derived, hidden or missing figure.</param>
/// <param name="Changed">True when the records say something else now than when the figure was taken; null when that cannot be told.</param>
internal sealed record ReportFigureResult(
    string Key, string Code, LocalizedText Name, IndicatorKind Kind, string Unit, string UnitName, string Period, LocalizedText PeriodName,
    LocalizedText Subject, LocalizedText? Formula, decimal? Numerator, decimal? Denominator, decimal? Value, string Shown, int Rounding, string? Missing,
    LocalizedText? LegalSource, int Facts, int RecordCount, IReadOnlyList<SourceFile> Sources, IReadOnlyList<FigureOperand> Operands,
    FigureRows? Rows, bool? Changed);

/// <param name="Key">Key of the figure in the same report, to open it in turn; null when the report has no such figure.</param>
internal sealed record FigureOperand(string? Key, string Code, LocalizedText Name, LocalizedText PeriodName, decimal? Value, string Shown);

/// <param name="Columns">Columns of the cells, in the order of the module that gives them.</param>
/// <param name="Hidden">Rows that count in the figure but lie outside the reader's scope.</param>
internal sealed record FigureRows(IReadOnlyList<TraceColumn> Columns, IReadOnlyList<TraceRow> Items, int Page, int PageSize, int Total, int Hidden);

internal sealed record TraceColumn(string Key, string Title);

internal sealed class GetReportFigureValidator : AbstractValidator<GetReportFigureQuery>
{
    public GetReportFigureValidator()
    {
        RuleFor(q => q.Key).NotEmpty().MaximumLength(400);
        RuleFor(q => q.Page).InclusiveBetween(1, 100_000);
        RuleFor(q => q.PageSize).InclusiveBetween(1, Paging.MaxPageSize);
    }
}

internal sealed class GetReportFigureHandler(ReportPress press, CurrentFigures current, FigureTraces traces)
    : IQueryHandler<GetReportFigureQuery, ReportFigureResult>
{
    public async Task<ReportFigureResult> Handle(GetReportFigureQuery query, CancellationToken cancellationToken)
    {
        var report = await press.Find(query.Id, cancellationToken);
        var set = ReportPress.AsShown(await press.Figures(report, query.SnapshotId, cancellationToken));
        var figure = set.Find(query.Key) ?? throw new NotFound("Figure", query.Key);
        var rows = await traces.Rows(figure, query.Page, query.PageSize, cancellationToken);
        var live = (query.SnapshotId ?? report.SnapshotId) is null;
        bool? changed = live || rows is null ? null : await current.DigestNow(set, figure, cancellationToken) is { } now ? now != figure.Origin.Digest : null;
        return traces.Describe(set, figure, rows, changed);
    }
}

internal static class GetReportFigureEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/reports/{id:guid}/figure", (Guid id, [AsParameters] Parameters parameters, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(
                new GetReportFigureQuery
                {
                    Id = id,
                    Key = parameters.Key ?? "",
                    SnapshotId = parameters.SnapshotId,
                    Page = parameters.Page ?? 1,
                    PageSize = parameters.PageSize ?? Paging.DefaultPageSize,
                },
                token))
        .WithName("GetReportFigure").WithSummary("Opens a figure: formula, numerator, denominator, records and files")
        .AcceptsQuery<Parameters>().RequirePermission(PlanningPermissions.ReadReports);

    internal sealed record Parameters
    {
        public string? Key { get; init; }

        public Guid? SnapshotId { get; init; }

        public int? Page { get; init; }

        public int? PageSize { get; init; }
    }
}
