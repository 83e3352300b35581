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

namespace Education.Preschool.Queue;

internal sealed record AddApplicationBenefitCommand(Guid Id, long Version, ClaimedBenefit Claim) : ICommand<ApplicationBenefitResult>;

internal sealed record ApplicationBenefitResult(Guid Id, Guid BenefitId, EvidenceStatus Status, DateOnly? ValidTo, int Rank, long Version) : IVersioned
{
    public static ApplicationBenefitResult Of(QueueApplication application, ApplicationBenefit benefit) =>
        new(application.Id, benefit.Id, benefit.Status, benefit.ValidTo, application.Rank, application.Version);
}

internal sealed class AddApplicationBenefitValidator : AbstractValidator<AddApplicationBenefitCommand>
{
    public AddApplicationBenefitValidator() => RuleFor(c => c.Claim).SetValidator(new ClaimedBenefitValidator()).OverridePropertyName("");
}

internal sealed class AddApplicationBenefitHandler(PreschoolDbContext db, QueueDesk desk) : ICommandHandler<AddApplicationBenefitCommand, ApplicationBenefitResult>
{
    public Task<ApplicationBenefitResult> Handle(AddApplicationBenefitCommand command, CancellationToken cancellationToken) => db.InTransaction(
        async token =>
        {
            var (queue, application) = await desk.Take(command.Id, command.Version, token);
            if (!TicketLife.IsActive(application.State))
            {
                throw new RuleViolation("preschool.application-state", application.State);
            }

            var benefit = await desk.Benefit(command.Claim.Code!, queue.Today, token);
            var claimed = new ApplicationBenefit(application.Id, benefit, command.Claim.ToEvidence(), queue.Today);
            db.Add(claimed);
            application.Changed();
            await db.SaveChangesAsync(token);
            return ApplicationBenefitResult.Of(application, claimed);
        },
        cancellationToken);
}

internal static class AddApplicationBenefitEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/queue/applications/{id:guid}/benefits", (Guid id, ClaimedBenefit claim, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new AddApplicationBenefitCommand(id, ifMatch.Version, claim), token))
        .WithName("AddApplicationBenefit").WithSummary("Claims a benefit with its evidence; it gives no rank before it is verified")
        .WithIfMatch().WithIdempotency().RequirePermission(PreschoolPermissions.WriteQueue);
}
