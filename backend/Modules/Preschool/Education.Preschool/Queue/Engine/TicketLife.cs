using System.Collections.Frozen;
using static Education.Preschool.Queue.Engine.QueueEventKind;

namespace Education.Preschool.Queue.Engine;

/// <summary>Өтініштің күйі / состояние заявления.</summary>
internal enum TicketState
{
    /// <summary>Stands in the line.</summary>
    Waiting,

    /// <summary>Has an offer to answer.</summary>
    Offered,

    /// <summary>Confirmed: brings documents, or chooses a kindergarten.</summary>
    Confirmed,

    /// <summary>On the waiting list with a confirmed voucher.</summary>
    Waitlisted,

    /// <summary>On the stop-list.</summary>
    StopListed,

    /// <summary>Inactive.</summary>
    Inactive,

    /// <summary>In a kindergarten.</summary>
    Enrolled,

    /// <summary>Withdrawn.</summary>
    Withdrawn,

    /// <summary>Taken out.</summary>
    Removed,

    /// <summary>Went to another pool; the application lives on there.</summary>
    Elsewhere,
}

/// <summary>The one table of which event may follow which state: used by commands, by the fold of the log and by its check.</summary>
internal static class TicketLife
{
    private static readonly FrozenDictionary<(TicketState?, QueueEventKind), TicketState> Steps = Build();

    /// <summary>The state after <paramref name="kind"/>, or null when it cannot happen. A null state is an application not yet in the pool.</summary>
    public static TicketState? After(TicketState? state, QueueEventKind kind) =>
        Steps.TryGetValue((state, kind), out var next) ? next : null;

    /// <summary>States of an application that is not over.</summary>
    public static IReadOnlyList<TicketState> Active { get; } = [.. Enum.GetValues<TicketState>().Where(IsActive)];

    /// <summary>The application still counts as the child's one active application.</summary>
    public static bool IsActive(TicketState state) => state is not (TicketState.Enrolled or TicketState.Withdrawn or TicketState.Removed);

    private static FrozenDictionary<(TicketState?, QueueEventKind), TicketState> Build()
    {
        var steps = new Dictionary<(TicketState?, QueueEventKind), TicketState>();
        void May(TicketState? from, TicketState to, params QueueEventKind[] kinds)
        {
            foreach (var kind in kinds)
            {
                steps.Add((from, kind), to);
            }
        }

        May(null, TicketState.Waiting, Registered, Entered);
        May(TicketState.Elsewhere, TicketState.Waiting, Entered);
        May(TicketState.Waiting, TicketState.Waiting, BenefitGranted, BenefitEnded, Refreshed, WishesChanged);
        May(TicketState.Waiting, TicketState.Elsewhere, Left);
        May(TicketState.Waiting, TicketState.Offered, Offered, OfferedManually);
        May(TicketState.Waiting, TicketState.Confirmed, Claimed);
        May(TicketState.Waiting, TicketState.Inactive, Inactivated);
        May(TicketState.Offered, TicketState.Confirmed, Confirmed);
        May(TicketState.Offered, TicketState.Waiting, Returned);
        May(TicketState.Offered, TicketState.StopListed, StopListed);
        May(TicketState.Offered, TicketState.Inactive, Inactivated);
        May(TicketState.Confirmed, TicketState.Confirmed, Extended, Chosen);
        May(TicketState.Confirmed, TicketState.Waitlisted, Waitlisted);
        May(TicketState.Confirmed, TicketState.Waiting, Returned);
        May(TicketState.Confirmed, TicketState.StopListed, StopListed);
        May(TicketState.Confirmed, TicketState.Inactive, Inactivated);
        May(TicketState.Confirmed, TicketState.Enrolled, Enrolled);
        May(TicketState.Waitlisted, TicketState.Confirmed, Chosen);
        May(TicketState.Waitlisted, TicketState.Waiting, Returned);
        May(TicketState.Waitlisted, TicketState.Inactive, Inactivated);
        May(TicketState.StopListed, TicketState.Waiting, Returned);
        May(TicketState.Inactive, TicketState.Waiting, Restored);

        // A benefit may end and a family may change its mind whatever it waits for.
        foreach (var state in new[] { TicketState.Offered, TicketState.Confirmed, TicketState.Waitlisted, TicketState.StopListed, TicketState.Inactive })
        {
            May(state, state, BenefitGranted, BenefitEnded, Refreshed, WishesChanged);
        }

        foreach (var state in Enum.GetValues<TicketState>().Where(s => IsActive(s) && s != TicketState.Elsewhere))
        {
            May(state, TicketState.Withdrawn, Withdrawn);
            May(state, TicketState.Removed, Removed);
        }

        return steps.ToFrozenDictionary();
    }
}
