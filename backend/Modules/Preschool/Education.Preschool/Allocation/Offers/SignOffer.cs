using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Queue.Engine;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Allocation.Offers;

internal sealed record SignOfferCommand(Guid Id, long Version) : ICommand<OfferResult>;

internal sealed class SignOfferValidator : AbstractValidator<SignOfferCommand>
{
    public SignOfferValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class SignOfferHandler(OfferDesk desk, CurrentUser user) : ICommandHandler<SignOfferCommand, OfferResult>
{
    public Task<OfferResult> Handle(SignOfferCommand command, CancellationToken cancellationToken) => desk.Act(command.Id, command.Version, async (step, token) =>
    {
        step.Offer.Sign(user.Id);
        var until = await desk.AnswerUntil(step, token);
        step.Offer.Logged(step.Append(QueueEventKind.OfferedManually, until, step.Offer.Reason).Sequence, until);
    }, cancellationToken);
}

internal static class SignOfferEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/allocation/offers/{id:guid}/signature", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new SignOfferCommand(id, ifMatch.Version), token))
        .WithName("SignOffer").WithSummary("Second signature under a manual offer").WithIfMatch().RequirePermission(PreschoolPermissions.ApproveAllocation);
}
