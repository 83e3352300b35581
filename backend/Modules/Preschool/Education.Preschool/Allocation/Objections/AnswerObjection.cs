using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Objections;

internal sealed record AnswerObjectionBody(ObjectionOutcome Outcome, string Text);

internal sealed record AnswerObjectionCommand(Guid Id, long Version, ObjectionOutcome Outcome, string Text) : ICommand<ObjectionResult>;

internal sealed class AnswerObjectionValidator : AbstractValidator<AnswerObjectionCommand>
{
    public AnswerObjectionValidator()
    {
        RuleFor(c => c.Outcome).IsInEnum();
        RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
    }
}

internal sealed class AnswerObjectionHandler(PreschoolDbContext db, TimeProvider time) : ICommandHandler<AnswerObjectionCommand, ObjectionResult>
{
    public async Task<ObjectionResult> Handle(AnswerObjectionCommand command, CancellationToken cancellationToken)
    {
        var objection = await db.Scoped<Objection>().SingleOrDefaultAsync(o => o.Id == command.Id, cancellationToken) ?? throw new NotFound("Objection", command.Id);
        objection.ExpectVersion(command.Version);
        objection.Reply(command.Outcome, command.Text, time.Today());
        await db.SaveChangesAsync(cancellationToken);
        return new(objection.Id, objection.Version, objection.Due);
    }
}

internal static class AnswerObjectionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/allocation/objections/{id:guid}/answer", (Guid id, AnswerObjectionBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new AnswerObjectionCommand(id, ifMatch.Version, body.Outcome, body.Text), token))
        .WithName("AnswerObjection").WithSummary("Answers an objection, once").WithIfMatch().RequirePermission(PreschoolPermissions.ApproveAllocation);
}
