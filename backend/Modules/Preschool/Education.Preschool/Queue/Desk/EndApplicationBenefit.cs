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

internal sealed record EndApplicationBenefitCommand(Guid Id, Guid BenefitId, long Version) : ICommand<ApplicationBenefitResult>;

internal sealed class EndApplicationBenefitHandler(PreschoolDbContext db, QueueDesk desk) : ICommandHandler<EndApplicationBenefitCommand, ApplicationBenefitResult>
{
    public Task<ApplicationBenefitResult> Handle(EndApplicationBenefitCommand command, CancellationToken cancellationToken) => db.InTransaction(
        async token =>
        {
            var (queue, application) = await desk.Take(command.Id, command.Version, token);
            var benefit = await db.Set<ApplicationBenefit>().SingleOrDefaultAsync(b => b.Id == command.BenefitId && b.ApplicationId == command.Id, token)
                ?? throw new NotFound("ApplicationBenefit", command.BenefitId);
            var verified = benefit.Status == EvidenceStatus.Verified;
            benefit.End("withdrawn");
            if (verified)
            {
                var rank = await desk.RankOf(application, queue, benefit.Id, token);
                queue.Append(application, QueueEventKind.BenefitEnded, new() { Rank = rank, Benefit = benefit.Code, Reason = "withdrawn" });
            }

            application.Changed();
            await db.SaveChangesAsync(token);
            return ApplicationBenefitResult.Of(application, benefit);
        },
        cancellationToken);
}

internal static class EndApplicationBenefitEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete(
            "/queue/applications/{id:guid}/benefits/{benefitId:guid}", (Guid id, Guid benefitId, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new EndApplicationBenefitCommand(id, benefitId, ifMatch.Version), token))
        .WithName("EndApplicationBenefit").WithSummary("Ends a benefit: the application goes back to its own rank")
        .WithIfMatch().RequirePermission(PreschoolPermissions.WriteQueue);
}
