using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.Roles;

/// <summary>
/// The roles every installation begins with. A permission that appears with a new version is offered once to the roles its module names
/// (<see cref="Module.DefaultRoles"/>), or by its last word; what an administrator changes afterwards stays as he left it.
/// </summary>
internal sealed class RoleSeed(AccessDbContext db, IReadOnlyList<Module> modules)
{
    public const string Head = "head";
    public const string Specialist = "specialist";
    public const string InstitutionStaff = "institution-staff";
    public const string Auditor = "auditor";

    private static readonly (string Code, LocalizedText Name)[] Shipped =
    [
        (Role.Administrator, new("Әкімші", "Администратор", "Administrator")),
        (Head, new("Басшы", "Руководитель", "Head of department")),
        (Specialist, new("Маман", "Специалист", "Specialist")),
        (InstitutionStaff, new("Ұйым қызметкері", "Сотрудник организации", "Institution staff")),
        (Auditor, new("Аудитор", "Аудитор", "Auditor")),
    ];

    private static readonly Dictionary<string, IReadOnlyList<string>> ByLastWord = new(StringComparer.Ordinal)
    {
        ["read"] = [Head, Specialist, InstitutionStaff, Auditor],
        ["write"] = [Specialist],
        ["import"] = [Specialist],
        ["submit"] = [Specialist, InstitutionStaff],
        ["manage"] = [Specialist],
        ["approve"] = [Head],
        ["publish"] = [Head],
    };

    private static readonly Dictionary<string, IReadOnlyList<string>> OfPlatform = new(StringComparer.Ordinal)
    {
        [PlatformPermissions.Operate] = [],
        [PlatformPermissions.ReadAudit] = [Head, Auditor],
        [PlatformPermissions.ReadChanges] = [],
    };

    public async Task Seed(CancellationToken cancellationToken)
    {
        var roles = await db.Roles.ToDictionaryAsync(r => r.Code, StringComparer.Ordinal, cancellationToken);
        foreach (var (code, name) in Shipped.Where(s => !roles.ContainsKey(s.Code)))
        {
            db.Add(roles[code] = new Role(code, name, isBuiltIn: true));
        }

        var known = await db.KnownPermissions.Select(k => k.Code).ToHashSetAsync(cancellationToken);
        foreach (var (permission, offered) in Offers().Where(o => !known.Contains(o.Permission)))
        {
            db.Add(new KnownPermission { Code = permission });
            foreach (var role in offered.Where(roles.ContainsKey).Select(code => roles[code]))
            {
                role.Allow([.. role.Permissions, permission]);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private IEnumerable<(string Permission, IReadOnlyList<string> Roles)> Offers() =>
        OfPlatform.Select(o => (o.Key, o.Value)).Concat(modules.SelectMany(module => module.Permissions.Select(permission => (
            permission,
            module.DefaultRoles.GetValueOrDefault(permission) ?? ByLastWord.GetValueOrDefault(permission[(permission.LastIndexOf('.') + 1)..]) ?? []))));
}
