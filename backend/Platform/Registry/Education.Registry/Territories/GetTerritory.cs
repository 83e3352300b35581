using AutoMapper.QueryableExtensions;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.Registry.Contracts;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Territories;

internal sealed record GetTerritoryQuery(string Code) : IQuery<GetTerritoryResult>;

/// <summary>A territory with the chain above it.</summary>
/// <param name="Territory">The unit that the code means now.</param>
/// <param name="FormerCode">The code asked for, when the crosswalk led to another.</param>
/// <param name="Ancestors">From the unit above up to the republic.</param>
internal sealed record GetTerritoryResult(TerritoryRow Territory, string? FormerCode, IReadOnlyList<TerritoryInfo> Ancestors);

internal sealed class GetTerritoryValidator : AbstractValidator<GetTerritoryQuery>
{
    public GetTerritoryValidator() => RuleFor(q => q.Code).Must(c => KatoCode.TryParse(c, out _, out _)).WithCode("registry.territory-code");
}

internal sealed class GetTerritoryHandler(RegistryDbContext db, ITerritoryDirectory directory, AutoMapper.IConfigurationProvider mapper)
    : IQueryHandler<GetTerritoryQuery, GetTerritoryResult>
{
    public async Task<GetTerritoryResult> Handle(GetTerritoryQuery query, CancellationToken cancellationToken)
    {
        var present = (await directory.Find([query.Code], cancellationToken)).GetValueOrDefault(query.Code)
            ?? throw new NotFound("Territory", query.Code);
        var row = await db.Territories.AsNoTracking().Where(t => t.Code == present.Code).ProjectTo<TerritoryRow>(mapper).SingleAsync(cancellationToken);
        var chain = await directory.Ancestors(present.Code, cancellationToken);
        return new(row, present.Code == query.Code ? null : query.Code, [.. chain.Skip(1)]);
    }
}

internal static class GetTerritoryEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/territories/{code}", (string code, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new GetTerritoryQuery(code), token))
        .WithName("GetTerritory").WithSummary("A territory and what stands above it; an old code leads to the present one")
        .RequirePermission(RegistryPermissions.ReadTerritories);
}
