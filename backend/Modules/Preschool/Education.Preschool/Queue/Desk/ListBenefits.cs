using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Texts = Education.BuildingBlocks.Texts;

namespace Education.Preschool.Queue;

internal sealed record ListBenefitsQuery : IQuery<IReadOnlyList<BenefitResult>>
{
    /// <summary>Only what holds on this day; every row, unless given.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>A row of the table of benefits.</summary>
internal sealed record BenefitResult(
    Guid Id, string Code, LocalizedText Name, int Rank, QueueClass Class, int? EvidenceMonths, EvidenceChannel Channel, string LegalAct, DateOnly ValidFrom,
    DateOnly? ValidTo, long Version) : IVersioned
{
    public static BenefitResult Of(Benefit b) =>
        new(b.Id, b.Code, b.Name, b.Rank, QueueRank.ClassOf(b.Rank), b.EvidenceMonths, b.Channel, b.LegalAct, b.ValidFrom, b.ValidTo, b.Version);
}

internal sealed class ListBenefitsHandler(PreschoolDbContext db) : IQueryHandler<ListBenefitsQuery, IReadOnlyList<BenefitResult>>
{
    public async Task<IReadOnlyList<BenefitResult>> Handle(ListBenefitsQuery query, CancellationToken cancellationToken)
    {
        var rows = db.Set<Benefit>().AsNoTracking();
        rows = query.On is { } day ? rows.Where(b => b.ValidFrom <= day && (b.ValidTo == null || b.ValidTo >= day)) : rows;
        return [.. (await rows.OrderBy(b => b.Rank).ThenBy(b => b.Code).ThenBy(b => b.ValidFrom).ToListAsync(cancellationToken)).Select(BenefitResult.Of)];
    }
}

internal static class ListBenefitsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/queue/benefits", ([AsParameters] ListBenefitsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListBenefits").WithSummary("The table of benefits: category, rank, evidence, legal act, dates")
        .AcceptsQuery<ListBenefitsQuery>().RequirePermission(PreschoolPermissions.Read);
}
