using Education.Access.Clients;
using Education.Access.Roles;
using Education.Access.SignIn;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.Users;

/// <summary>A scope as it is asked for.</summary>
internal sealed record ScopeBody(bool Everything, string? TerritoryCode, IReadOnlyList<Guid>? InstitutionIds)
{
    public DataScope ToScope() => new(Everything, Everything ? null : TerritoryCode, Everything ? [] : InstitutionIds ?? []);
}

/// <summary>
/// Nobody gives, takes or takes over more than he has himself: neither permissions nor scope. Whoever may manage users could otherwise set
/// the head's password and sign in as the head.
/// </summary>
internal sealed class RightsGuard(AccessDbContext db, CurrentUser actor, AccountStore accounts)
{
    public static Problem BeyondOwnRights => new(StatusCodes.Status403Forbidden, "access.beyond-own-rights");

    private bool IsSystem => ReferenceEquals(actor.Context, UserContext.System);

    /// <summary>The accounts whose whole scope lies within the actor's.</summary>
    public IQueryable<T> Visible<T>(IQueryable<T> accountRows)
        where T : class, IAccount
    {
        if (actor.Scope.Everything)
        {
            return accountRows;
        }

        var root = actor.Scope.TerritoryCode;
        var subtree = db.Set<TerritoryClosure>().Where(c => c.AncestorCode == root).Select(c => c.DescendantCode);
        var institutions = db.VisibleInstitutions();
        return accountRows.Where(a => !a.SeesEverything
            && (a.TerritoryCode == null || subtree.Contains(a.TerritoryCode))
            && !a.InstitutionIds.Any(id => !institutions.Contains(id)));
    }

    /// <summary>What is wrong with a scope that is to be given: what the actor cannot see looks as if it did not exist.</summary>
    public async Task<List<FieldError>> CheckScope(ScopeBody scope, CancellationToken cancellationToken)
    {
        if (scope.Everything)
        {
            return actor.Scope.Everything ? [] : throw BeyondOwnRights;
        }

        var errors = new List<FieldError>();
        if (scope.TerritoryCode is { } code)
        {
            var root = actor.Scope.Everything ? code : actor.Scope.TerritoryCode;
            if (!await db.Set<TerritoryClosure>().AnyAsync(c => c.AncestorCode == root && c.DescendantCode == code, cancellationToken))
            {
                errors.Add(new("scope.territoryCode", "unknown-value"));
            }
        }

        var ids = scope.InstitutionIds?.Distinct().ToList() ?? [];
        if (ids.Count > 0 && await db.VisibleInstitutions().CountAsync(id => ids.Contains(id), cancellationToken) != ids.Count)
        {
            errors.Add(new("scope.institutionIds", "unknown-value"));
        }

        return errors;
    }

    /// <summary>What is wrong with roles that are to be given; roles with more than the actor's own permissions are refused.</summary>
    public async Task<List<FieldError>> CheckRoles(IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        var known = await db.Roles.CountAsync(r => roles.Contains(r.Code), cancellationToken);
        if (known != roles.Distinct(StringComparer.Ordinal).Count())
        {
            return [new("roles", "unknown-value")];
        }

        CheckPermissions(await accounts.PermissionsOf(db, roles, cancellationToken));
        return [];
    }

    public void CheckPermissions(IEnumerable<string> permissions)
    {
        if (!IsSystem && !permissions.All(actor.Has))
        {
            throw BeyondOwnRights;
        }
    }

    /// <summary>The user as one the actor may change.</summary>
    /// <exception cref="NotFound">Unknown, or outside the actor's scope.</exception>
    public async Task<User> FindManaged(Guid id, CancellationToken cancellationToken)
    {
        var user = await Visible(db.Users).SingleOrDefaultAsync(u => u.Id == id, cancellationToken) ?? throw new NotFound(nameof(User), id);
        CheckPermissions(await accounts.PermissionsOf(db, user.Roles, cancellationToken));
        return user;
    }

    /// <summary>The same for a machine client.</summary>
    /// <exception cref="NotFound">Unknown, or outside the actor's scope.</exception>
    public async Task<MachineClient> FindManagedClient(Guid id, CancellationToken cancellationToken)
    {
        var client = await Visible(db.Clients).SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new NotFound(nameof(MachineClient), id);
        CheckPermissions(client.Permissions.Where(accounts.AllPermissions.Contains));
        return client;
    }

    /// <summary>
    /// Runs a change that could take the last administrator away. The administrators' row is locked first, so that two of them cannot lock
    /// each other at the same moment.
    /// </summary>
    public async Task<T> KeepingAnAdministrator<T>(Func<CancellationToken, Task<T>> change, CancellationToken cancellationToken)
    {
        var result = await db.InTransaction(
            async token =>
            {
                db.ChangeTracker.Clear();
                await db.Roles.Where(r => r.Code == Role.Administrator).ExecuteUpdateAsync(s => s.SetProperty(r => r.Code, r => r.Code), token);
                var before = await Administrators(token);
                var done = await change(token);
                return before > 0 && await Administrators(token) == 0 ? throw new RuleViolation("access.last-administrator") : done;
            },
            cancellationToken);

        // Once more after the commit: somebody may have read the old rights in between.
        accounts.Forget();
        return result;
    }

    private Task<int> Administrators(CancellationToken cancellationToken) =>
        db.Users.CountAsync(u => !u.IsLocked && u.SeesEverything && u.Roles.Contains(Role.Administrator), cancellationToken);
}
