using Education.Access.Users;

namespace Education.Access.Tests;

public sealed class PasswordRulesTests
{
    [TestCase("жаңбырлы көктем таңы")]
    [TestCase("four words in a row")]
    [TestCase("aaaaaabbbbcd")]
    [TestCase("тоғыз-жолдың-торабы")]
    public void Takes_a_long_password_of_any_characters(string password) => Assert.That(Codes(password), Is.Empty);

    [TestCase("", "required")]
    [TestCase("elevenchars", "access.password-too-short")]
    [TestCase("qwerty", "access.password-too-short", "access.password-common")]
    [TestCase("askar", "access.password-too-short", "access.password-has-name")]
    [TestCase("my name is ASKAR", "access.password-has-name")]
    [TestCase("Йцукен123456", "access.password-common")]
    [TestCase("Қазақстан-2026", "access.password-common")]
    [TestCase("құпиясөзқұпиясөз", "access.password-common")]
    [TestCase("administrator!", "access.password-common")]
    [TestCase("ghbdtnghbdtn", "access.password-common")]
    [TestCase("abababababababab", "access.password-common")]
    [TestCase("000000000000", "access.password-common")]
    public void Says_everything_that_is_wrong(string password, params string[] codes) => Assert.That(Codes(password), Is.EquivalentTo(codes));

    [Test]
    public void Refuses_what_is_too_long_to_hash() => Assert.That(Codes(new string('я', 100) + new string('ю', 101)), Is.EqualTo(new[] { "too-long" }));

    [FsCheck.NUnit.Property]
    public bool Never_fails_and_never_takes_a_short_one(string? password)
    {
        var codes = Codes(password);
        return codes.Length > 0 || password!.Length >= 12;
    }

    private static string[] Codes(string? password) => [.. PasswordRules.Check("password", password, "askar").Select(e => e.Code)];
}
