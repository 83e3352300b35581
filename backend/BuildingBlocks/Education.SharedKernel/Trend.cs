namespace Education.SharedKernel;

/// <summary>Where a figure went; the words of a report (өсті / төмендеді, вырос / снизился) are chosen by it.</summary>
public enum Trend
{
    /// <summary>Өзгерген жоқ / не изменился.</summary>
    Same,

    /// <summary>Өсті / вырос.</summary>
    Up,

    /// <summary>Төмендеді / снизился.</summary>
    Down,
}

/// <summary>Takes a <see cref="Trend"/> from figures.</summary>
public static class Trends
{
    /// <summary>The trend by the sign of a change.</summary>
    public static Trend Of(decimal change) => Math.Sign(change) switch { > 0 => Trend.Up, < 0 => Trend.Down, _ => Trend.Same };

    /// <summary>
    /// The trend between two figures <b>as printed</b>: both are rounded half-up first, so the word never contradicts the figures
    /// beside it (76,58 → 76,62 is <see cref="Trend.Same"/> when both are printed as 76,6).
    /// </summary>
    /// <param name="previous">The earlier figure, unrounded.</param>
    /// <param name="current">The later figure, unrounded.</param>
    /// <param name="decimals">Digits after the comma both are printed with, 0…28.</param>
    public static Trend Between(decimal previous, decimal current, int decimals) =>
        Of(Rounding.HalfUp(current, decimals) - Rounding.HalfUp(previous, decimals));
}
