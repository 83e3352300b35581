using Education.Access.SignIn;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.Users;

internal sealed record GetUserQuery(Guid Id) : IQuery<GetUserResult>;

/// <param name="IsLocked">By an administrator, until he unlocks.</param>
/// <param name="IsLockedOut">By wrong passwords, for some minutes.</param>
internal sealed record GetUserResult(
    Guid Id, long Version, string UserName, string DisplayName, Language Language, bool IsLocked, bool IsLockedOut, IReadOnlyList<string> Roles,
    ScopeResult Scope, DateTime? LastSignInAt, DateTime CreatedAt) : IVersioned;

internal sealed class GetUserHandler(AccessDbContext db, RightsGuard guard, ScopeNames names, SignInThrottle throttle) : IQueryHandler<GetUserQuery, GetUserResult>
{
    public async Task<GetUserResult> Handle(GetUserQuery query, CancellationToken cancellationToken)
    {
        var user = await guard.Visible(db.Users.AsNoTracking()).Include(u => u.Activity).SingleOrDefaultAsync(u => u.Id == query.Id, cancellationToken)
            ?? throw new NotFound(nameof(User), query.Id);
        return new(
            user.Id, user.Version, user.UserName, user.DisplayName, user.Language, user.IsLocked,
            await throttle.IsExhausted(user.NormalizedName, cancellationToken), user.Roles, await names.Of(user, cancellationToken), user.Activity.LastSignInAt, user.CreatedAt);
    }
}

internal static class GetUserEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/users/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetUserQuery(id), token))
        .WithName("GetUser").WithSummary("One user with roles and scope").RequirePermission(AccessPermissions.ReadUsers);
}
