namespace Education.Preschool.Allocation.Offers;

/// <summary>How an offer came about.</summary>
internal enum OfferWay
{
    /// <summary>By the order of the line, in a run.</summary>
    Run,

    /// <summary>Outside the order, with reason and second signature.</summary>
    Manual,

    /// <summary>The family took a place open to everybody (bulletin regime).</summary>
    Claim,
}

internal enum OfferState
{
    /// <summary>A manual offer before the second signature.</summary>
    AwaitingSignature,

    /// <summary>Жауап күтілуде / ждёт ответа.</summary>
    Offered,

    /// <summary>Расталды / подтверждено: documents are to be brought, or a kindergarten chosen.</summary>
    Confirmed,

    /// <summary>Күту парағында / в листе ожидания: no kindergarten had a place.</summary>
    Waitlisted,

    /// <summary>Қабылданды / зачислен.</summary>
    Enrolled,

    /// <summary>Бас тартылды / отказ.</summary>
    Declined,

    /// <summary>The term passed without an answer.</summary>
    Lapsed,

    /// <summary>The documents were not brought in time.</summary>
    Annulled,

    /// <summary>The second person did not sign.</summary>
    Rejected,

    /// <summary>The application left the queue.</summary>
    Withdrawn,
}
