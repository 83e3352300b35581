using System.Text.Json;
using System.Text.RegularExpressions;
using Education.BuildingBlocks;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Education.Api.Tests;

/// <summary>The documented API is the API: docs/api/openapi.json and docs/api/errors.md are what the application says of itself.</summary>
internal sealed class OpenApiTests
{
    private const string Refresh = "The API changed: run docs/api/update.sh, look at the difference and commit it.";
    private string _document = "";
    private List<(string Path, string Method, JsonElement Operation)> _operations = [];

    [OneTimeSetUp]
    public async Task Generate()
    {
        await using var host = await ApiHost.Start();
        host.Anonymous().Dispose();
        _document = await host.Services.GetRequiredService<ISwaggerProvider>().GetSwagger("v1").SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0);
        _operations =
        [
            .. from path in JsonDocument.Parse(_document).RootElement.GetProperty("paths").EnumerateObject()
               from method in path.Value.EnumerateObject()
               select (path.Name, method.Name, method.Value),
        ];
    }

    [Test]
    public async Task The_document_is_the_one_in_docs()
    {
        var stored = Lines(await File.ReadAllTextAsync(Docs("openapi.json")));
        var now = Lines(_document);
        var first = Enumerable.Range(0, Math.Max(stored.Length, now.Length)).FirstOrDefault(i => i >= stored.Length || i >= now.Length || stored[i] != now[i], -1);
        Assert.That(first, Is.EqualTo(-1), () => $"{Refresh} First difference in line {first + 1}: stored «{stored.ElementAtOrDefault(first)?.Trim()}», now «{now.ElementAtOrDefault(first)?.Trim()}».");
    }

    [Test]
    public async Task The_list_of_errors_is_the_one_in_docs() =>
        Assert.That(Lines(await File.ReadAllTextAsync(Docs("errors.md"))), Is.EqualTo(Lines(Errors())), Refresh + " (UPDATE_DOCS=1 rewrites the list.)");

    [OneTimeSetUp]
    public async Task Update()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(Docs("errors.md"), Errors());
        }
    }

    [Test]
    public void Every_operation_has_a_summary_and_a_name_of_its_own()
    {
        Assert.That(_operations, Is.Not.Empty);
        Assert.That(_operations.Where(o => !o.Operation.TryGetProperty("summary", out var s) || string.IsNullOrWhiteSpace(s.GetString())).Select(o => o.Path), Is.Empty);
        Assert.That(_operations.Select(o => o.Operation.TryGetProperty("operationId", out var id) ? id.GetString() : o.Path), Is.Unique);
    }

    [Test]
    public void Every_operation_tells_its_problems()
    {
        foreach (var (path, method, operation) in _operations)
        {
            var responses = operation.GetProperty("responses");
            var problems = responses.EnumerateObject().Where(r => r.Name[0] is '4' or '5').ToList();
            Assert.That(problems.Select(p => p.Name), Is.SupersetOf(new[] { "400", "429", "500" }), $"{method} {path}");
            Assert.That(problems.Select(p => p.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString()),
                Is.All.EqualTo("#/components/schemas/ProblemBody"), $"{method} {path}");
            Assert.That(responses.EnumerateObject().Any(r => r.Name[0] is '2' or '3'), $"{method} {path} says nothing of its success");
        }
    }

    private static string Docs(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Education.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "docs", "api", file);
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>Every code that an answer may carry: all texts but those of permissions, kinds of job and other labels.</summary>
    private static string Errors()
    {
        var texts = new Texts(ModuleList.All.Select(m => m.GetType().Assembly).Prepend(typeof(Texts).Assembly).Distinct());
        var sources = Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(Docs("errors.md"))!, "..", "..", "backend"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal)).Select(File.ReadAllText);
        var quoted = sources.SelectMany(s => Regex.Matches(s, "\"(?<code>[a-z][a-z0-9.-]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(m => m.Groups["code"].Value)).ToHashSet();
        var codes = texts.Codes(Language.En).Where(c => quoted.Contains(c) && !c.StartsWith("permission.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
        return "# Error codes\n\nThe `code` of a problem (`type` is `urn:education:problem:<code>`) or of one of its field errors. The code never changes; the text follows\n"
            + "`Accept-Language`. Made by `docs/api/update.sh`; a test compares it with the product.\n\n| code | kk | ru | en |\n|---|---|---|---|\n"
            + string.Concat(codes.Select(c => $"| `{c}` | {Cell(texts.Get(c, Language.Kk))} | {Cell(texts.Get(c, Language.Ru))} | {Cell(texts.Get(c, Language.En))} |\n"));
    }
}
