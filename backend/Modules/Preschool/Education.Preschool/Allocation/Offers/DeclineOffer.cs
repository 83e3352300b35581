using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Queue.Engine;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Allocation.Offers;

internal sealed record DeclineOfferCommand(Guid Id, long Version) : ICommand<OfferResult>;

internal sealed class DeclineOfferValidator : AbstractValidator<DeclineOfferCommand>
{
    public DeclineOfferValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeclineOfferHandler(OfferDesk desk) : ICommandHandler<DeclineOfferCommand, OfferResult>
{
    public Task<OfferResult> Handle(DeclineOfferCommand command, CancellationToken cancellationToken) => desk.Act(command.Id, command.Version, async (step, token) =>
    {
        step.Offer.Decline();
        await desk.Release(step.Offer, token);

        // A refused voucher cancels the queue (norms §1.2, R3); otherwise the family keeps its place in the line.
        step.Append(step.Rules.RefusalCancels ? QueueEventKind.Withdrawn : QueueEventKind.Returned, reason: "declined");
    }, cancellationToken);
}

internal static class DeclineOfferEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/allocation/offers/{id:guid}/refusal", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new DeclineOfferCommand(id, ifMatch.Version), token))
        .WithName("DeclineOffer").WithSummary("The family declines; by the rules of the voucher that ends the application").WithIfMatch().RequirePermission(PreschoolPermissions.WriteAllocation);
}
