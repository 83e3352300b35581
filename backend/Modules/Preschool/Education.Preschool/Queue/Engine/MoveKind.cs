namespace Education.Preschool.Queue.Engine;

/// <summary>What can move an application in its line.</summary>
internal enum MoveKind : byte
{
    Rules,
    Paper,
    EnteredExtraordinary,
    EnteredPriority,
    EnteredGeneral,
    MovedIn,
    MovedOut,
    BenefitGranted,
    BenefitEnded,
    Returned,

    /// <summary>A place by the line or by the family's own choice: a contract may follow, see <see cref="Contract"/>.</summary>
    Offered,
    OfferedManually,
    Inactivated,
    Withdrawn,
    Removed,
    Refreshed,

    /// <summary>A place that the family took.</summary>
    Contract,
}

internal static class MoveKinds
{
    private static readonly string[] Codes = [.. Enum.GetNames<MoveKind>().Select(QueueNames.Kebab)];

    /// <summary>The code by which texts know it.</summary>
    /// <param name="isOwn">The application's own doing.</param>
    public static string Code(this MoveKind kind, bool isOwn) => isOwn ? "own-" + Codes[(int)kind] : Codes[(int)kind];

    /// <param name="line">Of the application after the event.</param>
    public static MoveKind Of(QueueEvent entry, QueueClass line) => entry.Kind switch
    {
        QueueEventKind.Registered when entry.Fact.Reason == "paper" => MoveKind.Paper,
        QueueEventKind.Registered => line switch
        {
            QueueClass.Extraordinary => MoveKind.EnteredExtraordinary,
            QueueClass.Priority => MoveKind.EnteredPriority,
            _ => MoveKind.EnteredGeneral,
        },
        QueueEventKind.Entered => MoveKind.MovedIn,
        QueueEventKind.Left => MoveKind.MovedOut,
        QueueEventKind.BenefitGranted => MoveKind.BenefitGranted,
        QueueEventKind.BenefitEnded => MoveKind.BenefitEnded,
        QueueEventKind.Returned or QueueEventKind.Restored => MoveKind.Returned,
        QueueEventKind.Offered or QueueEventKind.Claimed => MoveKind.Offered,
        QueueEventKind.OfferedManually => MoveKind.OfferedManually,
        QueueEventKind.Inactivated => MoveKind.Inactivated,
        QueueEventKind.Withdrawn => MoveKind.Withdrawn,
        QueueEventKind.Removed => MoveKind.Removed,
        _ => MoveKind.Refreshed,
    };
}
