using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Groups;

/// <summary>Children of a group on 1 September.</summary>
/// <param name="Planned">Expected.</param>
/// <param name="Confirmed">Confirmed by the families.</param>
/// <param name="Actual">On the list on the day.</param>
internal sealed record SetGroupStaffingBody(int? Planned, int? Confirmed, int? Actual);

internal sealed record SetGroupStaffingCommand(Guid Id, long Version, SetGroupStaffingBody Staffing) : ICommand<GroupResult>;

internal sealed class SetGroupStaffingValidator : AbstractValidator<SetGroupStaffingCommand>
{
    public SetGroupStaffingValidator()
    {
        RuleFor(c => c.Staffing.Planned).InclusiveBetween(0, GroupBodyValidator.MaxPlaces).OverridePropertyName("planned");
        RuleFor(c => c.Staffing.Confirmed).InclusiveBetween(0, GroupBodyValidator.MaxPlaces).OverridePropertyName("confirmed");
        RuleFor(c => c.Staffing.Actual).InclusiveBetween(0, GroupBodyValidator.MaxPlaces).OverridePropertyName("actual");
    }
}

internal sealed class SetGroupStaffingHandler(PreschoolDbContext db, GroupLoader loader) : ICommandHandler<SetGroupStaffingCommand, GroupResult>
{
    public async Task<GroupResult> Handle(SetGroupStaffingCommand command, CancellationToken cancellationToken)
    {
        var (group, _) = await loader.Load(command.Id, command.Version, cancellationToken);
        group.SetStaffing(command.Staffing.Planned, command.Staffing.Confirmed, command.Staffing.Actual);
        await db.SaveChangesAsync(cancellationToken);
        return GroupResult.Of(group);
    }
}

internal static class SetGroupStaffingEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/groups/{id:guid}/staffing", (Guid id, SetGroupStaffingBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new SetGroupStaffingCommand(id, ifMatch.Version, body), token))
        .WithName("SetGroupStaffing").WithSummary("Planned, confirmed and actual children of a group on 1 September").WithIfMatch()
        .RequirePermission(PreschoolPermissions.WriteGroups);
}
