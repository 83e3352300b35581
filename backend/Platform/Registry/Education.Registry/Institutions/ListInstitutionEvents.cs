using AutoMapper.QueryableExtensions;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Institutions;

internal sealed record ListInstitutionEventsQuery(Guid Id) : IQuery<IReadOnlyList<InstitutionEventRow>>;

/// <summary>An event of the history, newest first; only what it changed is set.</summary>
internal sealed class InstitutionEventRow
{
    public Guid Id { get; set; }

    public InstitutionEventKind Kind { get; set; }

    /// <summary>Null for an opening nobody knows the day of.</summary>
    public DateOnly? Date { get; set; }

    public BasisKind? BasisKind { get; set; }

    public string? BasisNumber { get; set; }

    public DateOnly? BasisDate { get; set; }

    public string? NameKk { get; set; }

    public string? NameRu { get; set; }

    public string? NameEn { get; set; }

    public string? InstitutionKind { get; set; }

    public string? TerritoryCode { get; set; }

    /// <summary>The institution it joined.</summary>
    public Guid? RelatedId { get; set; }

    public string? Note { get; set; }

    /// <summary>Told in the duplicate that was merged into this entry; without effect on its state.</summary>
    public Guid? FromDuplicateId { get; set; }

    public DateTime CreatedAt { get; set; }

    internal sealed class Mapping : AutoMapper.Profile
    {
        public Mapping() => CreateMap<InstitutionChange, InstitutionEventRow>()
            .ForMember(r => r.Date, m => m.MapFrom(c => c.Date == InstitutionChange.Unknown ? (DateOnly?)null : c.Date));
    }
}

internal sealed class ListInstitutionEventsValidator : AbstractValidator<ListInstitutionEventsQuery>
{
    public ListInstitutionEventsValidator() => RuleFor(q => q.Id).NotEmpty();
}

internal sealed class ListInstitutionEventsHandler(RegistryDbContext db, AutoMapper.IConfigurationProvider mapper)
    : IQueryHandler<ListInstitutionEventsQuery, IReadOnlyList<InstitutionEventRow>>
{
    public async Task<IReadOnlyList<InstitutionEventRow>> Handle(ListInstitutionEventsQuery query, CancellationToken cancellationToken)
    {
        var present = await db.Scoped<Institution>().Where(i => i.Id == query.Id).Select(i => (Guid?)(i.MergedIntoId ?? i.Id))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound("Institution", query.Id);
        return await db.Scoped<InstitutionChange>().AsNoTracking().Where(c => c.InstitutionId == present)
            .OrderByDescending(c => c.Date).ThenByDescending(c => c.Sequence).ProjectTo<InstitutionEventRow>(mapper).ToListAsync(cancellationToken);
    }
}

internal static class ListInstitutionEventsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/institutions/{id:guid}/events", (Guid id, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ListInstitutionEventsQuery(id), token))
        .WithName("ListInstitutionEvents").WithSummary("History of an institution, newest first")
        .RequirePermission(RegistryPermissions.ReadInstitutions);
}
