using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Registry.Contracts;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Sessions;

/// <summary>New days and points of a session; year and kind stay.</summary>
internal sealed record UpdateTestSessionBody(DateOnly? FirstDay, DateOnly? LastDay, IReadOnlyList<SessionPointsResult>? Points);

internal sealed record UpdateTestSessionCommand(Guid Id, long Version, DateOnly? FirstDay, DateOnly? LastDay, IReadOnlyList<SessionPointsResult>? Points)
    : ICommand<TestSessionResult>;

internal sealed class UpdateTestSessionValidator : AbstractValidator<UpdateTestSessionCommand>
{
    public UpdateTestSessionValidator()
    {
        RuleFor(c => c.FirstDay).NotNull();
        RuleFor(c => c.LastDay).NotNull();
        RuleFor(c => c.LastDay).Must((c, day) => day is null || c.FirstDay is null || day >= c.FirstDay).WithCode("testing.session-ends-before-start");
        RuleFor(c => c.Points).SetValidator(new SessionPointsValidator()!);
    }
}

internal sealed class UpdateTestSessionHandler(TestingDbContext db, ITerritoryDirectory territories, CurrentUser user)
    : ICommandHandler<UpdateTestSessionCommand, TestSessionResult>
{
    public async Task<TestSessionResult> Handle(UpdateTestSessionCommand command, CancellationToken cancellationToken)
    {
        SessionRules.RequireWholeScope(user);
        var session = await db.Sessions.Include(s => s.Points).SingleOrDefaultAsync(s => s.Id == command.Id, cancellationToken)
            ?? throw new NotFound("TestSession", command.Id);
        session.ExpectVersion(command.Version);
        var (first, last) = (command.FirstDay!.Value, command.LastDay!.Value);
        FieldError[] outside =
        [
            .. first.Year == session.Year ? Array.Empty<FieldError>() : [new("firstDay", "testing.session-day-outside-year")],
            .. last.Year == session.Year ? Array.Empty<FieldError>() : [new("lastDay", "testing.session-day-outside-year")],
        ];
        if (outside.Length > 0)
        {
            throw new InvalidFields(outside);
        }

        session.Set(first, last, await SessionRules.Points(territories, command.Points, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return TestSessionResult.Of(session);
    }
}

internal static class UpdateTestSessionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/national/sessions/{id:guid}", (Guid id, UpdateTestSessionBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new UpdateTestSessionCommand(id, ifMatch.Version, body.FirstDay, body.LastDay, body.Points), token))
        .WithName("UpdateTestSession").WithSummary("Changes days and testing points of a session").WithIfMatch().RequirePermission(TestingPermissions.Write);
}
