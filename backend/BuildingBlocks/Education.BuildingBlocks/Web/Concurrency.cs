using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Education.BuildingBlocks.Web;

/// <summary>A result that has a version: the answer carries it as <c>ETag: "&lt;version&gt;"</c>.</summary>
public interface IVersioned
{
    /// <summary>Version of the record.</summary>
    long Version { get; }
}

/// <summary>The <c>If-Match</c> header of a change: the version the user saw. Absent → 428, unreadable → 400.</summary>
public readonly record struct IfMatch(long Version)
{
    /// <summary>Reads the header; called by the framework.</summary>
    public static ValueTask<IfMatch> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        if (header.Length == 0)
        {
            throw new Problem(StatusCodes.Status428PreconditionRequired, "if-match-required");
        }

        var text = header.StartsWith("W/", StringComparison.Ordinal) ? header[2..] : header;
        return long.TryParse(text.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? ValueTask.FromResult(new IfMatch(version))
            : throw new Problem(StatusCodes.Status400BadRequest, "if-match-format");
    }
}

/// <summary>Adds the ETag of versioned results and answers <c>If-None-Match</c> with 304.</summary>
internal sealed class ETagFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var value = result is IValueHttpResult valued ? valued.Value : result;
        if (value is not IVersioned versioned)
        {
            return result;
        }

        var http = context.HttpContext;
        var etag = $"\"{versioned.Version}\"";
        http.Response.Headers.ETag = etag;
        var seen = http.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries)
            .Any(tag => tag == "*" || tag == etag || tag == "W/" + etag);
        return HttpMethods.IsGet(http.Request.Method) && seen ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : result;
    }
}

/// <summary>What the API documentation says of headers; read by the OpenAPI filter.</summary>
public sealed record UsesIfMatch;

/// <summary>Shorthands for endpoints.</summary>
public static class EndpointExtensions
{
    /// <summary>The endpoint takes an <see cref="IfMatch"/> parameter (documented as the header, with 412 and 428).</summary>
    public static RouteHandlerBuilder WithIfMatch(this RouteHandlerBuilder builder) => builder.WithMetadata(new UsesIfMatch());

    /// <summary>A creating POST: the same <c>Idempotency-Key</c> carries it out once.</summary>
    public static RouteHandlerBuilder WithIdempotency(this RouteHandlerBuilder builder) =>
        builder.WithMetadata(new UsesIdempotencyKey());
}

/// <summary>Marks creating POSTs that accept <c>Idempotency-Key</c>.</summary>
public sealed record UsesIdempotencyKey;
