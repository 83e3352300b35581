namespace Education.Preschool.Simulation.Engine;

/// <summary>By what children are counted together.</summary>
internal enum SimulationDimension
{
    /// <summary>All of them.</summary>
    All,

    BirthYear,

    Language,

    Territory,
}

/// <summary>
/// Салыстыру / сравнение: the queue as it goes now, under the scenario, and under the scenario with deferred acceptance instead of the
/// regime's order. Counts of children only.
/// </summary>
/// <param name="Start">First day of the first month.</param>
/// <param name="HistogramFrom">Lower bounds of the classes of waiting time, months; a class ends before the next begins.</param>
internal sealed record SimulationResult(
    DateOnly Start, int Months, IReadOnlyList<int> HistogramFrom, SimulationTotals Baseline, SimulationTotals Scenario, SimulationTotals Deferred,
    IReadOnlyList<SimulationGroup> Groups);

/// <param name="WaitingByMonth">Children in the line at the end of each month.</param>
/// <param name="PlacesOffered">Places that came free.</param>
/// <param name="PlacesUnused">Of them, those that nobody took.</param>
internal sealed record SimulationTotals(IReadOnlyList<int> WaitingByMonth, int PlacesOffered, int PlacesUnused);

/// <param name="Key">Year of birth, language or КАТО code.</param>
/// <param name="Gained">Children who get a place sooner than they would now, or one that they would not get.</param>
/// <param name="Lost">Children who get it later, or none.</param>
internal sealed record SimulationGroup(
    SimulationDimension Dimension, string Key, SimulationTally Baseline, SimulationTally Scenario, SimulationTally Deferred, int Gained, int Lost);

/// <summary>Waiting time of some children: from the month of application to that of the place, of leaving or of the end of the horizon.</summary>
/// <param name="Children">All who were in the line or came into it: placed, waiting and left together.</param>
/// <param name="Median">Months, lower median.</param>
/// <param name="P90">Months that nine of ten do not exceed.</param>
/// <param name="Histogram">Children by class of waiting time.</param>
internal sealed record SimulationTally(int Children, int Placed, int Waiting, int Left, int Median, int P90, IReadOnlyList<int> Histogram);
