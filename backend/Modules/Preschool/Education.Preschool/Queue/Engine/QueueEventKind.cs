namespace Education.Preschool.Queue.Engine;

/// <summary>What can happen to an application. Stored by name: a kind is never renamed or reused.</summary>
internal enum QueueEventKind
{
    /// <summary>Тіркелді / зарегистрировано: enters the line.</summary>
    Registered,

    /// <summary>Came from another pool (language, profile, territory changed), with its old date: enters the line.</summary>
    Entered,

    /// <summary>Went to another pool: leaves the line.</summary>
    Left,

    /// <summary>Rank changed: benefit granted.</summary>
    BenefitGranted,

    /// <summary>Rank changed: benefit expired, withdrawn or refused.</summary>
    BenefitEnded,

    /// <summary>Жыл сайынғы жаңарту / ежегодное обновление: rank by age.</summary>
    Refreshed,

    /// <summary>Other kindergartens are wished.</summary>
    WishesChanged,

    /// <summary>Орын ұсынылды / предложено место by the order of the line: leaves the line, moves the mixing.</summary>
    Offered,

    /// <summary>Place given outside the order, with reason and second signature: leaves the line, does not move the mixing.</summary>
    OfferedManually,

    /// <summary>The family took a place open to everybody (bulletin regime): leaves the line, does not move the mixing.</summary>
    Claimed,

    /// <summary>The family confirmed.</summary>
    Confirmed,

    /// <summary>Term for documents prolonged.</summary>
    Extended,

    /// <summary>Confirmed voucher, no kindergarten has a place: күту парағы / лист ожидания.</summary>
    Waitlisted,

    /// <summary>A place for one on the waiting list or with a voucher: the kindergarten was chosen.</summary>
    Chosen,

    /// <summary>Offer or referral passed without effect and the family keeps its place: back into the line.</summary>
    Returned,

    /// <summary>Stop-list for some days.</summary>
    StopListed,

    /// <summary>Inactive, may be restored once within a term.</summary>
    Inactivated,

    /// <summary>Restored by the family: back into the line.</summary>
    Restored,

    /// <summary>Enrolled: the end.</summary>
    Enrolled,

    /// <summary>Withdrawn by the family, or the regime cancels it: the end.</summary>
    Withdrawn,

    /// <summary>Taken out by the department (too old, moved away, registered twice), with reason: the end.</summary>
    Removed,
}
