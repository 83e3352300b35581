namespace Education.SharedKernel;

/// <summary>What recomputing a printed percent has shown.</summary>
public enum ShareVerdict
{
    /// <summary>The printed figure is the percent rounded half-up.</summary>
    Equal,

    /// <summary>The printed figure is the percent with the further digits cut off, and rounding would give another.</summary>
    Truncated,

    /// <summary>The printed figure is neither, or there is no percent.</summary>
    Wrong,
}

/// <summary>
/// A part of a whole that keeps both (үлес / доля). Two shares are equal when numerators and denominators are equal: 1 of 2 is not 2 of 4.
/// Also a mean: the sum of points over the number of participants. The default value is 0 of 0.
/// </summary>
public readonly record struct Share
{
    /// <summary>A share.</summary>
    /// <param name="numerator">The part; may exceed the whole (execution of a plan) and be negative (a change).</param>
    /// <param name="denominator">The whole, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is negative.</exception>
    public Share(decimal numerator, decimal denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(denominator);
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>The part.</summary>
    public decimal Numerator { get; }

    /// <summary>The whole; 0 or more.</summary>
    public decimal Denominator { get; }

    /// <summary>
    /// Numerator × 100 / denominator, unrounded (to the 28 digits of decimal); <see langword="null"/> when the denominator is 0: the share of
    /// nothing is unknown, not zero.
    /// </summary>
    /// <exception cref="OverflowException">The numerator is beyond 7,9·10²⁶, or the quotient beyond decimal.</exception>
    public decimal? Percent => Denominator == 0 ? null : Numerator * 100 / Denominator;

    /// <summary>Both parts summed: the share of the two groups together, which is how shares are rolled up.</summary>
    public static Share operator +(Share left, Share right) => new(left.Numerator + right.Numerator, left.Denominator + right.Denominator);

    /// <summary><see cref="Percent"/> rounded half-up, for display.</summary>
    /// <param name="digits">Digits after the comma, 0…28.</param>
    public decimal? Rounded(int digits) => Percent is { } percent ? Rounding.HalfUp(percent, digits) : null;

    /// <summary><see cref="Percent"/> with the further digits cut off.</summary>
    /// <param name="digits">Digits after the comma, 0…28.</param>
    public decimal? Truncated(int digits) => Percent is { } percent ? Rounding.Truncate(percent, digits) : null;

    /// <summary>Holds a printed percent against the recomputed one.</summary>
    /// <param name="printed">The figure as printed, in percent.</param>
    /// <param name="decimals">Digits after the comma it was printed with, 0…28.</param>
    public ShareVerdict Compare(decimal printed, int decimals)
    {
        if (printed == Rounded(decimals))
        {
            return ShareVerdict.Equal;
        }

        return printed == Truncated(decimals) ? ShareVerdict.Truncated : ShareVerdict.Wrong;
    }
}
