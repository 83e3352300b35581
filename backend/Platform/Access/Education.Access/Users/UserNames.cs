using System.Text.RegularExpressions;
using Education.SharedKernel;

namespace Education.Access.Users;

/// <summary>Sign-in names: letters of any script, digits, <c>. _ @ -</c>.</summary>
internal static partial class UserNames
{
    public const int MaxLength = 60;

    /// <summary>Names that look alike are the same name: «аскар» typed with a Latin «a» neither makes a second account nor fails to sign in.</summary>
    public static string Normalize(string userName) => SearchText.Normalize(userName);

    public static bool IsWellFormed(string? userName) => userName is not null && Shape().IsMatch(userName);

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}._@-]{2,59}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
