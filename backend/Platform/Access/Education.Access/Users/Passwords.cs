using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Education.Access.Users;

/// <summary>Hashes passwords with ASP.NET Core Identity's hasher (PBKDF2, HMAC-SHA-512).</summary>
internal sealed class Passwords
{
    /// <summary>OWASP's figure of 2023 for this function.</summary>
    public const int Iterations = 210_000;

    private readonly PasswordHasher<User> _hasher;
    private readonly Lazy<string> _decoy;

    public Passwords(IOptions<PasswordHasherOptions> options)
    {
        _hasher = new(options);
        _decoy = new(() => Hash(Accounts.NewStamp()));
    }

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <summary>Takes as long for an unknown user as for a known one, so that time does not tell which names exist.</summary>
    public PasswordVerificationResult Verify(User? user, string password) =>
        _hasher.VerifyHashedPassword(null!, user?.PasswordHash ?? _decoy.Value, password) is var result && user is null
            ? PasswordVerificationResult.Failed
            : result;
}
