using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Views;

/// <summary>Who reads: the department itself, or everybody (small groups hidden).</summary>
internal enum ResultView
{
    /// <summary>For publication: groups under the smallest size, and what they could be computed from, are hidden.</summary>
    Publication,

    /// <summary>For the department's own work; needs <c>testing.write</c>.</summary>
    Internal,
}

internal sealed record ListSchoolResultsQuery : ListQuery, IQuery<PagedResult<SchoolResultRow>>
{
    /// <summary>Year of the test.</summary>
    public int? Year { get; init; }

    /// <summary>КАТО code; its subtree is listed.</summary>
    public string? Territory { get; init; }

    public ResultView? View { get; init; }
}

/// <summary>One school of the league table. Hidden rows keep their place and name, not their figures.</summary>
internal sealed record SchoolResultRow(
    Guid InstitutionId, LocalizedText Name, int? Rank, int? Graduates, int? Participants, ShareValue? Participation, decimal? Mean,
    decimal? MeanWithoutCreative, decimal? PreviousMean, decimal? Change, ShareVerdict? PrintedParticipation, int? BelowThreshold,
    bool Hidden, ResultSource Source, Guid? ImportId, int? ImportRow);

internal sealed class ListSchoolResultsValidator : AbstractValidator<ListSchoolResultsQuery>
{
    public ListSchoolResultsValidator()
    {
        RuleFor(q => q.Year).NotNull();
        RuleFor(q => q.Territory).NotEmpty();
    }
}

internal sealed class ListSchoolResultsHandler(TestingDbContext db, Publication publication)
    : IQueryHandler<ListSchoolResultsQuery, PagedResult<SchoolResultRow>>
{
    public async Task<PagedResult<SchoolResultRow>> Handle(ListSchoolResultsQuery query, CancellationToken cancellationToken)
    {
        var (year, territory) = (query.Year!.Value, query.Territory!);
        var isInternal = publication.IsInternal(query.View);
        var hidden = isInternal ? [] : (await publication.Of(year, cancellationToken)).Rows.ToList();
        var hiddenBefore = isInternal ? [] : (await publication.Of(year - 1, cancellationToken)).Rows.ToList();
        var all = SchoolLine.Of(db, db.Scoped<SchoolResult>(), year, territory).Where(l => l.Participants != null);
        var lines = all;
        if (query.Q is { Length: > 0 } text)
        {
            var pattern = $"%{SearchText.Normalize(text)}%";
            lines = lines.Where(l => EF.Functions.Like(l.SearchName, pattern));
        }

        var shown = all.Where(l => !hidden.Contains(l.InstitutionId));
        var page = await lines.ToPage(
            query, Sorts(hidden, hiddenBefore), "-mean",
            rows => rows.Select(l => new { Line = l, Rank = shown.Count(o => o.MeanHundredths > l.MeanHundredths) + 1 }), cancellationToken);
        return new(
            [.. page.Items.Select(i => Row(i.Line, i.Rank, hidden.Contains(i.Line.InstitutionId), hiddenBefore.Contains(i.Line.InstitutionId)))], page.Page, page.PageSize, page.Total);
    }

    /// <summary>Hidden schools come last in every order of figures, else their place would tell the figure.</summary>
    private static SortMap<SchoolLine> Sorts(List<Guid> hidden, List<Guid> hiddenBefore) => new SortMap<SchoolLine>(l => l.InstitutionId)
        .By("name", l => l.SortName)
        .By("mean", l => hidden.Contains(l.InstitutionId) ? null : l.MeanHundredths)
        .By("previousMean", l => hidden.Contains(l.InstitutionId) || hiddenBefore.Contains(l.InstitutionId) ? null : l.PreviousHundredths)
        .By("change", l => hidden.Contains(l.InstitutionId) || hiddenBefore.Contains(l.InstitutionId) ? null : l.MeanHundredths - l.PreviousHundredths)
        .By("participants", l => hidden.Contains(l.InstitutionId) ? null : l.Participants)
        .By("graduates", l => hidden.Contains(l.InstitutionId) ? null : l.Graduates)
        .By("participation", l => hidden.Contains(l.InstitutionId) ? null : (double?)l.Participants / l.Graduates);

    private static SchoolResultRow Row(SchoolLine line, int rank, bool hidden, bool hiddenBefore)
    {
        if (hidden)
        {
            return new(line.InstitutionId, line.Name, null, null, null, null, null, null, null, null, null, null, true, line.Source, line.ImportId, line.ImportRow);
        }

        var previous = hiddenBefore ? null : line.PreviousHundredths;
        var participation = ShareValue.Of(line.Participants, line.Graduates);
        ShareVerdict? printed = line.PrintedParticipation is { } value && participation is { Denominator: > 0 }
            ? new Share(participation.Numerator, participation.Denominator).Compare(value, value == decimal.Truncate(value) ? 0 : 1)
            : null;
        return new(
            line.InstitutionId, line.Name, line.MeanHundredths is null ? null : rank, line.Graduates, line.Participants, participation,
            Points(line.MeanHundredths), Points(line.WithoutCreativeHundredths), Points(previous),
            Points(line.MeanHundredths - previous), printed, line.BelowThreshold, false, line.Source, line.ImportId, line.ImportRow);
    }

    private static decimal? Points(long? hundredths) => hundredths / 100m;
}

internal static class ListSchoolResultsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/national/schools", ([AsParameters] ListSchoolResultsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListSchoolResults").WithSummary("League table of the national test: schools of a territory in a year")
        .AcceptsQuery<ListSchoolResultsQuery>().RequirePermission(TestingPermissions.Read);
}
