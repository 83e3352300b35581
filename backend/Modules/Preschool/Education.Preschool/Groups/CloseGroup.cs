using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Groups;

internal sealed record CloseGroupCommand(Guid Id, long Version) : ICommand<GroupResult>;

internal sealed class CloseGroupValidator : AbstractValidator<CloseGroupCommand>
{
    public CloseGroupValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class CloseGroupHandler(PreschoolDbContext db, GroupLoader loader, TimeProvider time) : ICommandHandler<CloseGroupCommand, GroupResult>
{
    public async Task<GroupResult> Handle(CloseGroupCommand command, CancellationToken cancellationToken)
    {
        var (group, _) = await loader.Load(command.Id, command.Version, cancellationToken);
        group.Close(time.Today());
        await db.SaveChangesAsync(cancellationToken);
        return GroupResult.Of(group);
    }
}

internal static class CloseGroupEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/groups/{id:guid}", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new CloseGroupCommand(id, ifMatch.Version), token))
        .WithName("CloseGroup").WithSummary("Closes an empty group; its history stays").WithIfMatch().RequirePermission(PreschoolPermissions.WriteGroups);
}
