using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Groups;

/// <summary>How many free places are published from now on.</summary>
internal sealed record PublishFreePlacesBody(int? Count);

internal sealed record PublishFreePlacesCommand(Guid Id, long Version, int? Count) : ICommand<GroupResult>;

internal sealed class PublishFreePlacesValidator : AbstractValidator<PublishFreePlacesCommand>
{
    public PublishFreePlacesValidator() => RuleFor(c => c.Count).NotNull().InclusiveBetween(0, GroupBodyValidator.MaxPlaces);
}

internal sealed class PublishFreePlacesHandler(PreschoolDbContext db, GroupLoader loader) : ICommandHandler<PublishFreePlacesCommand, GroupResult>
{
    public async Task<GroupResult> Handle(PublishFreePlacesCommand command, CancellationToken cancellationToken)
    {
        var (group, _) = await loader.Load(command.Id, command.Version, cancellationToken);
        group.Publish(command.Count!.Value);
        await db.SaveChangesAsync(cancellationToken);
        return GroupResult.Of(group);
    }
}

internal static class PublishFreePlacesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/groups/{id:guid}/free-places", (Guid id, PublishFreePlacesBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new PublishFreePlacesCommand(id, ifMatch.Version, body.Count), token))
        .WithName("PublishFreePlaces").WithSummary("Publishes free places of a group, or takes publication back").WithIfMatch()
        .RequirePermission(PreschoolPermissions.WriteGroups);
}
