using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Network;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Groups;

internal sealed record ChangeGroupCommand(Guid Id, long Version, GroupBody Group) : ICommand<GroupResult>;

internal sealed class ChangeGroupValidator : AbstractValidator<ChangeGroupCommand>
{
    public ChangeGroupValidator() => RuleFor(c => c.Group).NotNull().SetValidator(new GroupBodyValidator()).OverridePropertyName("");
}

/// <summary>Loads the group that a command changes.</summary>
internal sealed class GroupLoader(PreschoolDbContext db, Kindergartens kindergartens)
{
    /// <exception cref="NotFound">Unknown or outside the scope.</exception>
    /// <exception cref="StaleVersion">Somebody was faster.</exception>
    /// <exception cref="RuleViolation">The kindergarten is closed.</exception>
    public async Task<(Group Group, string TerritoryCode)> Load(Guid id, long version, CancellationToken cancellationToken)
    {
        var group = await db.Scoped<Group>().SingleOrDefaultAsync(g => g.Id == id, cancellationToken) ?? throw new NotFound("Group", id);
        group.ExpectVersion(version);
        return (group, (await kindergartens.Require(group.InstitutionId, cancellationToken)).TerritoryCode);
    }
}

internal sealed class ChangeGroupHandler(PreschoolDbContext db, GroupLoader loader, GroupNorms norms) : ICommandHandler<ChangeGroupCommand, GroupResult>
{
    public async Task<GroupResult> Handle(ChangeGroupCommand command, CancellationToken cancellationToken)
    {
        var (group, territory) = await loader.Load(command.Id, command.Version, cancellationToken);
        var body = command.Group;
        var name = body.Name!.Trim();
        await CreateGroupHandler.RequireFreeName(db, group.InstitutionId, group.AcademicYear, name, group.Id, cancellationToken);
        group.Set(
            name, body.BirthYear!.Value, body.Language!.Value, body.Profile ?? GroupProfile.General, body.Places!.Value, body.AreaM2,
            await norms.Of(group.AcademicYear, territory, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return GroupResult.Of(group);
    }
}

internal static class ChangeGroupEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/groups/{id:guid}", (Guid id, GroupBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ChangeGroupCommand(id, ifMatch.Version, body), token))
        .WithName("ChangeGroup").WithSummary("Changes a group: name, age, language, profile, places, area").WithIfMatch()
        .RequirePermission(PreschoolPermissions.WriteGroups);
}
