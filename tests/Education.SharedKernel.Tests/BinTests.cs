namespace Education.SharedKernel.Tests;

public sealed class BinTests
{
    // The month of registration is 13: of no organisation.
    [TestCase("991399000009")]
    [TestCase(" 991399001810 ")]
    public void Accepts(string text)
    {
        bool parsed = Bin.TryParse(text, out Bin bin, out string? errorCode);

        Assert.Multiple(() =>
        {
            Assert.That(parsed, Is.True);
            Assert.That(errorCode, Is.Null);
            Assert.That(bin.Value, Is.EqualTo(text.Trim()));
            Assert.That(bin.ToString(), Is.EqualTo(text.Trim()));
            Assert.That(bin, Is.EqualTo(Bin.Parse(text)));
        });
    }

    [TestCase(null, "bin.length")]
    [TestCase("99139900000", "bin.length")]
    [TestCase("99139900000О", "bin.digits", TestName = "The letter О for the digit 0")]
    [TestCase("991399000007", "bin.check-digit")]
    [TestCase("991399001860", "bin.check-digit", TestName = "A number that has no check digit")]
    public void Rejects(string? text, string expected)
    {
        bool parsed = Bin.TryParse(text, out Bin bin, out string? errorCode);

        Assert.Multiple(() =>
        {
            Assert.That(parsed, Is.False);
            Assert.That(errorCode, Is.EqualTo(expected));
            Assert.That(bin.Value, Is.Empty);
            Assert.That(() => Bin.Parse(text), Throws.TypeOf<FormatException>().With.Message.EqualTo(expected));
        });
    }

    [Test]
    public void Numbers_differ_by_their_digits() =>
        Assert.That(Bin.Parse("991399000009"), Is.Not.EqualTo(Bin.Parse("991399000019")));
}
