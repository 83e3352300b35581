using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Education.BuildingBlocks.Security;

/// <summary>The permission an endpoint asks for; the architecture test looks for it on every endpoint.</summary>
public sealed record RequiredPermission(string Code) : IAuthorizationRequirement;

/// <summary>Marks one of the few endpoints that anybody may call (sign-in, token, session): at most five, listed in a test.</summary>
public sealed record PublicEndpoint;

/// <summary>Marks an endpoint that every signed-in user may call for himself (own jobs, own password).</summary>
public sealed record SignedInEndpoint;

/// <summary>Puts the right needed on an endpoint.</summary>
public static class PermissionExtensions
{
    /// <summary>Only users with <paramref name="permission"/>; others get 403, strangers 401.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, string permission)
        where TBuilder : IEndpointConventionBuilder
    {
        var requirement = new RequiredPermission(permission);
        return builder.WithMetadata(requirement).RequireAuthorization(policy => policy.RequireAuthenticatedUser().AddRequirements(requirement));
    }

    /// <summary>Any signed-in user.</summary>
    public static TBuilder RequireSignIn<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new SignedInEndpoint()).RequireAuthorization(policy => policy.RequireAuthenticatedUser());

    /// <summary>Anybody, without signing in.</summary>
    public static TBuilder AllowEverybody<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new PublicEndpoint()).AllowAnonymous();
}

internal sealed class PermissionHandler(CurrentUser user) : AuthorizationHandler<RequiredPermission>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiredPermission requirement)
    {
        if (user.Has(requirement.Code))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
