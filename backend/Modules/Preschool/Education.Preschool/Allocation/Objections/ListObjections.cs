using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Queue;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Objections;

internal sealed record ListObjectionsQuery : ListQuery, IQuery<PagedResult<ObjectionRow>>
{
    /// <summary>Only those without an answer, or with one.</summary>
    public bool? Answered { get; init; }

    public Guid? Application { get; init; }
}

/// <summary>Without the texts: they may tell of the family.</summary>
/// <param name="Overdue">Not answered in time, or answered late.</param>
internal sealed record ObjectionRow(
    Guid Id, long Version, Guid ApplicationId, string ApplicationNumber, Guid? OfferId, DateOnly ReceivedOn, DateOnly Due, ObjectionOutcome? Outcome,
    DateOnly? AnsweredOn, bool Overdue) : IVersioned;

internal sealed class ListObjectionsHandler(PreschoolDbContext db, TimeProvider time) : IQueryHandler<ListObjectionsQuery, PagedResult<ObjectionRow>>
{
    private static readonly SortMap<Objection> Sorts = new SortMap<Objection>(o => o.Id).By("due", o => o.Due).By("receivedOn", o => o.ReceivedOn);

    public async Task<PagedResult<ObjectionRow>> Handle(ListObjectionsQuery query, CancellationToken cancellationToken)
    {
        var objections = db.Scoped<Objection>().AsNoTracking();
        objections = query.Answered is { } answered ? objections.Where(o => o.AnsweredOn != null == answered) : objections;
        objections = query.Application is { } application ? objections.Where(o => o.ApplicationId == application) : objections;
        return await objections.ToPage(query, Sorts, "due", rows => Rows(db, rows, time.Today()), cancellationToken);
    }

    public static IQueryable<ObjectionRow> Rows(PreschoolDbContext db, IQueryable<Objection> objections, DateOnly today) =>
        from o in objections
        join a in db.Scoped<QueueApplication>() on o.ApplicationId equals a.Id
        select new ObjectionRow(
            o.Id, o.Version, o.ApplicationId, a.Number, o.OfferId, o.ReceivedOn, o.Due, o.Outcome, o.AnsweredOn, (o.AnsweredOn ?? today) > o.Due);
}

internal static class ListObjectionsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/allocation/objections", ([AsParameters] ListObjectionsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListObjections").WithSummary("Objections to automated decisions, with what is overdue").AcceptsQuery<ListObjectionsQuery>()
        .RequirePermission(PreschoolPermissions.ReadQueue);
}
