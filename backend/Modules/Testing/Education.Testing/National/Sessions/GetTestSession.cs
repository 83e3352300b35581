using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Sessions;

internal sealed record GetTestSessionQuery(Guid Id) : IQuery<TestSessionResult>;

internal sealed class GetTestSessionValidator : AbstractValidator<GetTestSessionQuery>
{
    public GetTestSessionValidator() => RuleFor(q => q.Id).NotEmpty();
}

internal sealed class GetTestSessionHandler(TestingDbContext db) : IQueryHandler<GetTestSessionQuery, TestSessionResult>
{
    public async Task<TestSessionResult> Handle(GetTestSessionQuery query, CancellationToken cancellationToken) =>
        await db.Sessions.AsNoTracking().Include(s => s.Points).SingleOrDefaultAsync(s => s.Id == query.Id, cancellationToken) is { } session
            ? TestSessionResult.Of(session)
            : throw new NotFound("TestSession", query.Id);
}

internal static class GetTestSessionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/national/sessions/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetTestSessionQuery(id), token))
        .WithName("GetTestSession").WithSummary("A session of the national test").RequirePermission(TestingPermissions.Read);
}
