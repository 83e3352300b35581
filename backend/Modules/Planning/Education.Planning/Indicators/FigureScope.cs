using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Planning.Indicators;

/// <summary>Where and when a report looks.</summary>
/// <param name="Period">The report's period; the one before is the same period of the year before.</param>
/// <param name="Territory">КАТО code of the report's territory.</param>
/// <param name="Covers">True for codes of the territory's subtree, itself included.</param>
internal sealed record FigureScope(ReportingPeriod Period, string Territory, Func<string, bool> Covers)
{
    /// <summary>The territory above each one below the report's.</summary>
    public IReadOnlyDictionary<string, string> Above { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>True for an oblast and the republic: nobody reads a list of thousands of schools, its parts are told instead.</summary>
    public bool ByParts { get; init; }

    /// <summary>By the period: territories whose own values may not be published.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Unpublished { get; init; } = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);

    public bool IsUnpublished(int offset, string place) => Unpublished.TryGetValue(PeriodAt(offset), out var places) && places.Contains(place);

    /// <summary>The territory directly below the report's in which a place lies; null for the report's own and for places elsewhere.</summary>
    public string? PartOf(string place)
    {
        string? part = null;
        while (place != Territory && Above.TryGetValue(place, out var upper))
        {
            (part, place) = (place, upper);
        }

        return place == Territory ? part : null;
    }

    /// <summary>Code of the period so many years away: 0 the report's, −1 the one before.</summary>
    public string PeriodAt(int offset)
    {
        var period = Period;
        for (; offset < 0; offset++)
        {
            period = period.PreviousYear;
        }

        return period.Code;
    }
}

/// <summary>The cell of the cube that is asked.</summary>
/// <param name="Part">A territory directly below the report's; null for the whole.</param>
internal readonly record struct FigureAddress(string Code, int PeriodOffset, Guid? InstitutionId, Dimensions Dimensions, string? Part = null);
