using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Education.Testing.National.Sessions;
using Education.Testing.National.Views;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Participants;

internal sealed record GetScoreDistributionQuery : IQuery<ScoreDistribution>
{
    /// <summary>Year of the test.</summary>
    public int? Year { get; init; }

    /// <summary>Id of the school.</summary>
    public Guid? Institution { get; init; }

    public ResultView? View { get; init; }
}

/// <summary>How a school's totals of the main session spread.</summary>
/// <param name="Year">Year of the test.</param>
/// <param name="InstitutionId">The school.</param>
/// <param name="Participants">Who took it; null where the school itself is hidden.</param>
/// <param name="Bands">Bands of ten points from 0 up to the year's maximum.</param>
internal sealed record ScoreDistribution(int Year, Guid InstitutionId, int? Participants, IReadOnlyList<ScoreBand> Bands);

/// <summary>A band of totals.</summary>
/// <param name="From">Lowest total of the band.</param>
/// <param name="To">Highest total of the band.</param>
/// <param name="Participants">How many; null where hidden.</param>
/// <param name="Hidden">Too few to be told apart from persons.</param>
internal sealed record ScoreBand(int From, int To, int? Participants, bool Hidden);

internal sealed class GetScoreDistributionValidator : AbstractValidator<GetScoreDistributionQuery>
{
    public GetScoreDistributionValidator()
    {
        RuleFor(q => q.Year).NotNull();
        RuleFor(q => q.Institution).NotNull();
    }
}

internal sealed class GetScoreDistributionHandler(TestingDbContext db, IParameters parameters, Publication publication)
    : IQueryHandler<GetScoreDistributionQuery, ScoreDistribution>
{
    private const int Width = 10;

    public async Task<ScoreDistribution> Handle(GetScoreDistributionQuery query, CancellationToken cancellationToken)
    {
        var (year, id) = (query.Year!.Value, query.Institution!.Value);
        var territory = await db.Scoped<InstitutionRef>().Where(i => i.Id == id).Select(i => i.TerritoryCode).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFound("Institution", id);
        var norms = await parameters.FindAll("testing.", new DateOnly(year, 6, 1), territory, cancellationToken);
        var max = new ParticipantNorms(norms).Max;
        var bands = await Bands(id, year, max, cancellationToken);
        var isInternal = publication.IsInternal(query.View);
        // A school hidden in the league table of its territory must not be counted out of its bands.
        if (!isInternal && (await publication.Of(year, cancellationToken)).Rows.Contains(id))
        {
            return new(year, id, null, [.. bands.Select((_, i) => new ScoreBand(i * Width, To(i), null, true))]);
        }

        var smallest = TestParameters.SmallestGroupOf(norms.GetValueOrDefault(TestParameters.SmallestGroup));
        var hidden = isInternal ? [] : SmallGroups.Hidden([.. bands.Select((count, i) => (i, (decimal?)count))], smallest);
        return new(year, id, bands.Sum(), [.. bands.Select((count, i) => new ScoreBand(i * Width, To(i), hidden.Contains(i) ? null : count, hidden.Contains(i)))]);

        int To(int band) => band == bands.Length - 1 ? max : (band * Width) + Width - 1;
    }

    private async Task<int[]> Bands(Guid institution, int year, int max, CancellationToken cancellationToken)
    {
        var counts = await db.Scoped<ParticipantResult>()
            .Where(r => r.InstitutionId == institution && r.Year == year && r.Session == SessionKind.Main)
            .GroupBy(r => r.Total / Width).Select(g => new { Band = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        // The maximum itself belongs to the last band: 130–140, not a band of its own.
        var bands = new int[((max - 1) / Width) + 1];
        counts.ForEach(c => bands[Math.Min(c.Band, bands.Length - 1)] += c.Count);
        return bands;
    }
}

internal static class GetScoreDistributionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/national/distribution", ([AsParameters] GetScoreDistributionQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("GetScoreDistribution").WithSummary("Totals of a school in bands of ten points, small groups hidden")
        .AcceptsQuery<GetScoreDistributionQuery>().RequirePermission(TestingPermissions.Read);
}
