using Education.SharedKernel;

namespace Education.Planning.Contracts;

/// <summary>How an indicator is computed from the numerators and denominators of its facts, and how it adds up over the territory tree.</summary>
public enum IndicatorKind
{
    /// <summary>Σ numerators: people, schools, places.</summary>
    Count,

    /// <summary>Σ numerators / Σ denominators × 100, in percent.</summary>
    Share,

    /// <summary>Σ numerators, in tenge.</summary>
    Money,

    /// <summary>Σ numerators / Σ denominators: a mean weighted by the denominator (Σ score·participants / Σ participants).</summary>
    Average,

    /// <summary>A value taken as published (the mean of the oblast, a best result). Does not add up: two facts where one is asked give a missing value.</summary>
    Score,
}

/// <summary>Which way of change is an improvement.</summary>
public enum Direction
{
    /// <summary>Neither way is better.</summary>
    Neutral,

    /// <summary>Growth is an improvement.</summary>
    HigherIsBetter,

    /// <summary>A fall is an improvement.</summary>
    LowerIsBetter,
}

/// <summary>How often an indicator is observed.</summary>
public enum Periodicity
{
    /// <summary>Once a calendar year.</summary>
    Year,

    /// <summary>Once an academic year.</summary>
    AcademicYear,

    /// <summary>Every quarter.</summary>
    Quarter,

    /// <summary>Every month.</summary>
    Month,

    /// <summary>On a date, as it is asked.</summary>
    Date,
}

/// <summary>What an indicator is. The owning module describes it once; Planning computes, checks and prints by the description.</summary>
/// <param name="Code">Stable code, lower case with dots and dashes: <c>unt.mean-without-creative</c>.</param>
/// <param name="Names">Name in Kazakh, Russian and English.</param>
/// <param name="Unit">Code of the unit: <c>person</c>, <c>school</c>, <c>percent</c>, <c>point</c>, <c>tenge</c>.</param>
/// <param name="Kind">How values are computed and added up.</param>
/// <param name="Rounding">Digits after the comma at display, 0…6; rounding is half-up and happens at display only.</param>
public sealed record IndicatorDescriptor(string Code, LocalizedText Names, string Unit, IndicatorKind Kind, int Rounding)
{
    /// <summary>What the owner computes from its rows, in the reader's words: «қатысушылар ÷ бітірушілер × 100».</summary>
    public LocalizedText? FormulaText { get; init; }

    /// <summary>
    /// Formula over other codes, evaluated by Planning when the source gives no fact: <c>a + b</c>, <c>a / b * 100</c>, <c>diff(a, prev)</c>,
    /// <c>diff(a, b)</c>, <c>prev(a)</c>, numbers and parentheses. A code may hold dashes, so a minus must stand between spaces.
    /// </summary>
    public string? Formula { get; init; }

    /// <summary>Which way of change is an improvement.</summary>
    public Direction Direction { get; init; }

    /// <summary>How often it is observed.</summary>
    public Periodicity Periodicity { get; init; }

    /// <summary>The act that asks for it or defines it.</summary>
    public LocalizedText? LegalSource { get; init; }

    /// <summary>
    /// Smallest group that may be published: a figure over fewer people is hidden, together with as many others of its table as it takes
    /// not to find it from the total. The group is the denominator (Share, Average) or the numerator (Count). <see langword="null"/>: no limit.
    /// </summary>
    public int? PublicationThreshold { get; init; }

    /// <summary>
    /// Code of the Registry parameter that holds <see cref="PublicationThreshold"/>, in persons; Planning reads it as it stood at the end of the
    /// period. <see cref="PublicationThreshold"/> as given here holds where there is no norm or it has no value.
    /// </summary>
    public string? PublicationNorm { get; init; }
}
