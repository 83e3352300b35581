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

/// <summary>Меншік нысаны / форма собственности, as the Registry keeps it.</summary>
internal enum KindergartenOwnership
{
    State,
    Private,
}

internal sealed record ListKindergartensQuery : ListQuery, IQuery<PagedResult<KindergartenRow>>
{
    /// <summary>КАТО code; its subtree is listed.</summary>
    public string? Territory { get; init; }

    /// <summary>Code of the kind: kindergarten, nursery-kindergarten, mini-centre or school-kindergarten.</summary>
    public string? Kind { get; init; }

    public KindergartenOwnership? Ownership { get; init; }

    /// <summary>Has groups of this language, by its profile.</summary>
    public GroupLanguage? Language { get; init; }

    public Subordination? Subordination { get; init; }

    public KindergartenSpecialisation? Specialisation { get; init; }

    /// <summary>Only those without a profile.</summary>
    public bool? WithoutProfile { get; init; }
}

/// <summary>A kindergarten of the network; places and children are those of its present groups.</summary>
internal sealed record KindergartenRow(
    Guid InstitutionId, LocalizedText Name, string Kind, string Ownership, string TerritoryCode, int? DesignCapacity, IReadOnlyList<GroupLanguage> Languages,
    DayRegime? Regime, decimal? HoursPerDay, KindergartenSpecialisation? Specialisation, Subordination? Subordination, int Groups, int Places, int Children,
    int Open);

internal sealed class ListKindergartensValidator : AbstractValidator<ListKindergartensQuery>
{
    public ListKindergartensValidator()
    {
        RuleFor(q => q.Q).MaximumLength(200);
        RuleFor(q => q.Kind).Must(k => Kindergartens.Kinds.Contains(k)).When(q => q.Kind is not null).WithCode("unknown-value");
    }
}

/// <summary>An institution with its profile, before the page is cut.</summary>
internal sealed class KindergartenLine
{
    public required InstitutionRef Institution { get; init; }

    public KindergartenProfile? Profile { get; init; }
}

/// <summary>An institution with its profile and the sums of its present groups.</summary>
internal sealed class KindergartenSums
{
    public required InstitutionRef Institution { get; init; }

    public KindergartenProfile? Profile { get; init; }

    public int Groups { get; init; }

    public int Places { get; init; }

    public int Children { get; init; }

    public int Open { get; init; }
}

/// <summary>The network as one query, for the list and for its totals: a total is the sum of the list.</summary>
internal sealed class KindergartenLines(PreschoolDbContext db, Kindergartens kindergartens)
{
    public IQueryable<Group> Groups => db.Scoped<Group>().AsNoTracking().Where(g => g.IsCurrent && g.ClosedOn == null);

    public IQueryable<KindergartenLine> Of(ListKindergartensQuery query)
    {
        var lines = kindergartens.Visible().GroupJoin(db.Scoped<KindergartenProfile>().AsNoTracking(), i => i.Id, p => p.InstitutionId, (i, p) => new { i, p })
            .SelectMany(x => x.p.DefaultIfEmpty(), (x, p) => new KindergartenLine { Institution = x.i, Profile = p });
        lines = query.Kind is { } kind ? lines.Where(l => l.Institution.KindCode == kind) : lines;
        lines = query.Ownership?.ToString() is { } ownership ? lines.Where(l => l.Institution.Ownership == ownership) : lines;
        lines = query.Subordination is { } subordination ? lines.Where(l => l.Profile!.Subordination == subordination) : lines;
        lines = query.Specialisation is { } specialisation ? lines.Where(l => l.Profile!.Specialisation == specialisation) : lines;
        lines = query.WithoutProfile == true ? lines.Where(l => l.Profile == null) : lines;
        if (query.Language is { } language)
        {
            var wanted = KindergartenLanguageCodes.Flag(language);
            lines = lines.Where(l => l.Profile != null && (l.Profile.Languages & wanted) != KindergartenLanguages.None);
        }

        if (query.Territory is { } territory)
        {
            lines = lines.Where(l => db.Set<TerritoryClosure>().Any(c => c.AncestorCode == territory && c.DescendantCode == l.Institution.TerritoryCode));
        }

        foreach (var word in SearchText.Normalize(query.Q).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            lines = lines.Where(l => l.Institution.SearchName.Contains(word));
        }

        return lines;
    }

    public IQueryable<KindergartenSums> WithSums(IQueryable<KindergartenLine> lines)
    {
        var groups = Groups;
        return lines.Select(l => new KindergartenSums
        {
            Institution = l.Institution,
            Profile = l.Profile,
            Groups = groups.Count(g => g.InstitutionId == l.Institution.Id),
            Places = groups.Where(g => g.InstitutionId == l.Institution.Id).Sum(g => g.Places),
            Children = groups.Where(g => g.InstitutionId == l.Institution.Id).Sum(g => g.Children),
            Open = groups.Where(g => g.InstitutionId == l.Institution.Id).Sum(g => g.Open),
        });
    }
}

internal sealed class ListKindergartensHandler(KindergartenLines network) : IQueryHandler<ListKindergartensQuery, PagedResult<KindergartenRow>>
{
    private static readonly SortMap<KindergartenLine> Sorts = new SortMap<KindergartenLine>(l => l.Institution.Id)
        .By("name", l => l.Institution.SortName).By("kind", l => l.Institution.KindCode).By("ownership", l => l.Institution.Ownership)
        .By("designCapacity", l => l.Profile!.DesignCapacity);

    public async Task<PagedResult<KindergartenRow>> Handle(ListKindergartensQuery query, CancellationToken cancellationToken)
    {
        var page = await network.Of(query).ToPage(query, Sorts, "name", network.WithSums, cancellationToken);
        return new(
            [
                .. page.Items.Select(r => new KindergartenRow(
                    r.Institution.Id, r.Institution.Name, r.Institution.KindCode, r.Institution.Ownership.ToLowerInvariant(), r.Institution.TerritoryCode,
                    r.Profile?.DesignCapacity, r.Profile?.Languages.List() ?? [], r.Profile?.Regime, r.Profile?.HoursPerDay, r.Profile?.Specialisation,
                    r.Profile?.Subordination, r.Groups, r.Places, r.Children, r.Open)),
            ],
            page.Page, page.PageSize, page.Total);
    }
}

internal static class ListKindergartensEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/kindergartens", ([AsParameters] ListKindergartensQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListKindergartens").WithSummary("The network: kindergartens, mini-centres and complexes with their places")
        .AcceptsQuery<ListKindergartensQuery>().RequirePermission(PreschoolPermissions.Read);
}
