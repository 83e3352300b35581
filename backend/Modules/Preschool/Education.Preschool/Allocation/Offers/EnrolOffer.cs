using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.Preschool.Queue.Engine;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Allocation.Offers;

internal sealed record EnrolOfferCommand(Guid Id, long Version) : ICommand<OfferResult>;

internal sealed class EnrolOfferValidator : AbstractValidator<EnrolOfferCommand>
{
    public EnrolOfferValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class EnrolOfferHandler(OfferDesk desk, PlaceLedger places) : ICommandHandler<EnrolOfferCommand, OfferResult>
{
    public Task<OfferResult> Handle(EnrolOfferCommand command, CancellationToken cancellationToken) => desk.Act(command.Id, command.Version, async (step, token) =>
    {
        step.Offer.Enrol(step.Queue.Today);
        await places.Enrol(step.Offer.GroupId!.Value, token);
        step.Append(QueueEventKind.Enrolled);
    }, cancellationToken);
}

internal static class EnrolOfferEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/allocation/offers/{id:guid}/enrolment", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new EnrolOfferCommand(id, ifMatch.Version), token))
        .WithName("EnrolOffer").WithSummary("Documents are brought: the child is on the list of the group").WithIfMatch().RequirePermission(PreschoolPermissions.WriteAllocation);
}
