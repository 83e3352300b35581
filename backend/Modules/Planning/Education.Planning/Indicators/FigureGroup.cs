using Education.Planning.Contracts;

namespace Education.Planning.Indicators;

/// <summary>The group of people that a figure speaks of: the denominator of a mean or share, the number itself of a count.</summary>
internal static class FigureGroup
{
    public static decimal? Of(Figure figure) => figure.Kind switch
    {
        IndicatorKind.Count => figure.Value,
        IndicatorKind.Share or IndicatorKind.Average => figure.Denominator,
        _ => null,
    };
}
