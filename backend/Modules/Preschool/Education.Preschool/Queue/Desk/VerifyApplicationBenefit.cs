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

/// <summary>What the check of the evidence gave.</summary>
internal sealed record VerifyApplicationBenefitBody(EvidenceChannel? Channel, bool? Accepted);

internal sealed record VerifyApplicationBenefitCommand(Guid Id, Guid BenefitId, long Version, EvidenceChannel? Channel, bool? Accepted)
    : ICommand<ApplicationBenefitResult>;

internal sealed class VerifyApplicationBenefitValidator : AbstractValidator<VerifyApplicationBenefitCommand>
{
    public VerifyApplicationBenefitValidator()
    {
        RuleFor(c => c.Channel).NotNull().IsInEnum();
        RuleFor(c => c.Accepted).NotNull();
    }
}

internal sealed class VerifyApplicationBenefitHandler(PreschoolDbContext db, QueueDesk desk, CurrentUser user)
    : ICommandHandler<VerifyApplicationBenefitCommand, ApplicationBenefitResult>
{
    public Task<ApplicationBenefitResult> Handle(VerifyApplicationBenefitCommand command, CancellationToken cancellationToken) => db.InTransaction(
        async token =>
        {
            var (queue, application) = await desk.Take(command.Id, command.Version, token);
            var benefit = await db.Set<ApplicationBenefit>().SingleOrDefaultAsync(b => b.Id == command.BenefitId && b.ApplicationId == command.Id, token)
                ?? throw new NotFound("ApplicationBenefit", command.BenefitId);
            benefit.Verify(command.Channel!.Value, command.Accepted!.Value, user.Id, queue.Now);
            if (benefit.Status == EvidenceStatus.Verified)
            {
                var rank = Math.Min(benefit.Rank, await desk.RankOf(application, queue, benefit.Id, token));
                queue.Append(application, QueueEventKind.BenefitGranted, new() { Rank = rank, Benefit = benefit.Code });
            }

            application.Changed();
            await db.SaveChangesAsync(token);
            return ApplicationBenefitResult.Of(application, benefit);
        },
        cancellationToken);
}

internal static class VerifyApplicationBenefitEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(
            "/queue/applications/{id:guid}/benefits/{benefitId:guid}/verification",
            (Guid id, Guid benefitId, VerifyApplicationBenefitBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new VerifyApplicationBenefitCommand(id, benefitId, ifMatch.Version, body.Channel, body.Accepted), token))
        .WithName("VerifyApplicationBenefit").WithSummary("Confirms or refuses the evidence of a benefit: who, how and when is kept")
        .WithIfMatch().RequirePermission(PreschoolPermissions.WriteQueue);
}
