using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Offers;

/// <param name="GroupId">The group chosen; none: no kindergarten has a place, the family goes on the waiting list.</param>
internal sealed record ChooseKindergartenBody(Guid? GroupId);

internal sealed record ChooseKindergartenCommand(Guid Id, long Version, Guid? GroupId) : ICommand<OfferResult>;

internal sealed class ChooseKindergartenValidator : AbstractValidator<ChooseKindergartenCommand>
{
    public ChooseKindergartenValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ChooseKindergartenHandler(OfferDesk desk, PlaceFinder finder, PlaceLedger places) : ICommandHandler<ChooseKindergartenCommand, OfferResult>
{
    public Task<OfferResult> Handle(ChooseKindergartenCommand command, CancellationToken cancellationToken) => desk.Act(
        command.Id, command.Version,
        (step, token) => command.GroupId is { } group ? Choose(step, group, token) : Wait(step, token),
        cancellationToken);

    private async Task Choose(OfferStep step, Guid groupId, CancellationToken cancellationToken)
    {
        var place = await finder.Find(step.Application.PoolKey, groupId, cancellationToken);
        step.Offer.Choose(step.Queue.Today, groupId, place.InstitutionId, await desk.DocumentsUntil(step, cancellationToken));

        // Only now is a place of a certain group held: until the choice a voucher counts as one of the pool's open places.
        await places.Hold(groupId, cancellationToken);
        step.Append(QueueEventKind.Chosen, step.Offer.Until);
    }

    private async Task Wait(OfferStep step, CancellationToken cancellationToken)
    {
        step.Offer.Wait(step.Queue.Today);
        if (await finder.Of(step.Application.PoolKey, onlyOpen: true).AnyAsync(cancellationToken))
        {
            throw new RuleViolation("preschool.places-remain");
        }

        step.Append(QueueEventKind.Waitlisted);
    }
}

internal static class ChooseKindergartenEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/allocation/offers/{id:guid}/kindergarten", (Guid id, ChooseKindergartenBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ChooseKindergartenCommand(id, ifMatch.Version, body.GroupId), token))
        .WithName("ChooseKindergarten").WithSummary("The family with a voucher chooses a group, or goes on the waiting list")
        .WithIfMatch().RequirePermission(PreschoolPermissions.WriteAllocation);
}
