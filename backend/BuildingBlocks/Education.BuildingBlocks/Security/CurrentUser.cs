using System.Collections.Frozen;
using Education.SharedKernel;

namespace Education.BuildingBlocks.Security;

/// <summary>
/// What a user may see: everything, or the union of a territory subtree and a list of institutions. Applied first, in SQL, to every
/// scoped table (see <c>ModuleDbContext.Scoped</c>).
/// </summary>
/// <param name="Everything">No restriction: administrators, the system itself.</param>
/// <param name="TerritoryCode">Root of the subtree the user sees, or null.</param>
/// <param name="InstitutionIds">Institutions the user sees besides the subtree.</param>
public sealed record DataScope(bool Everything, string? TerritoryCode, IReadOnlyList<Guid> InstitutionIds)
{
    /// <summary>Sees all rows.</summary>
    public static DataScope All { get; } = new(true, null, []);

    /// <summary>Sees no scoped row at all.</summary>
    public static DataScope None { get; } = new(false, null, []);
}

/// <summary>A user or machine client with the rights it has now.</summary>
public sealed record UserContext(Guid Id, string UserName, FrozenSet<string> Permissions, DataScope Scope)
{
    /// <summary>The system itself: jobs without an owner, migrations, demo seeding.</summary>
    public static UserContext System { get; } = new(Guid.Empty, "system", FrozenSet<string>.Empty, DataScope.All);

    /// <summary>Nobody: a request that has not signed in.</summary>
    public static UserContext Anonymous { get; } = new(Guid.Empty, "anonymous", FrozenSet<string>.Empty, DataScope.None);
}

/// <summary>Who acts in this request or job. Scoped; set once by the middleware or the job runner.</summary>
public sealed class CurrentUser
{
    /// <summary>The acting user; <see cref="UserContext.Anonymous"/> until set.</summary>
    public UserContext Context { get; private set; } = UserContext.Anonymous;

    /// <summary>Shorthand for the id.</summary>
    public Guid Id => Context.Id;

    /// <summary>What the acting user may see.</summary>
    public DataScope Scope => Context.Scope;

    /// <summary>Language of the request; Kazakh unless asked otherwise.</summary>
    public Language Language { get; set; } = Language.Kk;

    /// <summary>Has the permission.</summary>
    public bool Has(string permission) => Context.Permissions.Contains(permission);

    /// <summary>Continues as <paramref name="context"/>.</summary>
    public void Become(UserContext context) => Context = context;
}

/// <summary>Loads a user's rights by id; the Access module implements it, with a short cache.</summary>
public interface IUserContextLoader
{
    /// <summary>The user's present rights, or null when the user is unknown, locked or deleted.</summary>
    ValueTask<UserContext?> Load(Guid userId, CancellationToken cancellationToken);
}
