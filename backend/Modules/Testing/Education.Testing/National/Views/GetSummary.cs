using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Registry.Contracts;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Views;

internal sealed record GetNationalSummaryQuery : IQuery<NationalSummary>
{
    /// <summary>Year of the test.</summary>
    public int? Year { get; init; }

    /// <summary>КАТО code.</summary>
    public string? Territory { get; init; }
}

/// <summary>A mean with what it is made of, points.</summary>
/// <param name="Value">Unrounded; null when nobody took the test.</param>
/// <param name="Total">Sum of points.</param>
/// <param name="Participants">Who took it.</param>
internal sealed record MeanValue(decimal? Value, decimal Total, int Participants)
{
    public static MeanValue Of(long totalHundredths, int participants) =>
        new(participants == 0 ? null : totalHundredths / 100m / participants, totalHundredths / 100m, participants);
}

/// <summary>The year of a territory in figures, each computed from the rows of schools or subjects.</summary>
/// <param name="MaxScore">The most that the year's version of the test gives, points.</param>
/// <param name="PreviousMaxScore">The same of the year before: means of two versions are not comparable.</param>
/// <param name="SmallestGroup">Groups of fewer people are not published.</param>
internal sealed record NationalSummary(
    int Year, string Territory, int Schools, int Graduates, int Participants, ShareValue? Participation, MeanValue Mean, MeanValue? MeanFromSubjects,
    MeanValue? MeanWithoutCreative, int CreativeSchools, int SchoolsBothYears, int SchoolsRisen, decimal? PreviousMean, decimal? OblastMean,
    decimal? RepublicMean, int? BelowThreshold, decimal? Threshold, decimal? MaxScore, decimal? PreviousMaxScore, int SmallestGroup,
    IReadOnlyList<int> Years);

internal sealed class GetNationalSummaryValidator : AbstractValidator<GetNationalSummaryQuery>
{
    public GetNationalSummaryValidator()
    {
        RuleFor(q => q.Year).NotNull();
        RuleFor(q => q.Territory).NotEmpty();
    }
}

internal sealed class GetNationalSummaryHandler(TestingDbContext db, IParameters parameters, ITerritoryDirectory territories, Publication publication)
    : IQueryHandler<GetNationalSummaryQuery, NationalSummary>
{
    public async Task<NationalSummary> Handle(GetNationalSummaryQuery query, CancellationToken cancellationToken)
    {
        var (year, territory) = (query.Year!.Value, query.Territory!);
        var isInternal = publication.IsInternal(ResultView.Internal);
        if (!isInternal && (await publication.Of(year, cancellationToken)).Places.Contains(territory))
        {
            throw new RuleViolation("testing.too-few-to-publish");
        }

        var now = await Totals.OfSchools(db, year, territory, cancellationToken);
        var before = await Totals.OfSchools(db, year - 1, territory, cancellationToken);
        var subjects = await Totals.OfSubjects(db, year, territory, cancellationToken);
        var above = (await territories.Ancestors(territory, cancellationToken)).ToDictionary(t => t.Level, t => t.Code);
        var published = await Totals.Published(db, year, [territory, .. above.Values], cancellationToken);
        var own = published.GetValueOrDefault((territory, year));
        var isBeforeShown = isInternal || !(await publication.Of(year - 1, cancellationToken)).Places.Contains(territory);
        var previous = before.Participants > 0 && isBeforeShown
            ? before.TotalHundredths / 100m / before.Participants
            : published.GetValueOrDefault((territory, year - 1))?.MeanHundredths / 100m;
        var norms = await parameters.FindAll("testing.", new DateOnly(year, 6, 1), territory, cancellationToken);
        var smallest = TestParameters.SmallestGroupOf(norms.GetValueOrDefault(TestParameters.SmallestGroup));
        // The mean of all less that of the others is the mean of the takers of a creative exam.
        var withoutCreative = isInternal || subjects?.CreativeTakers >= smallest ? subjects?.WithoutCreative : null;
        var maxBefore = await parameters.Find(TestParameters.Max, new DateOnly(year - 1, 6, 1), territory, cancellationToken);
        return new(
            year, territory, now.Schools, now.Graduates, now.Participants, ShareValue.Of(now.Participants, now.Graduates),
            MeanValue.Of(now.TotalHundredths, now.Participants), subjects?.Mean, withoutCreative, now.CreativeSchools, now.BothYears, now.Risen,
            previous, Mean(published, above.GetValueOrDefault(1), year), Mean(published, above.GetValueOrDefault(0), year), now.BelowThreshold ?? own?.BelowThreshold,
            norms.GetValueOrDefault(TestParameters.Threshold)?.Value, norms.GetValueOrDefault(TestParameters.Max)?.Value, maxBefore?.Value,
            smallest, await Totals.Years(db, territory, cancellationToken));
    }

    private static decimal? Mean(IReadOnlyDictionary<(string Code, int Year), TerritoryResult> published, string? code, int year) =>
        code is null ? null : published.GetValueOrDefault((code, year))?.MeanHundredths / 100m;
}

internal static class GetNationalSummaryEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/national/summary", ([AsParameters] GetNationalSummaryQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("GetNationalSummary").WithSummary("National test of a territory in a year: participation, means, comparison")
        .AcceptsQuery<GetNationalSummaryQuery>().RequirePermission(TestingPermissions.Read);
}
