using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.StateOrder.Acts;

internal sealed record GetActQuery(Guid Id) : IQuery<ActResult>;

/// <summary>Takes a draft away; what was approved stays.</summary>
internal sealed record DeleteActCommand(Guid Id, long Version) : ICommand<bool>;

internal sealed class DeleteActValidator : AbstractValidator<DeleteActCommand>
{
    public DeleteActValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class GetActHandler(PreschoolDbContext db) : IQueryHandler<GetActQuery, ActResult>, ICommandHandler<DeleteActCommand, bool>
{
    public async Task<ActResult> Handle(GetActQuery query, CancellationToken cancellationToken) => ActResult.Of(await Acts.Find(db, query.Id, cancellationToken));

    public async Task<bool> Handle(DeleteActCommand command, CancellationToken cancellationToken)
    {
        var act = (await Acts.Find(db, command.Id, cancellationToken)).Act;
        act.ExpectVersion(command.Version);
        act.MustBeDraft();
        if (act.Revision > 1)
        {
            // Its sheets were opened and may say something else than the approved act by now: a correction ends in an approval.
            throw new RuleViolation("preschool.act-correction-stays");
        }

        db.Remove(act);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

internal static class GetActEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/acts/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetActQuery(id), token))
            .WithName("GetAct").WithSummary("A monthly act with its lines").RequirePermission(PreschoolPermissions.Read);
        routes.MapDelete("/acts/{id:guid}", async (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            {
                await dispatcher.Send(new DeleteActCommand(id, ifMatch.Version), token);
                return TypedResults.NoContent();
            })
            .WithName("DeleteAct").WithSummary("Takes a draft act away").WithIfMatch().RequirePermission(PreschoolPermissions.WriteStateOrder);
    }
}
