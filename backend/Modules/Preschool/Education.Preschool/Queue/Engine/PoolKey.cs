using System.Globalization;
using Education.Preschool.Groups;

namespace Education.Preschool.Queue.Engine;

/// <summary>
/// Кезек тізімі / список очереди: the children who want the same kind of place. Everybody in a pool stands in one line; a child is in exactly
/// one pool. The calendar year of birth is fixed, so a pool moves through the age groups together.
/// </summary>
/// <param name="TerritoryCode">КАТО code of the settlement or city whose queue it is.</param>
/// <param name="BirthYear">Calendar year of birth.</param>
/// <param name="Language">Language of the group wanted.</param>
/// <param name="Profile">Code of <see cref="GroupProfile"/>.</param>
internal readonly record struct PoolKey(string TerritoryCode, int BirthYear, GroupLanguage Language, string Profile)
{
    /// <summary>Length of the longest text.</summary>
    public const int MaxLength = 80;

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is no pool.</exception>
    public static PoolKey Parse(string text)
    {
        var parts = text.Split('|');
        return parts.Length == 4 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && Enum.TryParse<GroupLanguage>(parts[2], ignoreCase: true, out var language)
            ? new(parts[0], year, language, parts[3])
            : throw new FormatException("Not a pool: " + text);
    }

    /// <summary><c>351000000|2014|kk|general</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{TerritoryCode}|{BirthYear}|{Language.ToString().ToLowerInvariant()}|{Profile}");
}
