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

namespace Education.Preschool.Allocation.Offers;

internal sealed record ClaimPlaceCommand(Guid ApplicationId, Guid GroupId) : ICommand<OfferResult>;

internal sealed class ClaimPlaceValidator : AbstractValidator<ClaimPlaceCommand>
{
    public ClaimPlaceValidator()
    {
        RuleFor(c => c.ApplicationId).NotEmpty();
        RuleFor(c => c.GroupId).NotEmpty();
    }
}

/// <summary>After the exclusive window a place is open to anyone in the line regardless of number (norms §1.2, R1).</summary>
internal sealed class ClaimPlaceHandler(OfferDesk desk, PlaceFinder finder, PlaceLedger places) : ICommandHandler<ClaimPlaceCommand, OfferResult>
{
    public Task<OfferResult> Handle(ClaimPlaceCommand command, CancellationToken cancellationToken) => desk.Make(
        command.ApplicationId,
        async (step, token) =>
        {
            if (step.Rules.Regime != QueueRegime.Bulletin)
            {
                throw new RuleViolation("preschool.claim-not-in-regime");
            }

            var place = await finder.Find(step.Application.PoolKey, command.GroupId, token);
            await places.HoldOpenToAll(command.GroupId, token);
            var until = await desk.DocumentsUntil(step, token);
            var offer = new Offer(step.Application.PoolKey, step.Application.Key, step.Rules.Version, OfferWay.Claim).At(command.GroupId, place.InstitutionId);
            return offer.Logged(step.Log(offer, QueueEventKind.Claimed, until).Sequence, until, OfferState.Confirmed);
        },
        cancellationToken);
}

internal static class ClaimPlaceEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/allocation/claims", async (ClaimPlaceCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/preschool/allocation/offers/{result.Id}", result);
        })
        .WithName("ClaimPlace").WithSummary("The family takes a place that is open to everybody")
        .WithIdempotency().RequirePermission(PreschoolPermissions.WriteAllocation);
}
