using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.Users;

internal sealed record GetProfileQuery : IQuery<ProfileResult>;

/// <summary>What a user sees of himself; the roles by name.</summary>
internal sealed record ProfileResult(
    long Version, string UserName, string DisplayName, Language Language, IReadOnlyList<string> Roles, ScopeResult Scope, DateTime? LastSignInAt) : IVersioned;

internal sealed record UpdateProfileBody(string DisplayName, Language Language);

internal sealed record UpdateProfileCommand(long Version, string DisplayName, Language Language) : ICommand<ProfileResult>;

internal sealed class UpdateProfileValidator : AbstractValidator<UpdateProfileCommand>
{
    public UpdateProfileValidator() => RuleFor(c => c.DisplayName).NotEmpty().MaximumLength(200);
}

internal sealed class ProfileHandler(AccessDbContext db, CurrentUser current, ScopeNames names)
    : IQueryHandler<GetProfileQuery, ProfileResult>, ICommandHandler<UpdateProfileCommand, ProfileResult>
{
    public async Task<ProfileResult> Handle(GetProfileQuery query, CancellationToken cancellationToken) =>
        await Show(await Me(cancellationToken), cancellationToken);

    public async Task<ProfileResult> Handle(UpdateProfileCommand command, CancellationToken cancellationToken)
    {
        var user = await Me(cancellationToken);
        user.ExpectVersion(command.Version);
        user.Describe(command.DisplayName, command.Language);
        await db.SaveChangesAsync(cancellationToken);
        return await Show(user, cancellationToken);
    }

    private async Task<User> Me(CancellationToken cancellationToken) =>
        await db.Users.Include(u => u.Activity).SingleOrDefaultAsync(u => u.Id == current.Id, cancellationToken) ?? throw new NotFound(nameof(User), current.Id);

    private async Task<ProfileResult> Show(User user, CancellationToken cancellationToken)
    {
        var codes = user.Roles;
        var roles = await db.Roles.AsNoTracking().Where(r => codes.Contains(r.Code)).OrderBy(r => r.Code).Select(r => r.Name).ToListAsync(cancellationToken);
        return new(
            user.Version, user.UserName, user.DisplayName, user.Language, [.. roles.Select(r => r.In(current.Language))],
            await names.Of(user, cancellationToken), user.Activity.LastSignInAt);
    }
}

internal static class ProfileEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/profile", (IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetProfileQuery(), token))
            .WithName("GetProfile").WithSummary("One's own account").RequireSignIn();
        routes.MapPut("/profile", (UpdateProfileBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new UpdateProfileCommand(ifMatch.Version, body.DisplayName, body.Language), token))
            .WithName("UpdateProfile").WithSummary("Changes one's own name and language").WithIfMatch().RequireSignIn();
    }
}
