using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Sessions;

internal sealed record DeleteTestSessionCommand(Guid Id, long Version) : ICommand<DeleteTestSessionResult>;

internal sealed record DeleteTestSessionResult;

internal sealed class DeleteTestSessionValidator : AbstractValidator<DeleteTestSessionCommand>
{
    public DeleteTestSessionValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeleteTestSessionHandler(TestingDbContext db, CurrentUser user) : ICommandHandler<DeleteTestSessionCommand, DeleteTestSessionResult>
{
    public async Task<DeleteTestSessionResult> Handle(DeleteTestSessionCommand command, CancellationToken cancellationToken)
    {
        SessionRules.RequireWholeScope(user);
        var session = await db.Sessions.Include(s => s.Points).SingleOrDefaultAsync(s => s.Id == command.Id, cancellationToken)
            ?? throw new NotFound("TestSession", command.Id);
        session.ExpectVersion(command.Version);
        if (await db.ParticipantsForAggregates.AnyAsync(r => r.Year == session.Year && r.Session == session.Kind, cancellationToken))
        {
            throw new RuleViolation("testing.session-has-results");
        }

        db.Remove(session);
        await db.SaveChangesAsync(cancellationToken);
        return new();
    }
}

internal static class DeleteTestSessionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/national/sessions/{id:guid}", async (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
        {
            await dispatcher.Send(new DeleteTestSessionCommand(id, ifMatch.Version), token);
            return TypedResults.NoContent();
        })
        .WithName("DeleteTestSession").WithSummary("Deletes a session that has no results").WithIfMatch().RequirePermission(TestingPermissions.Write);
}
