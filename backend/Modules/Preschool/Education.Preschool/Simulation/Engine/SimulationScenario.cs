using System.Globalization;
using Education.Preschool.Groups;
using Education.Preschool.Queue.Engine;

namespace Education.Preschool.Simulation.Engine;

/// <summary>Болжам шарттары / сценарий: what is assumed of the coming months, and what is changed. The same scenario on the same state gives the same result.</summary>
/// <param name="Months">Horizon.</param>
/// <param name="Seed">Chooses which of the last year's applications and places come again where not all of them do, or more.</param>
/// <param name="InflowPercent">New applications against the same months of the last year, 100 for as many.</param>
/// <param name="FreedPercent">Places that come free against the same months of the last year.</param>
/// <param name="FreedPerMonth">Places that come free a month, spread over the groups by size, instead of the last year's.</param>
/// <param name="Openings">New kindergartens.</param>
/// <param name="GeneralPerPriority">Mixing ratio; null: as now.</param>
/// <param name="GroupPlaces">Places in every general group; null: as now.</param>
/// <param name="Regime">Another regime with its own numbers; null: as now.</param>
internal sealed record SimulationScenario(
    int Months, int Seed, int InflowPercent, int FreedPercent, int? FreedPerMonth, IReadOnlyList<NewKindergarten> Openings, int? GeneralPerPriority,
    int? GroupPlaces, QueueRegime? Regime)
{
    /// <summary>The same assumptions with nothing changed.</summary>
    public SimulationScenario Unchanged() => this with { Openings = [], GeneralPerPriority = null, GroupPlaces = null, Regime = null };
}

/// <summary>A kindergarten that is not there yet. No family has named it, so it counts as named last by everybody.</summary>
/// <param name="TerritoryCode">Whose queue; null for the scenario's own territory.</param>
/// <param name="From">Month from which it takes children, <c>2027-09</c>.</param>
internal sealed record NewKindergarten(string? TerritoryCode, string From, IReadOnlyList<NewPlaces> Places)
{
    public static bool TryMonth(string? text, out DateOnly month) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out month);
}

/// <summary>Places of a new kindergarten.</summary>
/// <param name="Age">Calendar year of the month less the year of birth.</param>
/// <param name="Profile">Code of <see cref="GroupProfile"/>; null for the general one.</param>
internal sealed record NewPlaces(int Age, GroupLanguage Language, string? Profile, int Places);
