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

/// <summary>Why the department takes an application out.</summary>
internal enum RemovalReason
{
    /// <summary>Көшіп кетті / выехал.</summary>
    MovedAway,

    /// <summary>Екі рет тіркелген / зарегистрировано дважды.</summary>
    RegisteredTwice,

    /// <summary>Деректер расталмады / данные не подтвердились.</summary>
    FalseData,

    /// <summary>Басқа, ескертпеде / иное, в примечании.</summary>
    Other,
}

/// <summary>The end of an application: the family withdraws it, or the department removes it with a reason.</summary>
internal sealed record EndApplicationCommand(Guid Id, long Version, bool ByFamily, RemovalReason? Reason, string? Note) : ICommand<ApplicationResult>;

internal sealed record RemoveApplicationBody(RemovalReason? Reason, string? Note);

internal sealed class EndApplicationValidator : AbstractValidator<EndApplicationCommand>
{
    public EndApplicationValidator()
    {
        RuleFor(c => c.Reason).NotNull().IsInEnum().When(c => !c.ByFamily);
        RuleFor(c => c.Note).MaximumLength(400);
        RuleFor(c => c.Note).NotEmpty().When(c => c.Reason == RemovalReason.Other);
    }
}

internal sealed class EndApplicationHandler(PreschoolDbContext db, QueueDesk desk) : ICommandHandler<EndApplicationCommand, ApplicationResult>
{
    public Task<ApplicationResult> Handle(EndApplicationCommand command, CancellationToken cancellationToken) => db.InTransaction(
        async token =>
        {
            var (queue, application) = await desk.Take(command.Id, command.Version, token);
            if (application.State is not (TicketState.Waiting or TicketState.StopListed or TicketState.Inactive or TicketState.Waitlisted))
            {
                // An offer holds a place: it is answered first, so that the place is free again.
                throw new RuleViolation("preschool.application-state", application.State);
            }

            application.Remark(command.Note);
            queue.Append(
                application, command.ByFamily ? QueueEventKind.Withdrawn : QueueEventKind.Removed,
                new() { Reason = command.ByFamily ? "family" : Code(command.Reason!.Value) });
            await db.SaveChangesAsync(token);
            return ApplicationResult.Of(application, queue);
        },
        cancellationToken);

    private static string Code(RemovalReason reason) => reason switch
    {
        RemovalReason.MovedAway => "moved-away",
        RemovalReason.RegisteredTwice => "registered-twice",
        RemovalReason.FalseData => "false-data",
        _ => "other",
    };
}

internal static class EndApplicationEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/queue/applications/{id:guid}/withdrawal", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new EndApplicationCommand(id, ifMatch.Version, true, null, null), token))
            .WithName("WithdrawApplication").WithSummary("The family takes its application back").WithIfMatch().RequirePermission(PreschoolPermissions.WriteQueue);
        routes.MapPost("/queue/applications/{id:guid}/removal", (Guid id, RemoveApplicationBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new EndApplicationCommand(id, ifMatch.Version, false, body.Reason, body.Note), token))
            .WithName("RemoveApplication").WithSummary("The department takes an application out, with a reason")
            .WithIfMatch().RequirePermission(PreschoolPermissions.WriteQueue);
    }
}
