namespace Education.SharedKernel.Tests;

public sealed class TrendTests
{
    [TestCase("0.1", Trend.Up)]
    [TestCase("-0.1", Trend.Down)]
    [TestCase(0, Trend.Same)]
    public void Comes_from_the_sign(decimal change, Trend expected) => Assert.That(Trends.Of(change), Is.EqualTo(expected));

    [TestCase("76.58", "76.62", 1, Trend.Same)]
    [TestCase("76.58", "76.62", 2, Trend.Up)]
    [TestCase("76.6", "73.1", 1, Trend.Down)]
    [TestCase("-1.5", "-1.4", 1, Trend.Up)]
    public void Agrees_with_the_figures_as_printed(decimal previous, decimal current, int decimals, Trend expected) =>
        Assert.That(Trends.Between(previous, current, decimals), Is.EqualTo(expected));

    [FsCheck.NUnit.Property]
    public bool Turns_when_the_figures_are_swapped(int previous, int current) =>
        (Trends.Between(previous, current, 0), Trends.Between(current, previous, 0))
        is (Trend.Up, Trend.Down) or (Trend.Down, Trend.Up) or (Trend.Same, Trend.Same);
}
