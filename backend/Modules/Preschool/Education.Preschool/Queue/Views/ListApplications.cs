using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
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

internal sealed record ListApplicationsQuery : ListQuery, IQuery<PagedResult<ApplicationRow>>
{
    /// <summary>КАТО code; its subtree.</summary>
    public string? Territory { get; init; }

    /// <summary>Calendar year of birth.</summary>
    public int? BirthYear { get; init; }

    public GroupLanguage? Language { get; init; }

    public string? Profile { get; init; }

    public TicketState? State { get; init; }

    public QueueClass? Class { get; init; }

    /// <summary>Code of a verified benefit.</summary>
    public string? Benefit { get; init; }

    /// <summary>Kindergarten wished.</summary>
    public Guid? Wish { get; init; }
}

/// <summary>An application without anybody's name, ИИН or birthday.</summary>
internal sealed class ApplicationRow
{
    public Guid Id { get; init; }

    public string Number { get; init; } = "";

    public string TerritoryCode { get; init; } = "";

    public int BirthYear { get; init; }

    public GroupLanguage Language { get; init; }

    public string Profile { get; init; } = "";

    public int Rank { get; init; }

    public QueueClass Class { get; init; }

    public DateTime AppliedAt { get; init; }

    public TicketState State { get; init; }

    public DateTime StateSince { get; init; }

    public DateOnly? StateUntil { get; init; }

    public int WishCount { get; init; }
}

internal sealed class ApplicationRowProfile : AutoMapper.Profile
{
    public ApplicationRowProfile() => CreateMap<QueueApplication, ApplicationRow>()
        .ForMember(r => r.WishCount, m => m.MapFrom(a => a.Wishes.Count))
        .ForMember(r => r.Class, m => m.MapFrom(a =>
            a.Rank < QueueRank.Priority ? QueueClass.Extraordinary : a.Rank < QueueRank.General ? QueueClass.Priority : QueueClass.General));
}

internal sealed class ListApplicationsValidator : AbstractValidator<ListApplicationsQuery>
{
    public ListApplicationsValidator()
    {
        RuleFor(q => q.Territory).MaximumLength(9);
        RuleFor(q => q.Q).MaximumLength(20);
    }
}

internal sealed class ListApplicationsHandler(PreschoolDbContext db, AutoMapper.IConfigurationProvider mapper)
    : IQueryHandler<ListApplicationsQuery, PagedResult<ApplicationRow>>
{
    private static readonly SortMap<QueueApplication> Sorts = new SortMap<QueueApplication>(a => a.Id)
        .By("number", a => a.Number).By("appliedAt", a => a.AppliedAt).By("rank", a => a.Rank).By("birthYear", a => a.BirthYear)
        .By("language", a => a.Language).By("state", a => a.State).By("stateSince", a => a.StateSince);

    public Task<PagedResult<ApplicationRow>> Handle(ListApplicationsQuery query, CancellationToken cancellationToken)
    {
        var rows = db.Scoped<QueueApplication>().AsNoTracking();
        if (query.Territory is { Length: > 0 } territory)
        {
            rows = rows.Where(a => db.Set<TerritoryClosure>().Any(c => c.AncestorCode == territory && c.DescendantCode == a.TerritoryCode));
        }

        rows = query.BirthYear is { } year ? rows.Where(a => a.BirthYear == year) : rows;
        rows = query.Language is { } language ? rows.Where(a => a.Language == language) : rows;
        rows = query.Profile is { Length: > 0 } profile ? rows.Where(a => a.Profile == profile) : rows;
        rows = query.State is { } state ? rows.Where(a => a.State == state) : rows;
        if (query.Class is { } line)
        {
            var (from, below) = line switch
            {
                QueueClass.Extraordinary => (int.MinValue, QueueRank.Priority),
                QueueClass.Priority => (QueueRank.Priority, QueueRank.General),
                _ => (QueueRank.General, int.MaxValue),
            };
            rows = rows.Where(a => a.Rank >= from && a.Rank < below);
        }

        if (query.Benefit is { Length: > 0 } benefit)
        {
            rows = rows.Where(a => db.Set<ApplicationBenefit>().Any(b => b.ApplicationId == a.Id && b.Code == benefit && b.Status == EvidenceStatus.Verified));
        }

        rows = query.Wish is { } wish ? rows.Where(a => a.Wishes.Any(w => w.InstitutionId == wish)) : rows;
        if (query.Q is { Length: > 0 } text)
        {
            var start = ApplicationNumber.TryRead(text, out var number) ? number : text.Trim();
            rows = rows.Where(a => a.Number.StartsWith(start));
        }

        return rows.ToPage(query, Sorts, "rank,appliedAt", found => AutoMapper.QueryableExtensions.Extensions.ProjectTo<ApplicationRow>(found, mapper), cancellationToken);
    }
}

internal static class ListApplicationsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/queue/applications", ([AsParameters] ListApplicationsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListApplications").WithSummary("The queue: applications without names, IIN or birthdays")
        .AcceptsQuery<ListApplicationsQuery>().RequirePermission(PreschoolPermissions.ReadQueue);
}
