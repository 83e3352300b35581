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

/// <summary>Takes the valid evidence of the child's earlier application over, without new papers.</summary>
internal sealed record TransferEvidenceCommand(Guid Id, long Version, Guid FromId) : ICommand<ApplicationResult>;

internal sealed record TransferEvidenceBody(Guid FromId);

internal sealed class TransferEvidenceHandler(PreschoolDbContext db, QueueDesk desk) : ICommandHandler<TransferEvidenceCommand, ApplicationResult>
{
    public Task<ApplicationResult> Handle(TransferEvidenceCommand command, CancellationToken cancellationToken) => db.InTransaction(
        async token =>
        {
            var (queue, application) = await desk.Take(command.Id, command.Version, token);
            var from = await db.Scoped<QueueApplication>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == command.FromId, token)
                ?? throw new NotFound("QueueApplication", command.FromId);
            if (from.Id == application.Id || from.Iin is null || from.Iin != application.Iin)
            {
                throw new RuleViolation("preschool.other-child");
            }

            var valid = await db.Set<ApplicationBenefit>().AsNoTracking()
                .Where(b => b.ApplicationId == from.Id && b.Status == EvidenceStatus.Verified && (b.ValidTo == null || b.ValidTo >= queue.Today)).ToListAsync(token);
            if (valid.Count == 0)
            {
                throw new RuleViolation("preschool.no-valid-evidence");
            }

            var rank = Math.Min(valid.Min(b => b.Rank), await desk.RankOf(application, queue, null, token));
            foreach (var benefit in valid)
            {
                db.Add(benefit.For(application.Id));
                queue.Append(application, QueueEventKind.BenefitGranted, new() { Rank = rank, Benefit = benefit.Code, Reason = "transferred" });
            }

            application.Changed();
            await db.SaveChangesAsync(token);
            return ApplicationResult.Of(application, queue);
        },
        cancellationToken);
}

internal static class TransferEvidenceEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/queue/applications/{id:guid}/evidence-transfer", (Guid id, TransferEvidenceBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new TransferEvidenceCommand(id, ifMatch.Version, body.FromId), token))
        .WithName("TransferEvidence").WithSummary("Takes the valid evidence of the child's earlier application over")
        .WithIfMatch().RequirePermission(PreschoolPermissions.WriteQueue);
}
