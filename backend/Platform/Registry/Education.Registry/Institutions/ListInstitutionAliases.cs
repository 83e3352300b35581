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

internal sealed record ListInstitutionAliasesQuery(Guid Id) : IQuery<IReadOnlyList<InstitutionAliasRow>>;

/// <summary>Another way the institution is written.</summary>
internal sealed class InstitutionAliasRow
{
    public Guid Id { get; set; }

    public string Text { get; set; } = "";

    public AliasOrigin Origin { get; set; }

    public DateTime CreatedAt { get; set; }

    internal sealed class Mapping : AutoMapper.Profile
    {
        public Mapping() => CreateMap<InstitutionAlias, InstitutionAliasRow>();
    }
}

internal sealed class ListInstitutionAliasesValidator : AbstractValidator<ListInstitutionAliasesQuery>
{
    public ListInstitutionAliasesValidator() => RuleFor(q => q.Id).NotEmpty();
}

internal sealed class ListInstitutionAliasesHandler(RegistryDbContext db, AutoMapper.IConfigurationProvider mapper)
    : IQueryHandler<ListInstitutionAliasesQuery, IReadOnlyList<InstitutionAliasRow>>
{
    public async Task<IReadOnlyList<InstitutionAliasRow>> Handle(ListInstitutionAliasesQuery query, CancellationToken cancellationToken)
    {
        var present = await db.Scoped<Institution>().Where(i => i.Id == query.Id).Select(i => (Guid?)(i.MergedIntoId ?? i.Id))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound("Institution", query.Id);
        return await db.Scoped<InstitutionAlias>().AsNoTracking().Where(a => a.InstitutionId == present)
            .OrderBy(a => a.Key).ThenBy(a => a.Id).ProjectTo<InstitutionAliasRow>(mapper).ToListAsync(cancellationToken);
    }
}

internal static class ListInstitutionAliasesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/institutions/{id:guid}/aliases", (Guid id, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ListInstitutionAliasesQuery(id), token))
        .WithName("ListInstitutionAliases").WithSummary("Other ways the institution is written")
        .RequirePermission(RegistryPermissions.ReadInstitutions);
}
