using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Offers;

internal sealed record ListPlacesQuery : IQuery<ListPlacesResult>
{
    /// <summary>Number of the application.</summary>
    public string? Number { get; init; }
}

/// <param name="MayClaim">The bulletin regime: what is open to everybody may be taken at once.</param>
internal sealed record ListPlacesResult(Guid ApplicationId, string ApplicationNumber, TicketState State, bool MayClaim, IReadOnlyList<FoundPlace> Places);

internal sealed class ListPlacesHandler(PreschoolDbContext db, PlaceFinder finder, QueueRulesBook book, TimeProvider time)
    : IQueryHandler<ListPlacesQuery, ListPlacesResult>
{
    public async Task<ListPlacesResult> Handle(ListPlacesQuery query, CancellationToken cancellationToken)
    {
        if (query.Number is not { Length: > 0 } number)
        {
            throw new InvalidFields("number", "required");
        }

        var application = await db.Scoped<QueueApplication>().AsNoTracking().SingleOrDefaultAsync(a => a.Number == number, cancellationToken)
            ?? throw new NotFound("Application", number);
        var rules = await book.In(application.TerritoryCode, time.Today(), cancellationToken);
        var places = await finder.Of(application.PoolKey, onlyOpen: true).ToListAsync(cancellationToken);
        return new(application.Id, number, application.State, rules.Regime == QueueRegime.Bulletin, places);
    }
}

internal static class ListPlacesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/allocation/places", ([AsParameters] ListPlacesQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListPlacesForApplication").WithSummary("Groups with open places that an application may get").AcceptsQuery<ListPlacesQuery>()
        .RequirePermission(PreschoolPermissions.ReadQueue);
}
