using Education.BuildingBlocks.Security;
using Education.Imports.Contracts;
using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Preschool.Indicators;

/// <summary>The records behind a figure, within the rights of who asks; those outside are counted as hidden.</summary>
internal sealed class PreschoolTrace(IEnumerable<IFigureRecords> topics, IImportSources imports, CurrentUser user) : IIndicatorTrace
{
    public bool Owns(string code) => PreschoolIndicators.Knows(code);

    public async Task<IndicatorTracePage> RowsAsync(TraceRequest request, CancellationToken cancellationToken)
    {
        if (!ReportingPeriod.TryParse(request.Period, out var period) || period.Kind != ReportingPeriodKind.Year)
        {
            return new([], request.Page, request.PageSize, 0);
        }

        var question = new FigureQuestion(period.CalendarYear, new HashSet<string>(StringComparer.Ordinal) { request.Code }, request.TerritoryCode, WithinRights: true);
        var cut = new FigureCut(request.Code, request.Dimensions, request.InstitutionId);
        var mine = await Behind(question, cut, cancellationToken);
        var all = user.Scope.Everything ? mine : await Behind(question with { WithinRights = false }, cut, cancellationToken);
        var page = await mine.Page(request.Page, request.PageSize, cancellationToken);
        var files = await PreschoolFacts.Files(imports, page, cancellationToken);
        return new([.. page.Select(r => r.Row(files))], request.Page, request.PageSize, mine.Count, all.Count - mine.Count);
    }

    private async Task<FigureRows> Behind(FigureQuestion question, FigureCut cut, CancellationToken cancellationToken)
    {
        foreach (var topic in topics)
        {
            if (await topic.Rows(question, cut, cancellationToken) is { Count: > 0 } rows)
            {
                return rows;
            }
        }

        var records = (await PreschoolFacts.Records(topics, question, cancellationToken)).FindAll(cut.Covers);

        // As Planning adds up: a published total stands only where no institution does.
        return FigureRows.Of(records.Exists(r => r.InstitutionId is not null) ? records.FindAll(r => r.InstitutionId is not null) : records);
    }
}
