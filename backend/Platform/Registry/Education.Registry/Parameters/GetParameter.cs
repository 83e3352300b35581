using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Parameters;

internal sealed record GetParameterQuery(string Code) : IQuery<ParameterDetails>;

/// <summary>A norm with all its values, newest first.</summary>
internal sealed record ParameterDetails(Guid Id, string Code, LocalizedText Name, string Unit, IReadOnlyList<ParameterPeriodRow> Periods, long Version) : IVersioned
{
    public static ParameterDetails Of(Parameter parameter) => new(
        parameter.Id, parameter.Code, parameter.Name, parameter.Unit,
        [.. parameter.Periods.OrderBy(p => p.TerritoryCode, StringComparer.Ordinal).ThenByDescending(p => p.ValidFrom)
            .Select(p => new ParameterPeriodRow(p.Id, p.Value, p.ValidFrom, p.ValidTo, p.LegalAct, p.TerritoryCode))],
        parameter.Version);
}

/// <summary>One value of a norm.</summary>
internal sealed record ParameterPeriodRow(Guid Id, decimal Value, DateOnly ValidFrom, DateOnly? ValidTo, string LegalAct, string? TerritoryCode);

internal sealed class GetParameterHandler(RegistryDbContext db) : IQueryHandler<GetParameterQuery, ParameterDetails>
{
    public async Task<ParameterDetails> Handle(GetParameterQuery query, CancellationToken cancellationToken) => ParameterDetails.Of(
        await db.Parameters.AsNoTracking().SingleOrDefaultAsync(p => p.Code == query.Code, cancellationToken) ?? throw new NotFound("Parameter", query.Code));
}

internal static class GetParameterEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/parameters/{code}", (string code, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetParameterQuery(code), token))
        .WithName("GetParameter").WithSummary("A norm with the history of its values").RequirePermission(RegistryPermissions.ReadParameters);
}
