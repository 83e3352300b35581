using System.Text.Json.Serialization;
using AutoMapper.QueryableExtensions;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Institutions;

internal sealed record ListInstitutionsQuery : ListQuery, IQuery<PagedResult<InstitutionRow>>
{
    /// <summary>КАТО code: the institutions of the unit and of everything below it.</summary>
    public string? Territory { get; init; }

    public string? Kind { get; init; }

    /// <summary>Group of kinds: preschool, school, extra, college or support.</summary>
    public string? Group { get; init; }

    public Ownership? Ownership { get; init; }

    public InstitutionStatus? Status { get; init; }

    /// <summary>Language of instruction: kk, ru, en, uz, ug or tg.</summary>
    public string? Language { get; init; }

    /// <summary>Institutions that belong to this one.</summary>
    public Guid? Parent { get; init; }

    /// <summary>Names, kinds, territories and states as they were on this day.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>An institution in a list.</summary>
internal sealed class InstitutionRow
{
    public Guid Id { get; set; }

    public string? Bin { get; set; }

    public LocalizedText Name { get; set; } = null!;

    /// <summary>Code of the kind.</summary>
    public string Kind { get; set; } = "";

    public Ownership Ownership { get; set; }

    public IReadOnlyList<string> Languages => LanguageSet.Codes();

    public string TerritoryCode { get; set; } = "";

    public LocalizedText TerritoryName { get; set; } = null!;

    public Guid? ParentId { get; set; }

    public InstitutionStatus Status { get; set; }

    public DateOnly? OpenedOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public long Version { get; set; }

    [JsonIgnore]
    public InstructionLanguages LanguageSet { get; set; }

    [JsonIgnore]
    public string SortName { get; set; } = "";

    [JsonIgnore]
    public string SearchName { get; set; } = "";

    internal sealed class Mapping : AutoMapper.Profile
    {
        public Mapping()
        {
            CreateMap<Institution, InstitutionRow>()
                .ForMember(r => r.Kind, m => m.MapFrom(i => i.KindCode))
                .ForMember(r => r.LanguageSet, m => m.MapFrom(i => i.Languages))
                .ForMember(r => r.Languages, m => m.Ignore());
            CreateMap<InstitutionPeriod, InstitutionRow>()
                .ForMember(r => r.Id, m => m.MapFrom(p => p.InstitutionId))
                .ForMember(r => r.Kind, m => m.MapFrom(p => p.KindCode))
                .ForMember(r => r.Bin, m => m.MapFrom(p => p.Institution.Bin))
                .ForMember(r => r.Ownership, m => m.MapFrom(p => p.Institution.Ownership))
                .ForMember(r => r.LanguageSet, m => m.MapFrom(p => p.Institution.Languages))
                .ForMember(r => r.Languages, m => m.Ignore())
                .ForMember(r => r.ParentId, m => m.MapFrom(p => p.Institution.ParentId))
                .ForMember(r => r.OpenedOn, m => m.MapFrom(p => p.Institution.OpenedOn))
                .ForMember(r => r.ClosedOn, m => m.MapFrom(p => p.Institution.ClosedOn))
                .ForMember(r => r.Version, m => m.MapFrom(p => p.Institution.Version));
        }
    }
}

internal sealed class ListInstitutionsValidator : AbstractValidator<ListInstitutionsQuery>
{
    public ListInstitutionsValidator()
    {
        RuleFor(q => q.Q).MaximumLength(200);
        RuleFor(q => q.Territory).Must(c => KatoCode.TryParse(c, out _, out _)).When(q => q.Territory is not null).WithCode("registry.territory-code");
        RuleFor(q => q.Language).Must(l => InstructionLanguageCodes.All.Contains(l!)).When(q => q.Language is not null).WithCode("unknown-value");
    }
}

internal sealed class ListInstitutionsHandler(RegistryDbContext db, AutoMapper.IConfigurationProvider mapper)
    : IQueryHandler<ListInstitutionsQuery, PagedResult<InstitutionRow>>
{
    private static readonly SortMap<InstitutionRow> Sorts = new SortMap<InstitutionRow>(i => i.Id)
        .By("name", i => i.SortName).By("kind", i => i.Kind).By("territory", i => i.TerritoryCode).By("ownership", i => i.Ownership)
        .By("status", i => i.Status).By("openedOn", i => i.OpenedOn).By("closedOn", i => i.ClosedOn).By("bin", i => i.Bin);

    public Task<PagedResult<InstitutionRow>> Handle(ListInstitutionsQuery query, CancellationToken cancellationToken)
    {
        var rows = query.AsOf is { } date
            ? db.Scoped<InstitutionPeriod>().AsNoTracking().Where(p => p.ValidFrom <= date && (p.ValidTo == null || p.ValidTo >= date))
                .ProjectTo<InstitutionRow>(mapper)
            : db.Scoped<Institution>().AsNoTracking().ProjectTo<InstitutionRow>(mapper);
        return Search(Filter(rows, query), query.Q).ToPage(query, Sorts, "name", r => r, cancellationToken);
    }

    private IQueryable<InstitutionRow> Filter(IQueryable<InstitutionRow> rows, ListInstitutionsQuery query)
    {
        rows = query.Status is { } status ? rows.Where(i => i.Status == status) : rows.Where(i => i.Status != InstitutionStatus.Merged);
        rows = query.Kind is { } kind ? rows.Where(i => i.Kind == kind) : rows;
        rows = query.Group is { } group ? rows.Where(i => db.InstitutionKinds.Any(k => k.Group == group && k.Code == i.Kind)) : rows;
        rows = query.Ownership is { } ownership ? rows.Where(i => i.Ownership == ownership) : rows;
        rows = query.Parent is { } parent ? rows.Where(i => i.ParentId == parent) : rows;
        if (query.Language is { } language)
        {
            var wanted = InstructionLanguageCodes.Set([language]);
            rows = rows.Where(i => (i.LanguageSet & wanted) != InstructionLanguages.None);
        }

        return query.Territory is { } territory
            ? rows.Where(i => db.TerritoryClosure.Any(c => c.AncestorCode == territory && c.DescendantCode == i.TerritoryCode))
            : rows;
    }

    private static IQueryable<InstitutionRow> Search(IQueryable<InstitutionRow> rows, string? q)
    {
        if (Bin.TryParse(q, out var bin, out _))
        {
            return rows.Where(i => i.Bin == bin.Value);
        }

        foreach (var word in SearchText.Normalize(q).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            rows = rows.Where(i => i.SearchName.Contains(word));
        }

        return rows;
    }
}

internal static class ListInstitutionsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/institutions", ([AsParameters] ListInstitutionsQuery query, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(query, token))
        .WithName("ListInstitutions").WithSummary("Institutions, today or as of a day")
        .AcceptsQuery<ListInstitutionsQuery>().RequirePermission(RegistryPermissions.ReadInstitutions);
}
