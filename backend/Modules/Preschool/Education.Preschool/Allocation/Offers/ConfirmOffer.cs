using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Queue.Engine;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Allocation.Offers;

internal sealed record ConfirmOfferCommand(Guid Id, long Version) : ICommand<OfferResult>;

internal sealed class ConfirmOfferValidator : AbstractValidator<ConfirmOfferCommand>
{
    public ConfirmOfferValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ConfirmOfferHandler(OfferDesk desk) : ICommandHandler<ConfirmOfferCommand, OfferResult>
{
    public Task<OfferResult> Handle(ConfirmOfferCommand command, CancellationToken cancellationToken) => desk.Act(command.Id, command.Version, async (step, token) =>
    {
        var until = await desk.DocumentsUntil(step, token);
        step.Offer.Confirm(step.Queue.Today, until);
        step.Append(QueueEventKind.Confirmed, until);
    }, cancellationToken);
}

internal static class ConfirmOfferEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/allocation/offers/{id:guid}/confirmation", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ConfirmOfferCommand(id, ifMatch.Version), token))
        .WithName("ConfirmOffer").WithSummary("The family confirms an offer within its term").WithIfMatch().RequirePermission(PreschoolPermissions.WriteAllocation);
}
