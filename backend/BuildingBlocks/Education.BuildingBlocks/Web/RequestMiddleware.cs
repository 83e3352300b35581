using System.Security.Claims;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Education.BuildingBlocks.Web;

/// <summary>Language of the request, by <c>Accept-Language</c>; Kazakh when nothing we speak is asked for.</summary>
internal sealed class LanguageMiddleware(RequestDelegate next)
{
    public Task Invoke(HttpContext context, CurrentUser user)
    {
        user.Language = Pick(context.Request.Headers.AcceptLanguage);
        var headers = context.Response.Headers;
        headers.ContentLanguage = user.Language.Code();
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            // Personal data stays out of shared disks, and a version (ETag) is the same in every language.
            headers.CacheControl = "no-store";
            headers.Vary = "Accept-Language";
        }

        return next(context);
    }

    internal static Language Pick(StringValues header)
    {
        var best = (Language: Language.Kk, Quality: 0m);
        foreach (var part in header.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = part.Split(';', StringSplitOptions.TrimEntries);
            var quality = pieces.Length > 1 && pieces[1].StartsWith("q=", StringComparison.Ordinal)
                && decimal.TryParse(pieces[1].AsSpan(2), System.Globalization.CultureInfo.InvariantCulture, out var q) ? q : 1m;
            if (Languages.TryParse(pieces[0]) is { } language && quality > best.Quality)
            {
                best = (language, quality);
            }
        }

        return best.Language;
    }
}

/// <summary>
/// Answers for every exception. Not the framework's handler: that one logs the message, which may quote the data, and drops the ETag that
/// tells a 412 the present version.
/// </summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ProblemWriter writer)
{
    public async Task Invoke(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await writer.WriteException(context, exception);
        }
    }
}

/// <summary>Loads the rights of the signed-in user; a user who was locked or deleted meanwhile is signed out with this very request.</summary>
internal sealed class CurrentUserMiddleware(RequestDelegate next)
{
    public async Task Invoke(HttpContext context, CurrentUser user, IUserContextLoader loader)
    {
        if (context.User.Identity?.IsAuthenticated == true
            && Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            if (await loader.Load(id, context.RequestAborted) is { } rights)
            {
                user.Become(rights);
            }
            else
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        await next(context);
    }
}

/// <summary>Refuses unknown query parameters and unreadable values, all at once, before the handler runs.</summary>
internal sealed class QueryStringGuard(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<QueryShape>() is { } shape && context.Request.Query.Count > 0)
        {
            var errors = shape.Check(context.Request.Query);
            if (errors.Count > 0)
            {
                throw new InvalidFields(errors);
            }

            context.Request.QueryString = shape.Canonical(context.Request.QueryString, context.Request.Query);
        }

        return next(context);
    }
}
