namespace Education.SharedKernel.Tests;

public sealed class ShareTests
{
    [Test]
    public void Recomputes_the_participation_of_Karaganda_in_2017()
    {
        var participation = new Share(1401, 1761);

        Assert.That(participation.Rounded(1), Is.EqualTo(79.6m));
        Assert.That(participation.Percent, Is.EqualTo(79.5570698m).Within(0.0000001m));
    }

    [TestCase("79.6", ShareVerdict.Equal)]
    [TestCase("79.5", ShareVerdict.Truncated)]
    [TestCase("79.7", ShareVerdict.Wrong)]
    [TestCase("79.55", ShareVerdict.Wrong)]
    public void Judges_a_printed_percent(decimal printed, ShareVerdict expected) =>
        Assert.That(new Share(1401, 1761).Compare(printed, 1), Is.EqualTo(expected));

    [TestCase(1, 8, "12.5", 0, 13, 12)]
    [TestCase(-1, 8, "-12.5", 0, -13, -12)]
    [TestCase(1, 800, "0.125", 2, "0.13", "0.12")]
    [TestCase(3, 2, 150, 0, 150, 150)]
    [TestCase(0, 7, 0, 1, 0, 0)]
    public void Rounds_half_away_from_zero_and_truncates_towards_it(
        decimal numerator, decimal denominator, decimal percent, int digits, decimal rounded, decimal truncated) => Assert.Multiple(() =>
    {
        var share = new Share(numerator, denominator);
        Assert.That(share.Percent, Is.EqualTo(percent));
        Assert.That(share.Rounded(digits), Is.EqualTo(rounded));
        Assert.That(share.Truncated(digits), Is.EqualTo(truncated));
    });

    [Test]
    public void Of_nothing_is_unknown_and_not_zero() => Assert.Multiple(() =>
    {
        Assert.That(new Share(0, 0).Percent, Is.Null);
        Assert.That(new Share(0, 0).Rounded(1), Is.Null);
        Assert.That(new Share(5, 0).Truncated(1), Is.Null);
        Assert.That(new Share(0, 0).Compare(0, 1), Is.EqualTo(ShareVerdict.Wrong));
        Assert.That(default(Share).Percent, Is.Null);
    });

    [Test]
    public void Has_no_negative_whole() => Assert.That(() => new Share(1, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Is_rolled_up_by_its_parts_and_not_by_its_percents() =>
        Assert.That(new Share(1, 2) + new Share(9, 10), Is.EqualTo(new Share(10, 12)));

    [Test]
    public void Differs_when_the_percent_is_the_same_but_the_whole_is_not() =>
        Assert.That(new Share(1, 2), Is.Not.EqualTo(new Share(2, 4)));

    [FsCheck.NUnit.Property]
    public bool Its_own_rounding_is_always_equal_and_its_truncation_never_wrong(int numerator, FsCheck.PositiveInt denominator, byte digits)
    {
        var share = new Share(numerator, denominator.Get);
        int decimals = digits % 5;
        return share.Compare(share.Rounded(decimals)!.Value, decimals) == ShareVerdict.Equal
            && share.Compare(share.Truncated(decimals)!.Value, decimals) != ShareVerdict.Wrong
            && share.Compare(share.Rounded(decimals)!.Value + 2, decimals) == ShareVerdict.Wrong;
    }

    [FsCheck.NUnit.Property]
    public bool Rounding_moves_a_figure_by_half_a_unit_at_most(decimal value, byte digits)
    {
        int decimals = digits % 6;
        decimal unit = new(1, 0, 0, isNegative: false, (byte)decimals);
        decimal rounded = Rounding.HalfUp(value, decimals);
        return Math.Abs(rounded - value) <= unit / 2 && Rounding.HalfUp(-value, decimals) == -rounded;
    }
}
