using Education.SharedKernel;

namespace Education.Registry.Institutions;

/// <summary>An event about to be recorded, with the fields that it changes.</summary>
internal sealed record InstitutionEvent(
    InstitutionEventKind Kind, DateOnly Date, Basis Basis, LocalizedText? Name, string? KindCode, string? TerritoryCode, Guid? SuccessorId, string? Note)
{
    /// <summary>The status that the event leads to, when it leads to one.</summary>
    public InstitutionStatus? Status => Kind switch
    {
        InstitutionEventKind.Closed or InstitutionEventKind.Joined => InstitutionStatus.Closed,
        InstitutionEventKind.Reopened => InstitutionStatus.Active,
        _ => null,
    };
}

/// <summary>What a history forbids.</summary>
internal static class InstitutionEventRules
{
    /// <param name="told">The event.</param>
    /// <param name="before">State on its day, or null when the institution did not exist yet.</param>
    /// <param name="openedOn">Day of opening, where known.</param>
    /// <param name="changes">The history so far.</param>
    /// <param name="today">Events are told once they have happened: what is planned belongs into the work plan.</param>
    public static void Check(
        InstitutionEvent told, InstitutionState? before, DateOnly? openedOn, IReadOnlyList<InstitutionChange> changes, DateOnly today)
    {
        if (told.Date > today)
        {
            throw new RuleViolation("registry.event-in-future");
        }

        if (before is null)
        {
            throw new RuleViolation("registry.event-before-opening", openedOn);
        }

        var reopens = told.Kind == InstitutionEventKind.Reopened;
        if (reopens != (before.Status == InstitutionStatus.Closed))
        {
            throw new RuleViolation(reopens ? "registry.institution-not-closed" : "registry.institution-closed");
        }

        var last = InstitutionHistory.InOrder(changes)[^1].Date;
        if (told.Status is not null && told.Date < last)
        {
            throw new RuleViolation("registry.event-before-later", last);
        }

        var changesNothing = (told.Name is null || told.Name.Equals(before.Name)) && (told.KindCode is null || told.KindCode == before.KindCode)
            && (told.TerritoryCode is null || told.TerritoryCode == before.TerritoryCode) && told.Status is null;
        if (changesNothing)
        {
            throw new RuleViolation("registry.nothing-changes");
        }
    }
}
