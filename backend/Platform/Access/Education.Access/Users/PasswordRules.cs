using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Education.SharedKernel;
using FluentValidation;
using FluentValidation.Results;

namespace Education.Access.Users;

/// <summary>
/// What a password must be: long, not the user's name, not among the common ones of the world, Russia and Kazakhstan. No classes of
/// characters are asked for: they make passwords hard to keep in mind, not hard to guess (NIST SP 800-63B §3.1.1.2).
/// </summary>
internal static class PasswordRules
{
    public const int MinLength = 12;

    /// <summary>Above it, hashing would be work that a stranger can order.</summary>
    public const int MaxLength = 200;

    private const int FewestDifferent = 4;
    private const int ShortestTellingName = 4;

    private static readonly Lazy<FrozenSet<string>> Common = new(ReadCommon);

    /// <summary>Everything that is wrong with it, at once.</summary>
    public static IEnumerable<FieldError> Check(string field, string? password, string? userName)
    {
        if (string.IsNullOrEmpty(password))
        {
            yield return new(field, "required");
            yield break;
        }

        if (password.Length > MaxLength)
        {
            yield return new(field, "too-long", MaxLength);
            yield break;
        }

        var folded = Fold(password);
        if (new StringInfo(password).LengthInTextElements < MinLength)
        {
            yield return new(field, "access.password-too-short", MinLength);
        }

        if (Resembles(folded, Fold(userName ?? "")))
        {
            yield return new(field, "access.password-has-name");
        }

        if (IsCommon(folded))
        {
            yield return new(field, "access.password-common");
        }
    }

    /// <exception cref="InvalidFields">Everything that is wrong with it.</exception>
    public static void Require(string field, string password, string userName)
    {
        if (Check(field, password, userName).ToList() is { Count: > 0 } errors)
        {
            throw new InvalidFields(errors);
        }
    }

    /// <summary>The same inside a validator.</summary>
    public static void Report<T>(ValidationContext<T> context, string property, string? password, string? userName)
    {
        foreach (var error in Check(property, password, userName))
        {
            context.AddFailure(new ValidationFailure(property, error.Code) { ErrorCode = error.Code, CustomState = error.Args.ToArray() });
        }
    }

    private static bool Resembles(string password, string name) =>
        name.Length >= ShortestTellingName ? password.Contains(name, StringComparison.Ordinal) : name.Length > 0 && password == name;

    /// <summary>Also when digits and signs were only put behind a common word, and when it is a few characters over and over.</summary>
    private static bool IsCommon(string password)
    {
        var end = password.Length;
        while (end > 0 && !char.IsLetter(password[end - 1]))
        {
            end--;
        }

        return Common.Value.Contains(password) || Common.Value.Contains(password[..end]) || password.Distinct().Count() < FewestDifferent;
    }

    /// <summary>Through runes: half a surrogate pair cannot be normalised.</summary>
    private static string Fold(string text) =>
        string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormC).Trim().ToLowerInvariant();

    private static FrozenSet<string> ReadCommon()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("Education.Access.Users.CommonPasswords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
