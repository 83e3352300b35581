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

internal sealed record RestoreApplicationCommand(Guid Id, long Version) : ICommand<ApplicationResult>;

internal sealed class RestoreApplicationHandler(PreschoolDbContext db, QueueDesk desk) : ICommandHandler<RestoreApplicationCommand, ApplicationResult>
{
    public Task<ApplicationResult> Handle(RestoreApplicationCommand command, CancellationToken cancellationToken) => db.InTransaction(
        async token =>
        {
            var (queue, application) = await desk.Take(command.Id, command.Version, token);
            if (application.State == TicketState.Inactive)
            {
                // Once, within 28 calendar days (norms §1.2, R3); the number is the regime's parameter.
                if (application.RestoredAt is not null)
                {
                    throw new RuleViolation("preschool.restored-already");
                }

                var last = application.StateUntil ?? LocalTime.DayOf(application.StateSince).AddDays(queue.Rules.RestoreDays);
                if (queue.Today > last)
                {
                    throw new RuleViolation("preschool.restore-term-passed", last);
                }
            }

            queue.Append(application, QueueEventKind.Restored, new());
            await db.SaveChangesAsync(token);
            return ApplicationResult.Of(application, queue);
        },
        cancellationToken);
}

internal static class RestoreApplicationEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/queue/applications/{id:guid}/restoration", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new RestoreApplicationCommand(id, ifMatch.Version), token))
        .WithName("RestoreApplication").WithSummary("Restores an inactive application, once within its term")
        .WithIfMatch().RequirePermission(PreschoolPermissions.WriteQueue);
}
