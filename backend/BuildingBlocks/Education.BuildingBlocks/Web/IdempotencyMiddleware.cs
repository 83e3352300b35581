using System.Security.Cryptography;
using System.Text;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Education.BuildingBlocks.Web;

/// <summary>
/// Carries a creating POST out once per <c>Idempotency-Key</c>: the key is written in the transaction of the change, so two requests at
/// the same moment cannot both succeed, and the answer is stored behind it for the second one. Failures are not kept: they may be retried.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next)
{
    private const int MaxKey = 100;
    private const int Waits = 10;
    private static readonly TimeSpan WaitFor = TimeSpan.FromMilliseconds(50);

    public async Task Invoke(HttpContext context, CurrentUser user, WriteCompanions companions, PlatformDbContext db)
    {
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0 || context.GetEndpoint()?.Metadata.GetMetadata<UsesIdempotencyKey>() is null)
        {
            await next(context);
            return;
        }

        if (key.Length > MaxKey)
        {
            throw new Problem(StatusCodes.Status400BadRequest, "idempotency-key-too-long", MaxKey);
        }

        var hash = await Hash(context.Request);
        if (await Find(db, user.Id, key) is { } known)
        {
            await Replay(context, db, known, hash);
            return;
        }

        companions.Add(now => new IdempotencyRecord { UserId = user.Id, Key = key, RequestHash = hash, CreatedAt = now });
        var body = context.Response.Body;
        using var copy = new MemoryStream();
        context.Response.Body = copy;
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !companions.AllSaved && IsTaken(db, user.Id, key))
        {
            // The other request with this key was quicker; whether ours then failed on the key or on a rule makes no difference.
            context.Response.Body = body;
            await Replay(context, db, (await Find(db, user.Id, key))!, hash);
            return;
        }
        finally
        {
            context.Response.Body = body;
        }

        if (companions.AllSaved)
        {
            await Store(context, db, user.Id, key, copy);
        }

        copy.Position = 0;
        await copy.CopyToAsync(body, context.RequestAborted);
    }

    private static Task<IdempotencyRecord?> Find(PlatformDbContext db, Guid user, string key) =>
        db.IdempotencyKeys.AsNoTracking().SingleOrDefaultAsync(r => r.UserId == user && r.Key == key);

    private static bool IsTaken(PlatformDbContext db, Guid user, string key) => db.IdempotencyKeys.Any(r => r.UserId == user && r.Key == key);

    private static async Task Store(HttpContext context, PlatformDbContext db, Guid user, string key, MemoryStream copy)
    {
        var status = context.Response.StatusCode;
        var body = Encoding.UTF8.GetString(copy.ToArray());
        var headers = $"{context.Response.Headers.Location}\n{context.Response.Headers.ETag}\n{context.Response.ContentType}";
        await db.IdempotencyKeys.Where(r => r.UserId == user && r.Key == key).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.Status, status).SetProperty(r => r.Body, body).SetProperty(r => r.Headers, headers));
    }

    private static async Task Replay(HttpContext context, PlatformDbContext db, IdempotencyRecord record, string hash)
    {
        if (record.RequestHash != hash)
        {
            throw new Problem(StatusCodes.Status409Conflict, "idempotency-key-reused");
        }

        // Between the commit and the stored answer lie milliseconds, unless the process was killed there.
        for (var wait = 0; record.Status is null && wait < Waits; wait++)
        {
            await Task.Delay(WaitFor, context.RequestAborted);
            record = await Find(db, record.UserId, record.Key) ?? record;
        }

        if (record.Status is not { } status)
        {
            throw new Problem(StatusCodes.Status409Conflict, "idempotency-already-done");
        }

        var headers = (record.Headers ?? "\n\n").Split('\n');
        context.Response.StatusCode = status;
        context.Response.Headers["Idempotency-Replayed"] = "true";
        Set("Location", headers[0]);
        Set("ETag", headers[1]);
        Set("Content-Type", headers[2]);
        await context.Response.WriteAsync(record.Body ?? "", context.RequestAborted);

        void Set(string name, string value)
        {
            if (value.Length > 0)
            {
                context.Response.Headers[name] = value;
            }
        }
    }

    private static async Task<string> Hash(HttpRequest request)
    {
        request.EnableBuffering();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var buffer = new byte[81920];
        int read;
        while ((read = await request.Body.ReadAsync(buffer)) > 0)
        {
            sha.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
