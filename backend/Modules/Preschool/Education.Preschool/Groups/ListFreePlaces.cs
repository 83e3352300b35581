using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Groups;

internal sealed record ListFreePlacesQuery : ListQuery, IQuery<PagedResult<FreePlacesRow>>
{
    /// <summary>КАТО code; its subtree is listed.</summary>
    public string? Territory { get; init; }

    /// <summary>Code of the age group.</summary>
    public string? AgeGroup { get; init; }

    public int? BirthYear { get; init; }

    public GroupLanguage? Language { get; init; }

    /// <summary>Code of the profile.</summary>
    public string? Profile { get; init; }
}

/// <summary>Published free places of a group.</summary>
internal sealed record FreePlacesRow(
    Guid GroupId, Guid InstitutionId, LocalizedText InstitutionName, string TerritoryCode, int AcademicYear, string Group, string? AgeGroup, int BirthYear,
    GroupLanguage Language, string Profile, int Open);

internal sealed class ListFreePlacesValidator : AbstractValidator<ListFreePlacesQuery>
{
    public ListFreePlacesValidator()
    {
        RuleFor(q => q.Q).MaximumLength(200);
        RuleFor(q => q.Profile).Must(p => GroupProfile.Find(p) is not null).When(q => q.Profile is not null).WithCode("unknown-value");
    }
}

internal sealed class ListFreePlacesHandler(PreschoolDbContext db, GroupNorms norms) : IQueryHandler<ListFreePlacesQuery, PagedResult<FreePlacesRow>>
{
    private static readonly SortMap<GroupLine> Sorts = new SortMap<GroupLine>(l => l.Group.Id)
        .By("institution", l => l.Institution.SortName).By("birthYear", l => l.Group.BirthYear).By("language", l => l.Group.Language)
        .By("profile", l => l.Group.Profile).By("open", l => l.Group.Open);

    public async Task<PagedResult<FreePlacesRow>> Handle(ListFreePlacesQuery query, CancellationToken cancellationToken)
    {
        var groups = db.PublishedGroups;
        groups = query.BirthYear is { } born ? groups.Where(g => g.BirthYear == born) : groups;
        groups = query.Language is { } language ? groups.Where(g => g.Language == language) : groups;
        groups = query.Profile is { } profile ? groups.Where(g => g.Profile == profile) : groups;
        var page = await groups.With(db).Of(db, query.AgeGroup, query.Territory, query.Q)
            .ToPage(query, Sorts, "institution,-birthYear", l => l, cancellationToken);
        var ages = await norms.AgeGroups(cancellationToken);
        return new(
            [
                .. page.Items.Select(l => new FreePlacesRow(
                    l.Group.Id, l.Group.InstitutionId, l.Institution.Name, l.Institution.TerritoryCode, l.Group.AcademicYear, l.Group.Name,
                    ages.FirstOrDefault(a => a.Takes(l.Group.AcademicYear, l.Group.BirthYear))?.Code, l.Group.BirthYear, l.Group.Language, l.Group.Profile,
                    l.Group.Open)),
            ],
            page.Page, page.PageSize, page.Total);
    }
}

internal static class ListFreePlacesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/free-places", ([AsParameters] ListFreePlacesQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListFreePlaces").WithSummary("Published free places; the same for every reader").AcceptsQuery<ListFreePlacesQuery>()
        .RequirePermission(PreschoolPermissions.Read);
}
