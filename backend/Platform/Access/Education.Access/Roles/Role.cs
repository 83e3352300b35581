using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;

namespace Education.Access.Roles;

/// <summary>Рөл / роль: a named set of permissions.</summary>
internal sealed class Role : Entity
{
    public const int MaxCode = 40;

    /// <summary>Has every permission, those of modules added later too; its permissions are not stored.</summary>
    public const string Administrator = "administrator";

    private Role()
    {
    }

    public Role(string code, LocalizedText name, bool isBuiltIn)
    {
        Code = code;
        Name = name;
        IsBuiltIn = isBuiltIn;
    }

    /// <summary>Stable; users hold it.</summary>
    public string Code { get; private set; } = "";

    public LocalizedText Name { get; private set; } = null!;

    /// <summary>Shipped with the product: may be changed, not deleted.</summary>
    public bool IsBuiltIn { get; private set; }

    public List<string> Permissions { get; private set; } = [];

    public void Describe(LocalizedText name) => Name = name;

    /// <exception cref="RuleViolation">The administrator has every permission by definition.</exception>
    public void Allow(IEnumerable<string> permissions)
    {
        List<string> codes = [.. permissions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (codes.SequenceEqual(Permissions))
        {
            return;
        }

        Permissions = Code == Administrator ? throw new RuleViolation("access.administrator-role") : codes;
    }
}

/// <summary>A permission that the shipped roles have been offered once; what an administrator then took away stays away.</summary>
[NotAudited]
internal sealed class KnownPermission
{
    public string Code { get; init; } = "";
}
