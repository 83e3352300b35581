using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Education.BuildingBlocks.Web;

/// <summary>Turns every failure, ours and the framework's, into one shape. Nothing of an unexpected exception reaches the reader.</summary>
internal sealed class ProblemWriter(Texts texts, IDatabaseEngine provider, ILogger<ProblemWriter> logger)
{
    private const string RetryAfterSeconds = "5";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Answers for an exception; nothing of the answer may have been sent yet.</summary>
    public async Task WriteException(HttpContext httpContext, Exception exception)
    {
        httpContext.Response.Clear();
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }

        var (status, code, args, errors) = Describe(exception);
        if (status == StatusCodes.Status500InternalServerError)
        {
            // Type and stack only: a message may quote the data.
            logger.LogError("Unexpected {Error} at {Path}{Trace}", Kinds(exception), httpContext.Request.Path, "\n" + exception.StackTrace);
        }

        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        if (exception is StaleVersion { Current: { } current })
        {
            httpContext.Response.Headers.ETag = $"\"{current}\"";
        }

        await Write(httpContext, status, code, args, errors);
    }

    /// <summary>Fills an empty answer of the framework: 401, 403, 404, 405, 413, 415, 429.</summary>
    public Task WriteStatus(HttpContext context) => Write(
        context,
        context.Response.StatusCode,
        context.Response.StatusCode switch
        {
            400 => "malformed-request",
            401 => "not-signed-in",
            403 => "forbidden",
            404 => "not-found",
            405 => "method-not-allowed",
            406 => "not-acceptable",
            413 => "payload-too-large",
            415 => "unsupported-media-type",
            429 => "too-many-requests",
            >= 500 => "internal",
            _ => "malformed-request",
        },
        [],
        []);

    public async Task Write(HttpContext context, int status, string code, IReadOnlyList<object?> args, IReadOnlyList<FieldError> errors)
    {
        if (context.Response.HasStarted)
        {
            return;
        }

        var language = context.RequestServices.GetRequiredService<CurrentUser>().Language;
        var body = new ProblemBody
        {
            Type = "urn:education:problem:" + code,
            Title = texts.Get(code, language, args),
            Status = status,
            Code = code,
            TraceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier,
            Errors = errors.Count == 0
                ? null
                : errors.GroupBy(e => e.Field, StringComparer.Ordinal).ToDictionary(
                    g => g.Key,
                    IReadOnlyList<ProblemField> (g) => [.. g.Select(e => new ProblemField(e.Code, texts.Get(e.Code, language, e.Args)))],
                    StringComparer.Ordinal),
        };
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        context.Response.Headers.ContentLanguage = language.Code();
        context.Response.Headers.Vary = "Accept-Language";
        await JsonSerializer.SerializeAsync(context.Response.Body, body, Json, context.RequestAborted);
    }

    private (int Status, string Code, IReadOnlyList<object?> Args, IReadOnlyList<FieldError> Errors) Describe(Exception exception) => exception switch
    {
        InvalidFields invalid => (400, "validation", [], invalid.Errors),
        BadHttpRequestException { StatusCode: 413 } => (413, "payload-too-large", [], []),
        BadHttpRequestException { StatusCode: 415 } => (415, "unsupported-media-type", [], []),
        BadHttpRequestException { InnerException: JsonException json } => (400, "validation", [], [JsonField(json)]),
        BadHttpRequestException => (400, "malformed-request", [], []),
        NotFound missing => (404, "not-found", [missing.Entity], []),
        RuleViolation violation => (409, violation.Code, violation.Args, []),
        StaleVersion => (412, "stale-version", [], []),
        DbUpdateConcurrencyException => (412, "stale-version", [], []),
        DbUpdateException update when provider.IsUniqueViolation(update) => (409, "duplicate", [], []),
        Problem problem => (problem.Status, problem.Code, problem.Args, []),
        _ when provider.IsBusy(exception) => (503, "database-busy", [], []),
        _ => (500, "internal", [], []),
    };

    private static string Kinds(Exception exception) =>
        exception.GetType().FullName + (exception.InnerException is { } inner ? " < " + Kinds(inner) : "");

    private static FieldError JsonField(JsonException json)
    {
        var path = json.Path?.TrimStart('$').TrimStart('.') is { Length: > 0 } found ? found : "body";
        return new(path, json.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "unknown-field" : "json-value");
    }
}
