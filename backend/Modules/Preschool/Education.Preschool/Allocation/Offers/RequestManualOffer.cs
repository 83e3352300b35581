using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Allocation.Offers;

/// <summary>Why a place may be given outside the order.</summary>
internal enum ManualReason
{
    /// <summary>Сот шешімі / решение суда.</summary>
    Court,

    /// <summary>Қатені түзету / исправление ошибки of the queue.</summary>
    Mistake,

    /// <summary>Бір балабақшадағы бауырлар / братья и сёстры in the same kindergarten.</summary>
    Siblings,

    /// <summary>Балабақша жабылды / закрытие: children of a closed kindergarten or group are moved.</summary>
    Closure,

    /// <summary>Өзге / иное.</summary>
    Other,
}

/// <param name="Text">In words: the second person decides by it.</param>
internal sealed record RequestManualOfferCommand(Guid ApplicationId, Guid GroupId, ManualReason Reason, string Text) : ICommand<OfferResult>;

internal sealed class RequestManualOfferValidator : AbstractValidator<RequestManualOfferCommand>
{
    public RequestManualOfferValidator()
    {
        RuleFor(c => c.ApplicationId).NotEmpty();
        RuleFor(c => c.GroupId).NotEmpty();
        RuleFor(c => c.Reason).IsInEnum();
        RuleFor(c => c.Text).NotEmpty().MinimumLength(10).MaximumLength(2000);
    }
}

internal sealed class RequestManualOfferHandler(OfferDesk desk, PlaceFinder finder, PlaceLedger places, CurrentUser user)
    : ICommandHandler<RequestManualOfferCommand, OfferResult>
{
    public Task<OfferResult> Handle(RequestManualOfferCommand command, CancellationToken cancellationToken) => desk.Make(
        command.ApplicationId,
        async (step, token) =>
        {
            var place = await finder.Find(step.Application.PoolKey, command.GroupId, token);

            // Held from the request on: what was signed must not fail for want of a place.
            await places.Hold(command.GroupId, token);
            return new Offer(step.Application.PoolKey, step.Application.Key, step.Rules.Version, OfferWay.Manual)
                .At(command.GroupId, place.InstitutionId).Because(command.Reason.ToString().ToLowerInvariant(), command.Text, user.Id);
        },
        cancellationToken);
}

internal static class RequestManualOfferEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/allocation/manual-offers", async (RequestManualOfferCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/preschool/allocation/offers/{result.Id}", result);
        })
        .WithName("RequestManualOffer").WithSummary("Asks for a place outside the order, with reason; a second person signs")
        .WithIdempotency().RequirePermission(PreschoolPermissions.WriteAllocation);
}
