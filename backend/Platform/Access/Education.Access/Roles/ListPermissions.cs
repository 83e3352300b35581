using Education.BuildingBlocks;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Access.Roles;

internal sealed record ListPermissionsQuery : IQuery<IReadOnlyList<PermissionGroup>>;

/// <summary>The permissions of one module, <c>platform</c> first.</summary>
internal sealed record PermissionGroup(string Module, IReadOnlyList<PermissionItem> Permissions);

internal sealed record PermissionItem(string Code, string Name);

internal sealed class ListPermissionsHandler(IReadOnlyList<Module> modules, Texts texts, CurrentUser user)
    : IQueryHandler<ListPermissionsQuery, IReadOnlyList<PermissionGroup>>
{
    public Task<IReadOnlyList<PermissionGroup>> Handle(ListPermissionsQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PermissionGroup>>(
        [
            Group("platform", PlatformPermissions.All),
            .. modules.Where(m => m.Permissions.Count > 0).Select(m => Group(m.Name, m.Permissions)),
        ]);

    private PermissionGroup Group(string module, IReadOnlyList<string> codes) =>
        new(module, [.. codes.Select(code => new PermissionItem(code, texts.Get("permission." + code, user.Language)))]);
}

internal static class ListPermissionsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/permissions", (IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new ListPermissionsQuery(), token))
        .WithName("ListPermissions").WithSummary("Every permission there is, by module").RequireSignIn();
}
