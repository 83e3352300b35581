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

namespace Education.Access.Roles;

internal sealed record ListRolesQuery : ListQuery, IQuery<PagedResult<RoleRow>>;

internal sealed record GetRoleQuery(Guid Id) : IQuery<RoleRow>;

/// <summary>A role; that of the administrator holds every permission without listing them.</summary>
internal sealed class RoleRow : IVersioned
{
    public Guid Id { get; init; }

    public long Version { get; init; }

    public string Code { get; init; } = "";

    public LocalizedText Name { get; init; } = null!;

    public bool IsBuiltIn { get; init; }

    public List<string> Permissions { get; init; } = [];
}

internal sealed class ListRolesMapping : Profile
{
    public ListRolesMapping() => CreateMap<Role, RoleRow>();
}

internal sealed class ListRolesHandler(AccessDbContext db, AutoMapper.IConfigurationProvider mapper)
    : IQueryHandler<ListRolesQuery, PagedResult<RoleRow>>, IQueryHandler<GetRoleQuery, RoleRow>
{
    private static readonly SortMap<Role> Sorts = new SortMap<Role>(r => r.Id).By("code", r => r.Code);

    public Task<PagedResult<RoleRow>> Handle(ListRolesQuery query, CancellationToken cancellationToken)
    {
        var roles = db.Roles.AsNoTracking();
        roles = query.Q is { Length: > 0 } text ? roles.Where(r => r.Code.Contains(text) || r.Name.Kk.Contains(text) || r.Name.Ru.Contains(text)) : roles;
        return roles.ToPage(query, Sorts, "code", rows => rows.ProjectTo<RoleRow>(mapper), cancellationToken);
    }

    public async Task<RoleRow> Handle(GetRoleQuery query, CancellationToken cancellationToken) =>
        await db.Roles.AsNoTracking().Where(r => r.Id == query.Id).ProjectTo<RoleRow>(mapper).SingleOrDefaultAsync(cancellationToken)
        ?? throw new NotFound(nameof(Role), query.Id);
}

internal static class ListRolesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList("/roles", ([AsParameters] ListRolesQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
            .WithName("ListRoles").WithSummary("Roles with their permissions").AcceptsQuery<ListRolesQuery>().RequirePermission(AccessPermissions.ReadRoles);
        routes.MapGet("/roles/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetRoleQuery(id), token))
            .WithName("GetRole").WithSummary("One role").RequirePermission(AccessPermissions.ReadRoles);
    }
}
