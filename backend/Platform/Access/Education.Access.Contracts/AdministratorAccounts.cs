using Education.SharedKernel;

namespace Education.Access.Contracts;

/// <summary>Accounts made on the server itself, by whoever runs it: the first administrator, or one more when all passwords are lost.</summary>
public interface IAdministratorAccounts
{
    /// <summary>Adds an administrator who sees everything.</summary>
    /// <param name="userName">Name to sign in with, 3 to 60 letters, digits and <c>. _ @ -</c>.</param>
    /// <param name="password">Password by the rules of the product (12 characters and more, not common, without the name).</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What is wrong, all at once; empty when the account was made. Fields: <c>user</c>, <c>password</c>.</returns>
    Task<IReadOnlyList<FieldError>> Create(string userName, string password, CancellationToken cancellationToken);
}
