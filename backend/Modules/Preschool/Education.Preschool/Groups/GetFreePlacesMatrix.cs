using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Groups;

internal sealed record GetFreePlacesMatrixQuery : IQuery<FreePlacesMatrix>
{
    /// <summary>КАТО code; its subtree is counted.</summary>
    public string? Territory { get; init; }

    /// <summary>Code of the profile.</summary>
    public string? Profile { get; init; }
}

/// <summary>Published free places of an age and language.</summary>
internal sealed record FreePlacesCell(string? AgeGroup, int BirthYear, GroupLanguage Language, int Groups, int Open);

/// <summary>Age by language; the total is the sum of the cells.</summary>
internal sealed record FreePlacesMatrix(IReadOnlyList<FreePlacesCell> Cells, int Total);

internal sealed class GetFreePlacesMatrixValidator : AbstractValidator<GetFreePlacesMatrixQuery>
{
    public GetFreePlacesMatrixValidator() =>
        RuleFor(q => q.Profile).Must(p => GroupProfile.Find(p) is not null).When(q => q.Profile is not null).WithCode("unknown-value");
}

internal sealed class GetFreePlacesMatrixHandler(PreschoolDbContext db, GroupNorms norms) : IQueryHandler<GetFreePlacesMatrixQuery, FreePlacesMatrix>
{
    public async Task<FreePlacesMatrix> Handle(GetFreePlacesMatrixQuery query, CancellationToken cancellationToken)
    {
        var groups = query.Profile is { } profile ? db.PublishedGroups.Where(g => g.Profile == profile) : db.PublishedGroups;
        var sums = await groups.With(db).Of(db, null, query.Territory, null)
            .GroupBy(l => new { l.Group.AcademicYear, l.Group.BirthYear, l.Group.Language })
            .Select(g => new { g.Key, Groups = g.Count(), Open = g.Sum(l => l.Group.Open) }).ToListAsync(cancellationToken);
        var ages = await norms.AgeGroups(cancellationToken);
        var cells = sums.Select(s => new FreePlacesCell(
                ages.FirstOrDefault(a => a.Takes(s.Key.AcademicYear, s.Key.BirthYear))?.Code, s.Key.BirthYear, s.Key.Language, s.Groups, s.Open))
            .GroupBy(c => (c.AgeGroup, c.BirthYear, c.Language))
            .Select(g => new FreePlacesCell(g.Key.AgeGroup, g.Key.BirthYear, g.Key.Language, g.Sum(c => c.Groups), g.Sum(c => c.Open)))
            .OrderByDescending(c => c.BirthYear).ThenBy(c => c.Language).ToList();
        return new(cells, cells.Sum(c => c.Open));
    }
}

internal static class GetFreePlacesMatrixEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/free-places/matrix", ([AsParameters] GetFreePlacesMatrixQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("GetFreePlacesMatrix").WithSummary("Published free places by year of birth and language").AcceptsQuery<GetFreePlacesMatrixQuery>()
        .RequirePermission(PreschoolPermissions.Read);
}
