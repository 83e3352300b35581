using System.Security.Cryptography;
using System.Text;
using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.SignIn;

/// <summary>Passwords tried for one name. By a hash of the name, known or not, so that lock-out does not tell which names exist and what people type is not kept.</summary>
[NotAudited]
internal sealed class SignInAttempts
{
    public string NameHash { get; init; } = "";

    public int Count { get; init; }

    /// <summary>When they are forgotten.</summary>
    public DateTime Until { get; init; }
}

/// <summary>
/// Counts an attempt before the password is looked at, with one conditional UPDATE: parallel guesses cannot slip past the limit, whichever
/// copy of the API they go to.
/// </summary>
internal sealed class SignInThrottle(AccessDbContext db, IDatabaseEngine engine, AccessSettings settings, TimeProvider time)
{
    /// <summary>False when the name is locked out.</summary>
    public async Task<bool> Enter(string normalizedName, CancellationToken cancellationToken)
    {
        var key = KeyOf(normalizedName);
        var now = time.GetUtcNow().UtcDateTime;
        await db.Attempts.Where(a => a.Until <= now).ExecuteDeleteAsync(cancellationToken);
        if (await Raise(key, now, cancellationToken))
        {
            return true;
        }

        if (await db.Attempts.AnyAsync(a => a.NameHash == key, cancellationToken))
        {
            return false;
        }

        var first = new SignInAttempts { NameHash = key, Count = 1, Until = now.AddMinutes(settings.LockOutMinutes) };
        db.Add(first);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (engine.IsUniqueViolation(exception))
        {
            return await Raise(key, now, cancellationToken);
        }
        finally
        {
            db.Entry(first).State = EntityState.Detached;
        }
    }

    /// <summary>No attempt is left for the name.</summary>
    public Task<bool> IsExhausted(string normalizedName, CancellationToken cancellationToken)
    {
        var key = KeyOf(normalizedName);
        var now = time.GetUtcNow().UtcDateTime;
        return db.Attempts.AnyAsync(a => a.NameHash == key && a.Count >= settings.LockOutAfter && a.Until > now, cancellationToken);
    }

    /// <summary>The right password was given, or an administrator unlocked the user.</summary>
    public Task Reset(string normalizedName, CancellationToken cancellationToken)
    {
        var key = KeyOf(normalizedName);
        return db.Attempts.Where(a => a.NameHash == key).ExecuteDeleteAsync(cancellationToken);
    }

    private static string KeyOf(string normalizedName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalizedName)));

    private async Task<bool> Raise(string key, DateTime now, CancellationToken cancellationToken)
    {
        var until = now.AddMinutes(settings.LockOutMinutes);
        return await db.Attempts.Where(a => a.NameHash == key && a.Count < settings.LockOutAfter).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.Count, a => a.Count + 1).SetProperty(a => a.Until, until), cancellationToken) == 1;
    }
}
