using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Network;

internal sealed record GetNetworkChangeTotalsQuery : IQuery<NetworkChangeTotals>
{
    /// <summary>КАТО code; its subtree is counted.</summary>
    public string? Territory { get; init; }

    public int? Year { get; init; }

    public NetworkChangeKind? Kind { get; init; }
}

/// <summary>Plan and fact of a month.</summary>
/// <param name="Month">1…12; null for what the sources date by the year only.</param>
internal sealed record NetworkChangeMonth(int? Month, int Planned, int PlannedPlaces, int Actual, int ActualPlaces);

/// <summary>Plan and fact of a year: the months, and their sum.</summary>
/// <param name="Pending">Planned for the year and not carried out.</param>
internal sealed record NetworkChangeTotals(
    int Year, IReadOnlyList<NetworkChangeMonth> Months, int Planned, int PlannedPlaces, int Actual, int ActualPlaces, int Pending, IReadOnlyList<int> Years);

internal sealed class GetNetworkChangeTotalsValidator : AbstractValidator<GetNetworkChangeTotalsQuery>
{
    public GetNetworkChangeTotalsValidator() =>
        RuleFor(q => q.Year).NotNull().InclusiveBetween(NetworkChangeBodyValidator.FirstYear, NetworkChangeBodyValidator.LastYear);
}

internal sealed class GetNetworkChangeTotalsHandler(PreschoolDbContext db) : IQueryHandler<GetNetworkChangeTotalsQuery, NetworkChangeTotals>
{
    public async Task<NetworkChangeTotals> Handle(GetNetworkChangeTotalsQuery query, CancellationToken cancellationToken)
    {
        var year = query.Year!.Value;
        var all = ListNetworkChangesHandler.Filter(db, new() { Territory = query.Territory, Kind = query.Kind });
        var planned = await all.Where(c => c.PlannedYear == year).GroupBy(c => c.PlannedMonth)
            .Select(g => new { Month = g.Key, Count = g.Count(), Places = g.Sum(c => c.PlannedPlaces) ?? 0, Pending = g.Count(c => c.ActualYear == null) })
            .ToListAsync(cancellationToken);
        var actual = await all.Where(c => c.ActualYear == year).GroupBy(c => c.ActualMonth)
            .Select(g => new { Month = g.Key, Count = g.Count(), Places = g.Sum(c => c.ActualPlaces) ?? 0 }).ToListAsync(cancellationToken);
        var years = await all.Select(c => c.ActualYear ?? c.PlannedYear).Distinct().OrderByDescending(y => y).ToListAsync(cancellationToken);
        var months = Enumerable.Range(1, 12).Select(m => (int?)m).Append(null)
            .Select(month =>
            {
                var (plan, fact) = (planned.Find(p => p.Month == month), actual.Find(a => a.Month == month));
                return new NetworkChangeMonth(month, plan?.Count ?? 0, plan?.Places ?? 0, fact?.Count ?? 0, fact?.Places ?? 0);
            })
            .ToList();
        return new(
            year, months, months.Sum(m => m.Planned), months.Sum(m => m.PlannedPlaces), months.Sum(m => m.Actual), months.Sum(m => m.ActualPlaces),
            planned.Sum(p => p.Pending), [.. years.OfType<int>()]);
    }
}

internal static class GetNetworkChangeTotalsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/network-change-totals", ([AsParameters] GetNetworkChangeTotalsQuery query, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(query, token))
        .WithName("GetNetworkChangeTotals").WithSummary("Openings, expansions or renamings of a year by month, plan and fact, summed from the list")
        .AcceptsQuery<GetNetworkChangeTotalsQuery>().RequirePermission(PreschoolPermissions.Read);
}
