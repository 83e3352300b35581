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

internal sealed record ListGroupsQuery : ListQuery, IQuery<PagedResult<GroupRow>>
{
    /// <summary>КАТО code; its subtree is listed.</summary>
    public string? Territory { get; init; }

    public Guid? Institution { get; init; }

    /// <summary>Calendar year of 1 September; the living groups unless asked.</summary>
    public int? AcademicYear { get; init; }

    /// <summary>Code of the age group.</summary>
    public string? AgeGroup { get; init; }

    public int? BirthYear { get; init; }

    public GroupLanguage? Language { get; init; }

    /// <summary>Code of the profile.</summary>
    public string? Profile { get; init; }

    /// <summary>Also the closed ones.</summary>
    public bool? WithClosed { get; init; }
}

/// <summary>A group with its places.</summary>
/// <param name="AgeGroup">Code, by academic year and year of birth; null where no age group takes it.</param>
/// <param name="Free">Places that nobody has or holds, published or not.</param>
internal sealed record GroupRow(
    Guid Id, Guid InstitutionId, LocalizedText InstitutionName, int AcademicYear, bool IsCurrent, string Name, string? AgeGroup, int BirthYear, GroupLanguage Language,
    string Profile, int Places, int Children, int Held, int Open, int Free, decimal? AreaM2, int? PlannedChildren, int? ConfirmedChildren, int? ActualChildren,
    DateOnly? ClosedOn, long Version) : IVersioned;

internal sealed class ListGroupsValidator : AbstractValidator<ListGroupsQuery>
{
    public ListGroupsValidator()
    {
        RuleFor(q => q.Q).MaximumLength(200);
        RuleFor(q => q.Profile).Must(p => GroupProfile.Find(p) is not null).When(q => q.Profile is not null).WithCode("unknown-value");
    }
}

/// <summary>A group with its kindergarten, before the page is cut.</summary>
internal sealed class GroupLine
{
    public required Group Group { get; init; }

    public required InstitutionRef Institution { get; init; }

    public GroupRow Row(IEnumerable<AgeGroup> ages) => new(
        Group.Id, Group.InstitutionId, Institution.Name, Group.AcademicYear, Group.IsCurrent, Group.Name,
        ages.FirstOrDefault(a => a.Takes(Group.AcademicYear, Group.BirthYear))?.Code, Group.BirthYear, Group.Language, Group.Profile, Group.Places, Group.Children,
        Group.Held, Group.Open, Group.Places - Group.Children - Group.Held, Group.AreaM2, Group.PlannedChildren, Group.ConfirmedChildren, Group.ActualChildren,
        Group.ClosedOn, Group.Version);
}

/// <summary>Queries over groups, shared by the lists.</summary>
internal static class GroupLines
{
    public static IQueryable<GroupLine> With(this IQueryable<Group> groups, PreschoolDbContext db) =>
        groups.Join(db.Set<InstitutionRef>().AsNoTracking(), g => g.InstitutionId, i => i.Id, (g, i) => new GroupLine { Group = g, Institution = i });

    public static IQueryable<GroupLine> Of(this IQueryable<GroupLine> lines, PreschoolDbContext db, string? ageGroup, string? territory, string? q)
    {
        if (ageGroup is not null)
        {
            lines = lines.Where(l => db.Set<AgeGroup>().Any(
                a => a.Code == ageGroup && a.ValidFrom <= l.Group.AcademicYear && (a.ValidTo == null || a.ValidTo >= l.Group.AcademicYear)
                    && l.Group.AcademicYear - l.Group.BirthYear >= a.MinAge && l.Group.AcademicYear - l.Group.BirthYear <= a.MaxAge));
        }

        if (territory is not null)
        {
            lines = lines.Where(l => db.Set<TerritoryClosure>().Any(c => c.AncestorCode == territory && c.DescendantCode == l.Institution.TerritoryCode));
        }

        foreach (var word in SearchText.Normalize(q).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            lines = lines.Where(l => l.Institution.SearchName.Contains(word));
        }

        return lines;
    }
}

internal sealed class ListGroupsHandler(PreschoolDbContext db, GroupNorms norms) : IQueryHandler<ListGroupsQuery, PagedResult<GroupRow>>
{
    private static readonly SortMap<GroupLine> Sorts = new SortMap<GroupLine>(l => l.Group.Id)
        .By("institution", l => l.Institution.SortName).By("name", l => l.Group.Name).By("birthYear", l => l.Group.BirthYear)
        .By("language", l => l.Group.Language).By("profile", l => l.Group.Profile).By("places", l => l.Group.Places).By("children", l => l.Group.Children)
        .By("open", l => l.Group.Open).By("free", l => l.Group.Places - l.Group.Children - l.Group.Held);

    public async Task<PagedResult<GroupRow>> Handle(ListGroupsQuery query, CancellationToken cancellationToken)
    {
        var page = await Filter(query).ToPage(query, Sorts, "institution,-birthYear,name", l => l, cancellationToken);
        var ages = await norms.AgeGroups(cancellationToken);
        return new([.. page.Items.Select(l => l.Row(ages))], page.Page, page.PageSize, page.Total);
    }

    private IQueryable<GroupLine> Filter(ListGroupsQuery query)
    {
        var groups = db.Scoped<Group>().AsNoTracking();
        groups = query.AcademicYear is { } year ? groups.Where(g => g.AcademicYear == year) : groups.Where(g => g.IsCurrent);
        groups = query.Institution is { } institution ? groups.Where(g => g.InstitutionId == institution) : groups;
        groups = query.BirthYear is { } born ? groups.Where(g => g.BirthYear == born) : groups;
        groups = query.Language is { } language ? groups.Where(g => g.Language == language) : groups;
        groups = query.Profile is { } profile ? groups.Where(g => g.Profile == profile) : groups;
        groups = query.WithClosed == true ? groups : groups.Where(g => g.ClosedOn == null);
        return groups.With(db).Of(db, query.AgeGroup, query.Territory, query.Q);
    }
}

internal static class ListGroupsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/groups", ([AsParameters] ListGroupsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListGroups").WithSummary("Groups of kindergartens with their places").AcceptsQuery<ListGroupsQuery>()
        .RequirePermission(PreschoolPermissions.Read);
}
