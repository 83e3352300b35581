namespace Education.SharedKernel.Tests;

public sealed class KatoCodeTests
{
    [TestCase("351010000")]
    [TestCase("000000000", TestName = "Leading zeros stay")]
    [TestCase(" 631010000 ")]
    public void Accepts(string text)
    {
        Assert.That(KatoCode.TryParse(text, out KatoCode code, out string? errorCode), Is.True);
        Assert.That(errorCode, Is.Null);
        Assert.That(code.Value, Is.EqualTo(text.Trim()));
        Assert.That(code, Is.EqualTo(KatoCode.Parse(text)));
        Assert.That(code.ToString(), Is.EqualTo(text.Trim()));
    }

    [TestCase(null, "kato.length")]
    [TestCase("", "kato.length")]
    [TestCase("35101000", "kato.length")]
    [TestCase("3510100000", "kato.length")]
    [TestCase("35101000О", "kato.digits", TestName = "The letter О for the digit 0")]
    [TestCase("351 10000", "kato.digits")]
    public void Rejects(string? text, string expected)
    {
        Assert.That(KatoCode.TryParse(text, out KatoCode code, out string? errorCode), Is.False);
        Assert.That(errorCode, Is.EqualTo(expected));
        Assert.That(code.Value, Is.Empty);
        Assert.That(() => KatoCode.Parse(text), Throws.TypeOf<FormatException>().With.Message.EqualTo(expected));
    }

    [Test]
    public void The_republic_comes_before_every_oblast() =>
        Assert.That(KatoCode.Republic, Is.LessThan(KatoCode.Parse("100000000")).And.EqualTo(KatoCode.Parse("000000000")));

    [FsCheck.NUnit.Property]
    public bool Orders_as_its_numbers(FsCheck.NonNegativeInt first, FsCheck.NonNegativeInt second)
    {
        (int a, int b) = (first.Get % 1_000_000_000, second.Get % 1_000_000_000);
        return Math.Sign(KatoCode.Parse($"{a:D9}").CompareTo(KatoCode.Parse($"{b:D9}"))) == Math.Sign(a.CompareTo(b));
    }
}
