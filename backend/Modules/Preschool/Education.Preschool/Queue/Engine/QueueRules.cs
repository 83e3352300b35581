using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Education.Preschool.Queue.Engine;

/// <summary>Кезек тәртібі / режим очереди (norms §1.2), chosen by territory and date.</summary>
internal enum QueueRegime
{
    /// <summary>R1: freed places in a bulletin, one priority applicant to some general ones, unclaimed places open to everybody.</summary>
    Bulletin = 1,

    /// <summary>R2: unified base, the family names some kindergartens, the place is offered directly.</summary>
    Direct = 2,

    /// <summary>R3: voucher; the family chooses the kindergarten afterwards.</summary>
    Voucher = 3,
}

/// <summary>Every number of the queue in force in a territory on a day, read from parameters of the Registry; immutable.</summary>
/// <param name="ConfirmDays">Working days to answer an offer.</param>
/// <param name="DocumentDays">Working days from the answer to enrolment.</param>
/// <param name="ExtensionDays">Calendar days of the one extension; 0: none.</param>
/// <param name="RestoreDays">Calendar days in which an inactive application may be restored, once; 0: an offer without answer costs nothing.</param>
/// <param name="StopListDays">Calendar days on the stop-list after documents were not brought; 0: none.</param>
/// <param name="GeneralPerPriority">General applications after each priority one; 0: no mixing.</param>
/// <param name="MaxWishes">Kindergartens a family may name.</param>
/// <param name="MinAgeMonths">Full months on the day of the offer.</param>
/// <param name="MaxAgeYears">Full years that an applicant must not have reached.</param>
/// <param name="ObjectionDays">Working days to answer an objection to a decision of the queue.</param>
/// <param name="RefusalCancels">A refused offer ends the application; otherwise the place in the line stays.</param>
internal sealed record QueueRules(
    QueueRegime Regime, int ConfirmDays, int DocumentDays, int ExtensionDays, int RestoreDays, int StopListDays, int GeneralPerPriority, int MaxWishes,
    int MinAgeMonths, int MaxAgeYears, int ObjectionDays, bool RefusalCancels)
{
    /// <summary>Names the rules by what they say: <c>r1-3f9a0c2d</c>. Two days with the same numbers have the same version.</summary>
    public string Version => string.Create(
        CultureInfo.InvariantCulture, $"r{(int)Regime}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical)))[..8]}");

    /// <summary>The numbers as one line, kept with the version so that a later reader can recheck by them.</summary>
    public string Canonical => string.Join(
        ';',
        new[]
        {
            (int)Regime, ConfirmDays, DocumentDays, ExtensionDays, RestoreDays, StopListDays, GeneralPerPriority, MaxWishes, MinAgeMonths, MaxAgeYears,
            ObjectionDays, RefusalCancels ? 1 : 0,
        }.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads <see cref="Canonical"/>.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static QueueRules Parse(string canonical)
    {
        var n = canonical.Split(';').Select(p => int.Parse(p, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        return n.Length == 12
            ? new((QueueRegime)n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11] == 1)
            : throw new FormatException("Not rules of a queue: " + canonical);
    }

    /// <summary>Old enough on the day of an offer, and not too old.</summary>
    public bool AgeFits(DateOnly bornOn, DateOnly day) => bornOn.AddMonths(MinAgeMonths) <= day && bornOn.AddYears(MaxAgeYears) > day;
}
