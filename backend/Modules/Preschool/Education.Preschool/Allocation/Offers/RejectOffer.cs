using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Allocation.Offers;

internal sealed record RejectOfferCommand(Guid Id, long Version) : ICommand<OfferResult>;

internal sealed class RejectOfferValidator : AbstractValidator<RejectOfferCommand>
{
    public RejectOfferValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RejectOfferHandler(OfferDesk desk, CurrentUser user) : ICommandHandler<RejectOfferCommand, OfferResult>
{
    public Task<OfferResult> Handle(RejectOfferCommand command, CancellationToken cancellationToken) => desk.Act(command.Id, command.Version, async (step, token) =>
    {
        step.Offer.Reject(user.Id);
        await desk.Release(step.Offer, token);
    }, cancellationToken);
}

internal static class RejectOfferEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/allocation/offers/{id:guid}/rejection", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new RejectOfferCommand(id, ifMatch.Version), token))
        .WithName("RejectOffer").WithSummary("The second person does not sign: the place is open again").WithIfMatch().RequirePermission(PreschoolPermissions.ApproveAllocation);
}
