using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Groups;

/// <summary>Why the number on the list is set by hand. A fixed choice: free text would name children.</summary>
internal enum ListCorrection
{
    /// <summary>Бастапқы сан / начальное число.</summary>
    Initial,

    /// <summary>Қайта санау / пересчёт.</summary>
    Recount,

    /// <summary>Бала кезектен тыс келді / ребёнок пришёл не через очередь.</summary>
    Arrived,

    /// <summary>Бала кетті / ребёнок выбыл.</summary>
    Departed,
}

/// <summary>How many children are on the list, and why it is said by hand.</summary>
internal sealed record SetGroupChildrenBody(int? Children, ListCorrection? Reason);

internal sealed record SetGroupChildrenCommand(Guid Id, long Version, int? Children, ListCorrection? Reason) : ICommand<GroupResult>;

internal sealed class SetGroupChildrenValidator : AbstractValidator<SetGroupChildrenCommand>
{
    public SetGroupChildrenValidator()
    {
        RuleFor(c => c.Children).NotNull().InclusiveBetween(0, GroupBodyValidator.MaxPlaces);
        RuleFor(c => c.Reason).NotNull().IsInEnum();
    }
}

internal sealed class SetGroupChildrenHandler(PreschoolDbContext db, GroupLoader loader) : ICommandHandler<SetGroupChildrenCommand, GroupResult>
{
    public async Task<GroupResult> Handle(SetGroupChildrenCommand command, CancellationToken cancellationToken)
    {
        var (group, _) = await loader.Load(command.Id, command.Version, cancellationToken);
        group.SetChildren(command.Children!.Value);
        db.Record("Group", group.Id, "children-set", command.Reason!.Value.ToString());
        await db.SaveChangesAsync(cancellationToken);
        return GroupResult.Of(group);
    }
}

internal static class SetGroupChildrenEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/groups/{id:guid}/children", (Guid id, SetGroupChildrenBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new SetGroupChildrenCommand(id, ifMatch.Version, body.Children, body.Reason), token))
        .WithName("SetGroupChildren").WithSummary("Sets the number of children on the list: the initial one, or a correction with its reason").WithIfMatch()
        .RequirePermission(PreschoolPermissions.WriteGroups);
}
