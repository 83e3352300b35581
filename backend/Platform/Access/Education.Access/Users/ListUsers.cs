using AutoMapper;
using AutoMapper.QueryableExtensions;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.Users;

internal sealed record ListUsersQuery : ListQuery, IQuery<PagedResult<UserRow>>
{
    /// <summary>Code of a role the users hold.</summary>
    public string? Role { get; init; }

    public bool? IsLocked { get; init; }
}

internal sealed class UserRow
{
    public Guid Id { get; init; }

    public string UserName { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public bool IsLocked { get; init; }

    public List<string> Roles { get; init; } = [];

    public bool SeesEverything { get; init; }

    public string? TerritoryCode { get; init; }

    public string? TerritoryName { get; set; }

    public int InstitutionCount { get; init; }

    public DateTime? LastSignInAt { get; init; }

    public long Version { get; init; }
}

internal sealed class ListUsersMapping : Profile
{
    public ListUsersMapping() => CreateMap<User, UserRow>()
        .ForMember(r => r.TerritoryName, o => o.Ignore())
        .ForMember(r => r.InstitutionCount, o => o.MapFrom(u => u.InstitutionIds.Count))
        .ForMember(r => r.LastSignInAt, o => o.MapFrom(u => u.Activity.LastSignInAt));
}

internal sealed class ListUsersHandler(AccessDbContext db, RightsGuard guard, ScopeNames names, AutoMapper.IConfigurationProvider mapper)
    : IQueryHandler<ListUsersQuery, PagedResult<UserRow>>
{
    private static readonly SortMap<User> Sorts = new SortMap<User>(u => u.Id)
        .By("displayName", u => u.SortName).By("userName", u => u.UserName).By("lastSignInAt", u => u.Activity.LastSignInAt);

    public async Task<PagedResult<UserRow>> Handle(ListUsersQuery query, CancellationToken cancellationToken)
    {
        var users = guard.Visible(db.Users.AsNoTracking());
        users = query.Role is { } role ? users.Where(u => u.Roles.Contains(role)) : users;
        users = query.IsLocked is { } locked ? users.Where(u => u.IsLocked == locked) : users;
        if (SearchText.Normalize(query.Q) is { Length: > 0 } text)
        {
            users = users.Where(u => u.SearchName.Contains(text));
        }

        var page = await users.ToPage(query, Sorts, "displayName", rows => rows.ProjectTo<UserRow>(mapper), cancellationToken);
        var territories = await names.OfTerritories(page.Items.Select(u => u.TerritoryCode), cancellationToken);
        foreach (var row in page.Items.Where(u => u.TerritoryCode is not null))
        {
            row.TerritoryName = territories.GetValueOrDefault(row.TerritoryCode!);
        }

        return page;
    }
}

internal static class ListUsersEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/users", ([AsParameters] ListUsersQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListUsers").WithSummary("Users within the reader's scope").AcceptsQuery<ListUsersQuery>().RequirePermission(AccessPermissions.ReadUsers);
}
