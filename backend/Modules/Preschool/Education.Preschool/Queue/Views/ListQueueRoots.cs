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

internal sealed record ListQueueRootsQuery : ListQuery, IQuery<PagedResult<QueueRootRow>>
{
    public string? Territory { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }
}

/// <summary>The root of a territory's log on a day.</summary>
internal sealed class QueueRootRow
{
    public DateOnly Day { get; init; }

    public string TerritoryCode { get; init; } = "";

    public long Sequence { get; init; }

    public string Hash { get; init; } = "";
}

internal sealed class QueueRootRowProfile : AutoMapper.Profile
{
    public QueueRootRowProfile() => CreateMap<QueueRoot, QueueRootRow>();
}

internal sealed class ListQueueRootsValidator : AbstractValidator<ListQueueRootsQuery>
{
    public ListQueueRootsValidator() => RuleFor(q => q.Territory).MaximumLength(9);
}

internal sealed class ListQueueRootsHandler(PreschoolDbContext db, AutoMapper.IConfigurationProvider mapper) : IQueryHandler<ListQueueRootsQuery, PagedResult<QueueRootRow>>
{
    private static readonly SortMap<QueueRoot> Sorts = new SortMap<QueueRoot>(r => r.Id).By("day", r => r.Day).By("territory", r => r.TerritoryCode);

    public Task<PagedResult<QueueRootRow>> Handle(ListQueueRootsQuery query, CancellationToken cancellationToken)
    {
        var rows = db.QueueRoots;
        rows = query.Territory is { Length: > 0 } territory ? rows.Where(r => r.TerritoryCode == territory) : rows;
        rows = query.From is { } from ? rows.Where(r => r.Day >= from) : rows;
        rows = query.Q is { Length: > 0 } start ? rows.Where(r => r.Hash.StartsWith(start)) : rows;
        return rows.ToPage(query, Sorts, "-day,territory", found => AutoMapper.QueryableExtensions.Extensions.ProjectTo<QueueRootRow>(found, mapper), cancellationToken);
    }
}

internal static class ListQueueRootsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/queue/roots", ([AsParameters] ListQueueRootsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListQueueRoots").WithSummary("Daily roots of the queues' logs, for everybody to keep and compare")
        .AcceptsQuery<ListQueueRootsQuery>().AllowEverybody();
}
