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

internal sealed record GetInstitutionQuery(Guid Id, DateOnly? AsOf) : IQuery<InstitutionCard>;

internal sealed record GetInstitutionParameters
{
    /// <summary>Name, kind, territory and state as they were on this day.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>All about an institution.</summary>
internal sealed class InstitutionCard : IVersioned
{
    public Guid Id { get; set; }

    public string? Bin { get; set; }

    public LocalizedText Name { get; set; } = null!;

    /// <summary>Code of the kind.</summary>
    public string Kind { get; set; } = "";

    public Ownership Ownership { get; set; }

    public LegalForm? LegalForm { get; set; }

    public IReadOnlyList<string> Languages => LanguageSet.Codes();

    public string TerritoryCode { get; set; } = "";

    public LocalizedText TerritoryName { get; set; } = null!;

    public Guid? ParentId { get; set; }

    public LocalizedText? ParentName { get; set; }

    public bool IsBranch { get; set; }

    public InstitutionStatus Status { get; set; }

    public DateOnly? OpenedOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>The id asked for, when that entry was a duplicate merged into this one.</summary>
    public Guid? MergedFromId { get; set; }

    public Guid? ImportId { get; set; }

    public DateTime ModifiedAt { get; set; }

    public long Version { get; set; }

    [JsonIgnore]
    public InstructionLanguages LanguageSet { get; set; }

    internal sealed class Mapping : AutoMapper.Profile
    {
        public Mapping() => CreateMap<Institution, InstitutionCard>()
            .ForMember(c => c.Kind, m => m.MapFrom(i => i.KindCode))
            .ForMember(c => c.LanguageSet, m => m.MapFrom(i => i.Languages))
            .ForMember(c => c.Languages, m => m.Ignore())
            .ForMember(c => c.ParentName, m => m.Ignore())
            .ForMember(c => c.MergedFromId, m => m.Ignore());
    }
}

internal sealed class GetInstitutionValidator : AbstractValidator<GetInstitutionQuery>
{
    public GetInstitutionValidator() => RuleFor(q => q.Id).NotEmpty();
}

internal sealed class GetInstitutionHandler(RegistryDbContext db, AutoMapper.IConfigurationProvider mapper)
    : IQueryHandler<GetInstitutionQuery, InstitutionCard>
{
    public async Task<InstitutionCard> Handle(GetInstitutionQuery query, CancellationToken cancellationToken)
    {
        var present = await db.Scoped<Institution>().Where(i => i.Id == query.Id).Select(i => (Guid?)(i.MergedIntoId ?? i.Id))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound("Institution", query.Id);
        var card = await db.Scoped<Institution>().AsNoTracking().Where(i => i.Id == present).ProjectTo<InstitutionCard>(mapper)
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound("Institution", query.Id);
        card.MergedFromId = present == query.Id ? null : query.Id;
        if (card.ParentId is { } parent)
        {
            card.ParentName = await db.Scoped<Institution>().AsNoTracking().Where(i => i.Id == parent).Select(i => i.Name).SingleOrDefaultAsync(cancellationToken);
        }

        if (query.AsOf is { } date)
        {
            await ShowAsOf(card, date, cancellationToken);
        }

        return card;
    }

    private async Task ShowAsOf(InstitutionCard card, DateOnly date, CancellationToken cancellationToken)
    {
        var then = await db.Scoped<InstitutionPeriod>().AsNoTracking().Include(p => p.Territory)
            .Where(p => p.InstitutionId == card.Id && p.ValidFrom <= date && (p.ValidTo == null || p.ValidTo >= date))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound("Institution", card.Id);
        card.Name = then.Name;
        card.Kind = then.KindCode;
        card.Status = then.Status;
        card.TerritoryCode = then.TerritoryCode;
        card.TerritoryName = then.Territory.Name;
        card.ClosedOn = then.Status == InstitutionStatus.Closed ? card.ClosedOn : null;
    }
}

internal static class GetInstitutionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/institutions/{id:guid}", (Guid id, [AsParameters] GetInstitutionParameters parameters, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new GetInstitutionQuery(id, parameters.AsOf), token))
        .WithName("GetInstitution").WithSummary("An institution, today or as of a day; a merged duplicate leads to the entry that stayed")
        .AcceptsQuery<GetInstitutionParameters>().RequirePermission(RegistryPermissions.ReadInstitutions);
}
