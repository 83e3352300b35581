using Education.Access.Contracts;
using Education.Access.Roles;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.Users;

internal sealed class AdministratorAccounts(AccessDbContext db, Passwords passwords) : IAdministratorAccounts
{
    public async Task<IReadOnlyList<FieldError>> Create(string userName, string password, CancellationToken cancellationToken)
    {
        var errors = PasswordRules.Check("password", password, userName).ToList();
        if (!UserNames.IsWellFormed(userName))
        {
            errors.Insert(0, new("user", "access.user-name-format"));
        }

        var name = UserNames.Normalize(userName);
        if (await db.Users.AnyAsync(u => u.NormalizedName == name, cancellationToken))
        {
            errors.Insert(0, new("user", "access.user-name-taken"));
        }

        if (errors.Count == 0)
        {
            var user = new User(userName, userName, Language.Kk, passwords.Hash(password));
            user.Grant([Role.Administrator], DataScope.All);
            db.Add(user);
            await db.SaveChangesAsync(cancellationToken);
        }

        return errors;
    }
}
