using FsCheck.Fluent;

namespace Education.SharedKernel.Tests;

/// <summary>Numbers with the month 13 or a birth in 2085 or 1885 belong to nobody.</summary>
public sealed class IinTests
{
    [TestCase("791028302728", TestName = "Published sample")]
    [TestCase("991399000009", TestName = "First pass")]
    [TestCase("991399000019", TestName = "First pass, another")]
    [TestCase("991399001809", TestName = "Second pass")]
    [TestCase("991399001810", TestName = "Second pass with the digit 0")]
    [TestCase(" 991399000009\u00A0", TestName = "White space around it")]
    public void Accepts(string text)
    {
        bool parsed = Iin.TryParse(text, out Iin iin, out string? errorCode);

        Assert.Multiple(() =>
        {
            Assert.That(parsed, Is.True);
            Assert.That(errorCode, Is.Null);
            Assert.That(iin.Value, Is.EqualTo(text.Trim()));
            Assert.That(iin, Is.EqualTo(Iin.Parse(text)));
        });
    }

    [TestCase(null, "iin.length")]
    [TestCase("", "iin.length")]
    [TestCase("99139900000", "iin.length")]
    [TestCase("9913990000090", "iin.length")]
    [TestCase("99139900000a", "iin.digits")]
    [TestCase("991399 00009", "iin.digits")]
    [TestCase("٩٩١٣٩٩٠٠٠٠٠٩", "iin.digits", TestName = "Digits of another script")]
    [TestCase("991399000008", "iin.check-digit")]
    [TestCase("919399000009", "iin.check-digit", TestName = "Neighbours swapped")]
    public void Rejects(string? text, string expected)
    {
        bool parsed = Iin.TryParse(text, out Iin iin, out string? errorCode);

        Assert.Multiple(() =>
        {
            Assert.That(parsed, Is.False);
            Assert.That(errorCode, Is.EqualTo(expected));
            Assert.That(iin, Is.EqualTo(default(Iin)));
        });
    }

    [TestCase("99139900186")]
    [TestCase("99139900267")]
    public void Rejects_a_number_that_has_no_check_digit(string payload) => Assert.Multiple(() =>
    {
        for (char digit = '0'; digit <= '9'; digit++)
        {
            Assert.That(Iin.TryParse(payload + digit, out _, out string? errorCode), Is.False);
            Assert.That(errorCode, Is.EqualTo("iin.check-digit"));
        }
    });

    [Test]
    public void Says_what_is_wrong_without_the_digits() =>
        Assert.That(() => Iin.Parse("991399000008"), Throws.TypeOf<FormatException>().With.Message.EqualTo("iin.check-digit"));

    [Test]
    public void Shows_only_the_last_three_digits()
    {
        Iin iin = Iin.Parse("791028302728");

        Assert.Multiple(() =>
        {
            Assert.That(iin.Masked, Is.EqualTo("*********728"));
            Assert.That($"{iin}", Is.EqualTo("*********728"));
            Assert.That(new { Person = iin }.ToString(), Does.Not.Contain("791028302"));
            Assert.That(default(Iin).ToString(), Is.Empty);
        });
    }

    [TestCase("850101500008", "2085-01-01", Sex.Male, null)]
    [TestCase("850101500008", "2085-01-01", null, null)]
    [TestCase("850101500008", "2085-01-01", Sex.Female, "iin.sex-mismatch")]
    [TestCase("850101600004", "2085-01-01", Sex.Female, null)]
    [TestCase("850101600004", "2085-01-01", Sex.Male, "iin.sex-mismatch")]
    [TestCase("850101500008", "2085-01-02", Sex.Male, "iin.birth-date-mismatch")]
    [TestCase("850101500008", "1985-01-01", Sex.Male, "iin.birth-date-mismatch")]
    [TestCase("850101100002", "1885-01-01", Sex.Male, null)]
    [TestCase("850101000006", "2085-01-01", Sex.Male, null)]
    [TestCase("850101000006", "2084-01-01", Sex.Male, "iin.birth-date-mismatch")]
    [TestCase("991399000009", "1999-12-31", null, "iin.birth-date-mismatch")]
    public void Hints_at_a_mismatch(string number, string birthDate, Sex? sex, string? expected) => Assert.That(
        Iin.Parse(number).SoftWarning(DateOnly.Parse(birthDate, System.Globalization.CultureInfo.InvariantCulture), sex), Is.EqualTo(expected));

    [Test]
    public void Nobody_has_no_mismatch() => Assert.That(default(Iin).SoftWarning(new DateOnly(2085, 1, 1), Sex.Male), Is.Null);

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public FsCheck.Property Has_at_most_one_check_digit() => Prop.ForAll(
        Gen.Choose(0, 9).ArrayOf(11).Select(string.Concat).ToArbitrary(),
        payload =>
        {
            string[] valid = [.. Enumerable.Range(0, 10).Select(digit => $"{payload}{digit}").Where(text => Iin.TryParse(text, out _, out _))];
            return valid.Length <= 1 && valid.All(text => text == Iin.Parse(text).Value);
        });

    [FsCheck.NUnit.Property]
    public bool Never_throws_and_explains_every_refusal(string? text) =>
        Iin.TryParse(text, out Iin iin, out string? errorCode)
            ? errorCode is null && iin.Value.Length == 12
            : errorCode is "iin.length" or "iin.digits" or "iin.check-digit";
}
