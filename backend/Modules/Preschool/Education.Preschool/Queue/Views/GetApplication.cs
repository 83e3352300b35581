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

internal sealed record GetApplicationQuery(Guid Id) : IQuery<ApplicationCard>;

/// <summary>An application with the personal data of child and applicant.</summary>
internal sealed record ApplicationCard(
    Guid Id, string Number, string TerritoryCode, LocalizedText TerritoryName, DateOnly BornOn, GroupLanguage Language, string Profile,
    LocalizedText ProfileName, string? Iin, string? BirthDocument, string ChildName, string ApplicantName, string ApplicantPhone, string? Note,
    int Rank, QueueClass Class, DateTime AppliedAt, TicketState State, DateTime StateSince, DateOnly? StateUntil, bool MayBeRestored,
    IReadOnlyList<WishRow> Wishes, IReadOnlyList<BenefitCard> Benefits, long Version) : IVersioned;

/// <summary>A kindergarten wished.</summary>
internal sealed record WishRow(Guid InstitutionId, LocalizedText Name);

/// <summary>A benefit with its evidence.</summary>
internal sealed record BenefitCard(
    Guid Id, string Code, LocalizedText Name, int Rank, EvidenceStatus Status, string EvidenceType, string EvidenceNumber, DateOnly IssuedOn,
    DateOnly? ValidTo, EvidenceChannel? Channel, DateTime? VerifiedAt, string? EndReason);

internal sealed class GetApplicationHandler(PreschoolDbContext db, QueueNames names) : IQueryHandler<GetApplicationQuery, ApplicationCard>
{
    public async Task<ApplicationCard> Handle(GetApplicationQuery query, CancellationToken cancellationToken)
    {
        var a = await db.Scoped<QueueApplication>().AsNoTracking().Include(x => x.Wishes).SingleOrDefaultAsync(x => x.Id == query.Id, cancellationToken)
            ?? throw new NotFound("QueueApplication", query.Id);
        var benefits = await db.Set<ApplicationBenefit>().AsNoTracking().Where(b => b.ApplicationId == a.Id).OrderBy(b => b.CreatedAt).ToListAsync(cancellationToken);
        var benefitNames = await names.Benefits(cancellationToken);
        return new(
            a.Id, a.Number, a.TerritoryCode, await names.Territory(a.TerritoryCode, cancellationToken), a.BornOn, a.Language, a.Profile,
            GroupProfile.Find(a.Profile)?.Name ?? new(a.Profile, a.Profile), a.Iin, a.BirthDocument, a.ChildName, a.ApplicantName, a.ApplicantPhone, a.Note,
            a.Rank, QueueRank.ClassOf(a.Rank), a.AppliedAt, a.State, a.StateSince, a.StateUntil,
            a.State == TicketState.Inactive && a.RestoredAt is null, await names.Wishes(a, cancellationToken),
            [
                .. benefits.Select(b => new BenefitCard(
                    b.Id, b.Code, benefitNames.GetValueOrDefault(b.Code) ?? new(b.Code, b.Code), b.Rank, b.Status, b.EvidenceType, b.EvidenceNumber, b.IssuedOn,
                    b.ValidTo, b.Channel, b.VerifiedAt, b.EndReason)),
            ],
            a.Version);
    }
}

internal static class GetApplicationEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/queue/applications/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetApplicationQuery(id), token))
        .WithName("GetApplication").WithSummary("An application with child, applicant, wishes and benefits").RequirePermission(PreschoolPermissions.ReadQueue);
}
