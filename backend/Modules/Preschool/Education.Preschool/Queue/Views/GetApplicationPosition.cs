using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Texts = Education.BuildingBlocks.Texts;

namespace Education.Preschool.Queue;

internal sealed record GetApplicationPositionParameters
{
    /// <summary>A moment in the past, UTC; now unless given.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>Tell the moves since this event of the territory's log; since the last visit unless given.</summary>
    public long? Since { get; init; }
}

internal sealed record GetApplicationPositionQuery(Guid Id, DateTime? AsOf, long? Since) : IQuery<ApplicationPosition>;

internal sealed class GetApplicationPositionHandler(PreschoolDbContext db, QueueExplainer explainer, QueueVisits visits, TimeProvider time)
    : IQueryHandler<GetApplicationPositionQuery, ApplicationPosition>
{
    public async Task<ApplicationPosition> Handle(GetApplicationPositionQuery query, CancellationToken cancellationToken)
    {
        var application = await db.Scoped<QueueApplication>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == query.Id, cancellationToken)
            ?? throw new NotFound("QueueApplication", query.Id);
        if (query.AsOf?.ToUniversalTime() is { } asOf && asOf < time.GetUtcNow().UtcDateTime)
        {
            return await explainer.AsOf(application, asOf, query.Since ?? 0, cancellationToken);
        }

        return query.Since is { } since
            ? await explainer.Now(application, (since, null), cancellationToken)
            : await visits.Visit(application, byFamily: false, cancellationToken);
    }
}

internal static class GetApplicationPositionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(
            "/queue/applications/{id:guid}/position", (Guid id, [AsParameters] GetApplicationPositionParameters query, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new GetApplicationPositionQuery(id, query.AsOf, query.Since), token))
        .WithName("GetApplicationPosition").WithSummary("Position by pool, year, territory and wish, with the cause of every move; also at a moment in the past")
        .AcceptsQuery<GetApplicationPositionParameters>().RequirePermission(PreschoolPermissions.ReadQueue);
}
