using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.BuildingBlocks.Outbox;

/// <summary>A message that was given up.</summary>
public sealed record DeadLetterRow(Guid Id, string Module, string Name, DateTime OccurredAt, DateTime DeadAt, int Attempts, string? LastError);

internal sealed record RedriveDeadLetterCommand(Guid Id) : ICommand<bool>;

internal sealed class RedriveDeadLetterHandler(PlatformDbContext db, TimeProvider time, OutboxSignal signal) : ICommandHandler<RedriveDeadLetterCommand, bool>
{
    public async Task<bool> Handle(RedriveDeadLetterCommand command, CancellationToken cancellationToken)
    {
        var message = await db.Outbox.SingleOrDefaultAsync(m => m.Id == command.Id && m.DeadAt != null, cancellationToken)
            ?? throw new NotFound("DeadLetter", command.Id);
        message.DeadAt = null;
        message.Attempts = 0;
        message.DueAt = time.GetUtcNow().UtcDateTime;
        db.Record("OutboxMessage", message.Id, "redriven", message.Name);
        await db.SaveChangesAsync(cancellationToken);
        signal.Raise();
        return true;
    }
}

internal sealed record ListDeadLettersQuery : ListQuery, IQuery<PagedResult<DeadLetterRow>>;

internal sealed class ListDeadLettersHandler(PlatformDbContext db) : IQueryHandler<ListDeadLettersQuery, PagedResult<DeadLetterRow>>
{
    private static readonly SortMap<OutboxMessage> Sorts = new SortMap<OutboxMessage>(m => m.Id).By("deadAt", m => m.DeadAt!).By("name", m => m.Name);

    public Task<PagedResult<DeadLetterRow>> Handle(ListDeadLettersQuery query, CancellationToken cancellationToken) =>
        db.Outbox.AsNoTracking().Where(m => m.DeadAt != null && (query.Q == null || m.Name.Contains(query.Q))).ToPage(
            query, Sorts, "-deadAt",
            rows => rows.Select(m => new DeadLetterRow(m.Id, m.Module, m.Name, m.OccurredAt, m.DeadAt!.Value, m.Attempts, m.LastError)),
            cancellationToken);
}

internal static class DeadLetterEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList("/outbox/dead-letters", ([AsParameters] ListDeadLettersQuery query, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(query, token))
            .WithName("ListDeadLetters").WithSummary("Messages between modules that were given up")
            .AcceptsQuery<ListDeadLettersQuery>().RequirePermission(PlatformPermissions.Operate);
        routes.MapPost("/outbox/dead-letters/{id:guid}/redrive", async (Guid id, IDispatcher dispatcher, CancellationToken token) =>
            {
                await dispatcher.Send(new RedriveDeadLetterCommand(id), token);
                return TypedResults.NoContent();
            })
            .WithName("RedriveDeadLetter").WithSummary("Sends a given-up message again").RequirePermission(PlatformPermissions.Operate);
    }
}
