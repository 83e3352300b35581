namespace Education.SharedKernel;

/// <summary>Rounding at display; stored and summed figures are never rounded.</summary>
public static class Rounding
{
    /// <summary>
    /// Half away from zero, as reports are printed: 0,25 → 0,3 and −0,25 → −0,3 with one decimal.
    /// </summary>
    /// <param name="value">Any decimal.</param>
    /// <param name="decimals">Digits after the comma, 0…28.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is outside 0…28.</exception>
    public static decimal HalfUp(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>The digits beyond <paramref name="decimals"/> cut off: 0,29 → 0,2 and −0,29 → −0,2 with one decimal.</summary>
    /// <param name="value">Any decimal.</param>
    /// <param name="decimals">Digits after the comma, 0…28.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is outside 0…28.</exception>
    public static decimal Truncate(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.ToZero);
}
