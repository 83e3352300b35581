using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Network;

internal sealed record GetKindergartenQuery(Guid Id) : IQuery<KindergartenCard>;

/// <summary>A kindergarten: who it is by the Registry, what it is by its profile.</summary>
/// <param name="Version">Version of the profile; 0 while there is none.</param>
internal sealed record KindergartenCard(
    Guid InstitutionId, LocalizedText Name, string Kind, string Ownership, string Status, string TerritoryCode, KindergartenProfileBody? Profile,
    int Groups, int Places, int Children, int Held, int Open, long Version) : IVersioned;

internal sealed class GetKindergartenValidator : AbstractValidator<GetKindergartenQuery>
{
    public GetKindergartenValidator() => RuleFor(q => q.Id).NotEmpty();
}

internal sealed class GetKindergartenHandler(PreschoolDbContext db, KindergartenLines network) : IQueryHandler<GetKindergartenQuery, KindergartenCard>
{
    public async Task<KindergartenCard> Handle(GetKindergartenQuery query, CancellationToken cancellationToken)
    {
        var institution = await db.Scoped<InstitutionRef>().AsNoTracking()
            .SingleOrDefaultAsync(i => i.Id == query.Id && Kindergartens.Kinds.Contains(i.KindCode), cancellationToken)
            ?? throw new NotFound("Kindergarten", query.Id);
        var profile = await db.Scoped<KindergartenProfile>().AsNoTracking().SingleOrDefaultAsync(p => p.InstitutionId == query.Id, cancellationToken);
        var sums = await network.Groups.Where(g => g.InstitutionId == query.Id).GroupBy(g => g.InstitutionId)
            .Select(g => new { Count = g.Count(), Places = g.Sum(x => x.Places), Children = g.Sum(x => x.Children), Held = g.Sum(x => x.Held), Open = g.Sum(x => x.Open) })
            .SingleOrDefaultAsync(cancellationToken);
        return new(
            institution.Id, institution.Name, institution.KindCode, institution.Ownership.ToLowerInvariant(), institution.Status.ToLowerInvariant(),
            institution.TerritoryCode, profile is null ? null : Body(profile.Facts),
            sums?.Count ?? 0, sums?.Places ?? 0, sums?.Children ?? 0, sums?.Held ?? 0, sums?.Open ?? 0, profile?.Version ?? 0);
    }

    private static KindergartenProfileBody Body(ProfileFacts facts) => new(
        facts.DesignCapacity, facts.AreaM2, facts.AgeFrom, facts.AgeTo, facts.Languages.List(), facts.Regime, facts.HoursPerDay, facts.Specialisation,
        facts.Subordination, facts.Pedagogues, facts.PedagoguesOfSpeciality);
}

internal static class GetKindergartenEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/kindergartens/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetKindergartenQuery(id), token))
        .WithName("GetKindergarten").WithSummary("A kindergarten with its profile and its places").RequirePermission(PreschoolPermissions.Read);
}
