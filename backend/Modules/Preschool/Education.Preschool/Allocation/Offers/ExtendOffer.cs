using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Queue.Engine;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Allocation.Offers;

internal sealed record ExtendOfferCommand(Guid Id, long Version) : ICommand<OfferResult>;

internal sealed class ExtendOfferValidator : AbstractValidator<ExtendOfferCommand>
{
    public ExtendOfferValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ExtendOfferHandler(OfferDesk desk) : ICommandHandler<ExtendOfferCommand, OfferResult>
{
    public Task<OfferResult> Handle(ExtendOfferCommand command, CancellationToken cancellationToken) => desk.Act(command.Id, command.Version, (step, _) =>
    {
        step.Offer.Extend(step.Queue.Today, step.Rules.ExtensionDays);
        step.Append(QueueEventKind.Extended, step.Offer.Until);
        return Task.CompletedTask;
    }, cancellationToken);
}

internal static class ExtendOfferEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/allocation/offers/{id:guid}/extension", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ExtendOfferCommand(id, ifMatch.Version), token))
        .WithName("ExtendOffer").WithSummary("Prolongs the term for documents, once").WithIfMatch().RequirePermission(PreschoolPermissions.WriteAllocation);
}
