using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Sessions;

internal sealed record ListTestSessionsQuery : IQuery<IReadOnlyList<TestSessionResult>>
{
    /// <summary>Only this year's; all years, newest first, unless given.</summary>
    public int? Year { get; init; }
}

/// <summary>A session with its testing points, points ordered by territory.</summary>
internal sealed record TestSessionResult(
    Guid Id, int Year, SessionKind Kind, DateOnly FirstDay, DateOnly LastDay, IReadOnlyList<SessionPointsResult> Points, long Version) : IVersioned
{
    public static TestSessionResult Of(TestSession session) => new(
        session.Id, session.Year, session.Kind, session.FirstDay, session.LastDay,
        [.. session.Points.OrderBy(p => p.TerritoryCode, StringComparer.Ordinal).Select(p => new SessionPointsResult(p.TerritoryCode, p.Count))], session.Version);
}

/// <summary>Testing points of a territory.</summary>
internal sealed record SessionPointsResult(string Territory, int Count);

internal sealed class ListTestSessionsValidator : AbstractValidator<ListTestSessionsQuery>
{
    public ListTestSessionsValidator() => RuleFor(q => q.Year).InclusiveBetween(2004, 2100);
}

internal sealed class ListTestSessionsHandler(TestingDbContext db) : IQueryHandler<ListTestSessionsQuery, IReadOnlyList<TestSessionResult>>
{
    public async Task<IReadOnlyList<TestSessionResult>> Handle(ListTestSessionsQuery query, CancellationToken cancellationToken)
    {
        var sessions = await db.Sessions.AsNoTracking().Include(s => s.Points).Where(s => query.Year == null || s.Year == query.Year)
            .OrderByDescending(s => s.Year).ThenBy(s => s.FirstDay).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        return [.. sessions.Select(TestSessionResult.Of)];
    }
}

internal static class ListTestSessionsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/national/sessions", ([AsParameters] ListTestSessionsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListTestSessions").WithSummary("Sessions of the national test: days and testing points; five a year at most")
        .AcceptsQuery<ListTestSessionsQuery>().RequirePermission(TestingPermissions.Read);
}
