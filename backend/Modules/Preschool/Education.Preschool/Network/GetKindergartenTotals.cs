using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Network;

internal sealed record GetKindergartenTotalsQuery : IQuery<KindergartenTotals>
{
    /// <summary>КАТО code; its subtree is counted.</summary>
    public string? Territory { get; init; }

    public string? Kind { get; init; }

    public KindergartenOwnership? Ownership { get; init; }

    public GroupLanguage? Language { get; init; }

    public Subordination? Subordination { get; init; }

    public KindergartenSpecialisation? Specialisation { get; init; }
}

/// <summary>One line of the totals.</summary>
/// <param name="DesignCapacity">Of those whose profile says it.</param>
internal sealed record KindergartenTotal(
    string? Kind, string? Ownership, int Institutions, int WithProfile, int DesignCapacity, int Groups, int Places, int Children, int Pedagogues,
    int PedagoguesOfSpeciality);

/// <summary>The network in figures, each the sum of the list.</summary>
internal sealed record KindergartenTotals(KindergartenTotal All, IReadOnlyList<KindergartenTotal> ByKind);

internal sealed class GetKindergartenTotalsValidator : AbstractValidator<GetKindergartenTotalsQuery>
{
    public GetKindergartenTotalsValidator() =>
        RuleFor(q => q.Kind).Must(k => Kindergartens.Kinds.Contains(k)).When(q => q.Kind is not null).WithCode("unknown-value");
}

internal sealed class GetKindergartenTotalsHandler(KindergartenLines network) : IQueryHandler<GetKindergartenTotalsQuery, KindergartenTotals>
{
    public async Task<KindergartenTotals> Handle(GetKindergartenTotalsQuery query, CancellationToken cancellationToken)
    {
        var lines = network.Of(new()
        {
            Territory = query.Territory, Kind = query.Kind, Ownership = query.Ownership, Language = query.Language, Subordination = query.Subordination,
            Specialisation = query.Specialisation,
        });
        var institutions = await lines.GroupBy(l => new { l.Institution.KindCode, l.Institution.Ownership }).Select(g => new
        {
            g.Key.KindCode,
            g.Key.Ownership,
            Institutions = g.Count(),
            WithProfile = g.Count(l => l.Profile != null),
            DesignCapacity = g.Sum(l => l.Profile!.DesignCapacity) ?? 0,
            Pedagogues = g.Sum(l => l.Profile!.Pedagogues) ?? 0,
            OfSpeciality = g.Sum(l => l.Profile!.PedagoguesOfSpeciality) ?? 0,
        }).ToListAsync(cancellationToken);
        var groups = await lines.Join(network.Groups, l => l.Institution.Id, g => g.InstitutionId, (l, g) => new { l.Institution.KindCode, l.Institution.Ownership, g })
            .GroupBy(x => new { x.KindCode, x.Ownership })
            .Select(x => new { x.Key, Groups = x.Count(), Places = x.Sum(y => y.g.Places), Children = x.Sum(y => y.g.Children) })
            .ToDictionaryAsync(x => (x.Key.KindCode, x.Key.Ownership), cancellationToken);
        var rows = institutions.OrderBy(i => Array.IndexOf(Kindergartens.Kinds, i.KindCode)).ThenByDescending(i => i.Ownership, StringComparer.Ordinal).Select(i =>
        {
            var of = groups.GetValueOrDefault((i.KindCode, i.Ownership));
            return new KindergartenTotal(
                i.KindCode, i.Ownership.ToLowerInvariant(), i.Institutions, i.WithProfile, i.DesignCapacity, of?.Groups ?? 0, of?.Places ?? 0, of?.Children ?? 0,
                i.Pedagogues, i.OfSpeciality);
        }).ToList();
        return new(
            new(
                null, null, rows.Sum(r => r.Institutions), rows.Sum(r => r.WithProfile), rows.Sum(r => r.DesignCapacity), rows.Sum(r => r.Groups),
                rows.Sum(r => r.Places), rows.Sum(r => r.Children), rows.Sum(r => r.Pedagogues), rows.Sum(r => r.PedagoguesOfSpeciality)),
            rows);
    }
}

internal static class GetKindergartenTotalsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/kindergarten-totals", ([AsParameters] GetKindergartenTotalsQuery query, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(query, token))
        .WithName("GetKindergartenTotals").WithSummary("The network in figures by kind and ownership, summed from the list")
        .AcceptsQuery<GetKindergartenTotalsQuery>().RequirePermission(PreschoolPermissions.Read);
}
