using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Education.BuildingBlocks.Web;
using Education.Imports.Reading;
using Education.SharedKernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Education.Imports.Engine;

/// <summary>A received file: its temporary copy disappears when it is closed.</summary>
internal sealed record UploadedFile(string Name, Stream Content, string Sha256);

/// <summary>A received form.</summary>
internal sealed class UploadedForm(string definition, IReadOnlyDictionary<string, string> options, UploadedFile file) : IAsyncDisposable
{
    public string Definition { get; } = definition;

    public IReadOnlyDictionary<string, string> Options { get; } = options;

    public UploadedFile File { get; } = file;

    public ValueTask DisposeAsync() => File.Content.DisposeAsync();
}

/// <summary>Reads a multipart form as it comes in; the file goes to a temporary file and never further than its limit.</summary>
internal static class UploadReader
{
    /// <summary>Bytes that the form may take besides the file.</summary>
    public const int FormOverhead = 64 << 10;
    private const int MaxField = 16 << 10;
    private const int MaxBoundary = 100;

    public static async Task<UploadedForm> Read(HttpRequest request, ImportsSettings settings, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= MaxBoundary } boundary)
        {
            throw new Problem(415, "unsupported-media-type");
        }

        UploadedFile? file = null;
        try
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            var parts = new MultipartReader(boundary, request.Body);
            while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
            {
                var disposition = part.GetContentDispositionHeader() ?? throw new Problem(400, "malformed-request");
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
                if (!disposition.IsFileDisposition())
                {
                    fields[name] = await Field(part.Body, cancellationToken);
                }
                else if (name == "file" && file is null)
                {
                    file = await Receive(part.Body, CleanName(disposition), settings, cancellationToken);
                }
                else
                {
                    throw new InvalidFields(name, "unknown-field");
                }
            }

            return new(fields.GetValueOrDefault("definition", ""), Options(fields), file ?? throw new InvalidFields("file", "required"));
        }
        catch (Exception exception)
        {
            if (file is not null)
            {
                await file.Content.DisposeAsync();
            }

            if (exception is (IOException or InvalidDataException) and not BadHttpRequestException)
            {
                // A form that ends in its middle, or whose headers are too long.
                throw new Problem(400, "malformed-request");
            }

            throw;
        }
    }

    private static async Task<UploadedFile> Receive(Stream body, string name, ImportsSettings settings, CancellationToken cancellationToken)
    {
        var content = settings.NewTempFile();
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[81920];
            int read;
            while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (content.Length + read > settings.MaxFileBytes)
                {
                    throw FileProblem.Of(new FileRejected(FileRejected.TooLarge, settings.MaxFileMegabytes));
                }

                hash.AppendData(buffer, 0, read);
                await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return new(name, content, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    private static async Task<string> Field(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxField + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MaxField ? Encoding.UTF8.GetString(buffer, 0, length) : throw new Problem(413, "payload-too-large");
    }

    private static IReadOnlyDictionary<string, string> Options(Dictionary<string, string> fields)
    {
        if (fields.Keys.FirstOrDefault(key => key is not ("definition" or "options")) is { } unknown)
        {
            throw new InvalidFields(unknown, "unknown-field");
        }

        if (fields.GetValueOrDefault("options") is not { Length: > 0 } json)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string?>>(json)!.Where(o => o.Value is not null)
                .ToDictionary(o => o.Key, o => o.Value!.Trim(), StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentNullException)
        {
            throw new InvalidFields("options", "json-value");
        }
    }

    /// <summary>The name as the person knows it: no folders, no control characters.</summary>
    private static string CleanName(ContentDispositionHeaderValue disposition)
    {
        var given = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        var name = (given.Value ?? "").Split('/', '\\')[^1];
        return string.Concat(name.Where(c => !char.IsControl(c))).Trim();
    }
}
