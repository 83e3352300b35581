using Education.SharedKernel;

namespace Education.Registry.Institutions;

/// <summary>State of an institution on a day.</summary>
internal sealed record InstitutionState(LocalizedText Name, string KindCode, string TerritoryCode, InstitutionStatus Status);

/// <summary>Folds events into states.</summary>
internal static class InstitutionHistory
{
    /// <summary>The events that bear on the state, in the order in which they happened.</summary>
    public static IReadOnlyList<InstitutionChange> InOrder(IEnumerable<InstitutionChange> changes) =>
        [.. changes.Where(c => c.FromDuplicateId is null).OrderBy(c => c.Date).ThenBy(c => c.Sequence)];

    /// <summary>States with their first and last days. The first event sets every field.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly? To, InstitutionState State)> Fold(IEnumerable<InstitutionChange> changes)
    {
        var periods = new List<(DateOnly From, DateOnly? To, InstitutionState State)>();
        InstitutionState? state = null;
        foreach (var day in InOrder(changes).GroupBy(c => c.Date))
        {
            foreach (var change in day)
            {
                state = new(
                    change.Name ?? state!.Name, change.InstitutionKind ?? state!.KindCode, change.TerritoryCode ?? state!.TerritoryCode,
                    change.Status ?? state!.Status);
            }

            if (periods.Count > 0)
            {
                periods[^1] = periods[^1] with { To = day.Key.AddDays(-1) };
            }

            periods.Add((day.Key, null, state!));
        }

        return periods;
    }

    /// <summary>The state on a day, or null before the opening.</summary>
    public static InstitutionState? On(IEnumerable<InstitutionChange> changes, DateOnly date) =>
        Fold(changes).LastOrDefault(p => p.From <= date).State;
}
