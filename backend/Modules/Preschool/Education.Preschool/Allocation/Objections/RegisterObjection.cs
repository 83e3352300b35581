using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Allocation.Offers;
using Education.Preschool.Queue;
using Education.Registry.Contracts;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Objections;

/// <param name="OfferId">The decision, where it was an offer; none: a position or a refusal.</param>
internal sealed record RegisterObjectionCommand(Guid ApplicationId, Guid? OfferId, string Text) : ICommand<ObjectionResult>;

internal sealed record ObjectionResult(Guid Id, long Version, DateOnly Due) : IVersioned;

internal sealed class RegisterObjectionValidator : AbstractValidator<RegisterObjectionCommand>
{
    public RegisterObjectionValidator()
    {
        RuleFor(c => c.ApplicationId).NotEmpty();
        RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
    }
}

internal sealed class RegisterObjectionHandler(PreschoolDbContext db, QueueRulesBook book, IWorkCalendar calendar, TimeProvider time)
    : ICommandHandler<RegisterObjectionCommand, ObjectionResult>
{
    public async Task<ObjectionResult> Handle(RegisterObjectionCommand command, CancellationToken cancellationToken)
    {
        var territory = await db.Scoped<QueueApplication>().Where(a => a.Id == command.ApplicationId).Select(a => a.TerritoryCode)
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound("Application", command.ApplicationId);
        if (command.OfferId is { } offer && !await db.Scoped<Offer>().AnyAsync(o => o.Id == offer && o.ApplicationId == command.ApplicationId, cancellationToken))
        {
            throw new NotFound("Offer", offer);
        }

        var today = time.Today();
        var rules = await book.In(territory, today, cancellationToken);
        var due = await calendar.AddWorkingDays(today, rules.ObjectionDays, cancellationToken);
        var objection = new Objection(territory, command.ApplicationId, command.OfferId, command.Text, today, due);
        db.Add(objection);
        await db.SaveChangesAsync(cancellationToken);
        return new(objection.Id, objection.Version, due);
    }
}

internal static class RegisterObjectionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/allocation/objections", async (RegisterObjectionCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/preschool/allocation/objections/{result.Id}", result);
        })
        .WithName("RegisterObjection").WithSummary("Registers an objection to an automated decision; the term is in working days")
        .WithIdempotency().RequirePermission(PreschoolPermissions.WriteAllocation);
}
