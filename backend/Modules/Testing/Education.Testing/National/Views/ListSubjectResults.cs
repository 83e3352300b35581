using Education.BuildingBlocks.Messaging;
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

internal sealed record ListSubjectResultsQuery : IQuery<IReadOnlyList<SubjectResultRow>>
{
    /// <summary>Year of the test.</summary>
    public int? Year { get; init; }

    /// <summary>КАТО code.</summary>
    public string? Territory { get; init; }
}

/// <summary>A subject of a territory beside the same subject of the oblast and the republic, points.</summary>
internal sealed record SubjectResultRow(
    string Code, LocalizedText Name, SubjectBlock Block, int? Participants, decimal? Mean, decimal? OblastMean, decimal? RepublicMean, decimal? MaxScore,
    bool Hidden, ResultSource Source, Guid? ImportId, int? ImportRow);

internal sealed class ListSubjectResultsValidator : AbstractValidator<ListSubjectResultsQuery>
{
    public ListSubjectResultsValidator()
    {
        RuleFor(q => q.Year).NotNull();
        RuleFor(q => q.Territory).NotEmpty();
    }
}

internal sealed class ListSubjectResultsHandler(
    TestingDbContext db, ITerritoryDirectory territories, IParameters parameters, Publication publication)
    : IQueryHandler<ListSubjectResultsQuery, IReadOnlyList<SubjectResultRow>>
{
    public async Task<IReadOnlyList<SubjectResultRow>> Handle(ListSubjectResultsQuery query, CancellationToken cancellationToken)
    {
        var (year, territory) = (query.Year!.Value, query.Territory!);
        var above = (await territories.Ancestors(territory, cancellationToken)).ToDictionary(t => t.Level, t => t.Code);
        string?[] codes = [territory, above.GetValueOrDefault(1), above.GetValueOrDefault(0)];
        var rows = await db.SubjectsForAggregates.AsNoTracking()
            .Where(r => r.Year == year && r.Group == TakerGroup.All && codes.Contains(r.TerritoryCode)).ToListAsync(cancellationToken);
        var norms = await parameters.FindAll("testing.", new DateOnly(year, 6, 1), territory, cancellationToken);
        var smallest = TestParameters.SmallestGroupOf(norms.GetValueOrDefault(TestParameters.SmallestGroup));
        var own = rows.Where(r => r.TerritoryCode == territory).ToDictionary(r => r.SubjectCode, StringComparer.Ordinal);
        var hidden = SmallGroups.Hidden([.. own.Values.Select(r => (r.SubjectCode, (decimal?)r.Participants))], smallest);
        // All subjects together are the mean of the place.
        var isUnpublished = !publication.IsInternal(ResultView.Internal) && (await publication.Of(year, cancellationToken)).Places.Contains(territory);
        decimal? MeanAt(string? code, string subject) =>
            code is null || code == territory ? null : rows.Find(r => r.TerritoryCode == code && r.SubjectCode == subject)?.MeanHundredths / 100m;

        return [.. Subject.All.Where(s => own.ContainsKey(s.Code)).Select(s => Row(s, own[s.Code]))];

        SubjectResultRow Row(Subject subject, SubjectResult result)
        {
            var max = norms.GetValueOrDefault(TestParameters.SubjectMax + (subject.Block == SubjectBlock.Compulsory ? subject.Code : "profile"))?.Value;
            var isHidden = isUnpublished || hidden.Contains(subject.Code);
            return new(
                subject.Code, subject.Name, subject.Block, isHidden ? null : result.Participants, isHidden ? null : result.MeanHundredths / 100m,
                MeanAt(codes[1], subject.Code), MeanAt(codes[2], subject.Code), max, isHidden, result.Source, result.ImportId, result.ImportRow);
        }
    }
}

internal static class ListSubjectResultsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/national/subjects", ([AsParameters] ListSubjectResultsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListSubjectResults").WithSummary("Means by subject beside the oblast and the republic")
        .AcceptsQuery<ListSubjectResultsQuery>().RequirePermission(TestingPermissions.Read);
}
