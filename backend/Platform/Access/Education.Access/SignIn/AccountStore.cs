using System.Collections.Concurrent;
using System.Collections.Frozen;
using Education.Access.Roles;
using Education.Access.Users;
using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Access.SignIn;

/// <summary>A user or machine client that may act now.</summary>
internal sealed record Account(UserContext Context, string Stamp, string DisplayName, Language? Language, FrozenSet<Guid> EndedSessions);

/// <summary>
/// Rights by id, kept for ten seconds. Every change in this process empties the cache at once (<see cref="Forget"/>); another copy of the
/// API sees it when its ten seconds are over.
/// </summary>
internal sealed class AccountStore(IServiceScopeFactory scopes, IReadOnlyList<Module> modules, AccessSettings settings, TimeProvider time) : IUserContextLoader
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, (Account Account, DateTimeOffset Until)> _cache = new();
    private readonly Lazy<FrozenSet<string>> _all = new(
        () => modules.SelectMany(m => m.Permissions).Concat(PlatformPermissions.All).ToFrozenSet(StringComparer.Ordinal));

    private int _generation;

    /// <summary>Every permission there is.</summary>
    public FrozenSet<string> AllPermissions => _all.Value;

    public async ValueTask<UserContext?> Load(Guid userId, CancellationToken cancellationToken) => (await Find(userId, cancellationToken))?.Context;

    /// <summary>The account, or null when it is unknown, locked or revoked.</summary>
    public async ValueTask<Account?> Find(Guid id, CancellationToken cancellationToken)
    {
        if (_cache.TryGetValue(id, out var known) && known.Until > time.GetUtcNow())
        {
            return known.Account;
        }

        var generation = Volatile.Read(ref _generation);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        var account = await ReadUser(db, id, cancellationToken) ?? await ReadClient(db, id, cancellationToken);

        // What was read before a change must not be kept after it.
        if (account is not null && generation == Volatile.Read(ref _generation))
        {
            _cache[id] = (account, time.GetUtcNow() + Life);
        }

        return account;
    }

    /// <summary>Rights have changed.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _generation);
        _cache.Clear();
    }

    /// <summary>Permissions of these roles together.</summary>
    public async Task<FrozenSet<string>> PermissionsOf(AccessDbContext db, IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        if (roles.Contains(Role.Administrator))
        {
            return AllPermissions;
        }

        var granted = await db.Roles.AsNoTracking().Where(r => roles.Contains(r.Code)).Select(r => r.Permissions).ToListAsync(cancellationToken);
        return Known(granted.SelectMany(p => p));
    }

    private FrozenSet<string> Known(IEnumerable<string> permissions) => permissions.Where(AllPermissions.Contains).ToFrozenSet(StringComparer.Ordinal);

    private async Task<Account?> ReadUser(AccessDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && !u.IsLocked, cancellationToken);
        if (user is null)
        {
            return null;
        }

        var oldest = time.GetUtcNow().UtcDateTime.AddDays(-settings.SessionDays);
        var ended = await db.EndedSessions.Where(s => s.UserId == id && s.EndedAt > oldest).Select(s => s.Id).ToListAsync(cancellationToken);
        var permissions = await PermissionsOf(db, user.Roles, cancellationToken);
        return new(
            new UserContext(id, user.UserName, permissions, user.Scope()), user.SecurityStamp, user.DisplayName, user.Language, ended.ToFrozenSet());
    }

    private async Task<Account?> ReadClient(AccessDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var client = await db.Clients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && !c.IsRevoked, cancellationToken);
        return client is null
            ? null
            : new(new UserContext(id, client.Name, Known(client.Permissions), client.Scope()), client.SecurityStamp, client.Name, null, []);
    }
}
