using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Education.Api.Tests.Notes;
using Education.BuildingBlocks.Web;
using Education.TestKit;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Api.Tests;

/// <summary>Every failure has one shape, a stable code and a text in the reader's language.</summary>
internal sealed class ErrorContractTests
{
    private const string Notes = "/api/v1/notes";
    private NotesHost _host = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await NotesHost.Start();
        _client = _host.Writer();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Names_every_wrong_field_at_once() =>
        await _client.Post(Notes, new { institutionId = _host.NorthSchool, number = "7", titleKk = new string('ж', 21), titleRu = "", price = -1, day = "2026-09-01", kind = "plain" })
            .MustBeInvalid("number:notes.number-format", "titleKk:too-long", "titleRu:required", "price:too-small");

    [Test]
    public async Task Refuses_broken_json() => await _client.Post(Notes, Json("{\"number\": ")).MustBeInvalid("number:json-value");

    [Test]
    public async Task Refuses_an_unknown_field() => await _client.Post(Notes, Json("{\"colour\": 1}")).MustBeInvalid("colour:unknown-field");

    [Test]
    public async Task Refuses_a_value_of_another_type() => await _client.Post(Notes, Json("{\"price\": \"dear\"}")).MustBeInvalid("price:json-value");

    [Test]
    public async Task Refuses_an_unknown_word_and_a_number_where_a_word_belongs()
    {
        await _client.Post(Notes, Json("{\"kind\": \"blue\"}")).MustBeInvalid("kind:json-value");
        await _client.Post(Notes, Json("{\"kind\": 1}")).MustBeInvalid("kind:json-value");
    }

    [Test]
    public async Task Refuses_an_empty_body() => await _client.Post(Notes, Json("")).MustBeProblem(HttpStatusCode.BadRequest, "malformed-request");

    [Test]
    public async Task Asks_a_stranger_to_sign_in() =>
        await _host.Api.Anonymous().GetAsync(Notes).MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");

    [Test]
    public async Task Signs_out_a_user_who_was_locked_meanwhile()
    {
        await using var host = await NotesHost.Start();
        var client = host.Writer();
        await client.Get<JsonElement>(Notes);
        host.Api.ForgetUsers();
        await client.GetAsync(Notes).MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Test]
    public async Task Forbids_without_the_permission()
    {
        var reader = _host.Api.As([NotesModule.Read]);
        await reader.Post(Notes, _host.NewNote("N-1")).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [TestCase("/api/v1/nothing")]
    [TestCase("/api/v1/notes/not-an-id")]
    [TestCase("/api/v1/notes/018f0000-0000-8000-8000-000000000000")]
    [TestCase("/api")]
    public async Task Does_not_find(string path) => await _client.GetAsync(path).MustBeProblem(HttpStatusCode.NotFound, "not-found");

    [Test]
    public async Task Says_that_an_address_does_not_take_the_method() =>
        await _client.Delete(Notes, 1).MustBeProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");

    [Test]
    public async Task Refuses_a_body_that_is_not_json()
    {
        using var text = new StringContent("number=1", Encoding.UTF8, "text/plain");
        await _client.Post(Notes, text).MustBeProblem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Test]
    public async Task Refuses_a_body_beyond_the_limit()
    {
        // A small limit: of a big body the server closes the connection before the client has read the answer.
        await using var host = await NotesHost.Start(new()
        {
            Kestrel = true, Services = services => services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = 1000),
        });
        using var big = new ByteArrayContent(new byte[2000]);
        big.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await host.Writer().Post(Notes, big).MustBeProblem(HttpStatusCode.RequestEntityTooLarge, "payload-too-large");
        Assert.That(new KestrelServerOptions().Limits.MaxRequestBodySize, Is.EqualTo(30_000_000), "the limit of bodies that are no upload");
    }

    [Test]
    public async Task Says_which_rule_was_broken_with_its_arguments()
    {
        var note = await _host.Create("N-77");
        await _client.Post($"{Notes}/{note.Id}/close", new { });
        var problem = await _client.Post($"{Notes}/{note.Id}/close", new { }).MustBeProblem(HttpStatusCode.Conflict, "notes.closed");
        Assert.That(problem.GetProperty("title").GetString(), Is.EqualTo("The note N-77 is closed"));
        Assert.That(problem.TryGetProperty("errors", out _), Is.False);
    }

    [Test]
    public async Task Calls_a_duplicate_a_duplicate_and_logs_nothing_of_it()
    {
        await _client.Post(Notes, _host.NewNote("N-880101300123"));
        await _client.Post(Notes, _host.NewNote("N-880101300123")).MustBeProblem(HttpStatusCode.Conflict, "duplicate");
        Assert.That(_host.Api.Log, Has.None.Contains("880101300123"));
        Assert.That(_host.Api.Log, Has.None.Contains("UNIQUE constraint"), "the database's own message may quote values");
    }

    [Test]
    public async Task Hides_an_unexpected_error_and_its_data_but_logs_where_it_was()
    {
        using var response = await _client.Post(Notes + "/explode", new { secret = "Байжанов 880101300123" });
        var body = await response.Content.ReadAsStringAsync();
        await Task.FromResult(response).MustBeProblem(HttpStatusCode.InternalServerError, "internal");
        Assert.Multiple(() =>
        {
            Assert.That(body, Does.Not.Contain("880101300123").And.Not.Contain("InvalidOperation").And.Not.Contain(" at "));
            Assert.That(_host.Api.Log, Has.None.Contains("880101300123"));
            Assert.That(_host.Api.Log, Has.Some.Contains("System.InvalidOperationException").And.Some.Contains("NotesModule.Explode"));
        });
    }

    [Test]
    [SqliteOnly("its one writer")]
    public async Task Says_that_the_database_is_busy_when_another_writes_for_too_long()
    {
        await using var host = await NotesHost.Start(new() { Settings = new Dictionary<string, string> { ["Database:CommandTimeout"] = "1" } });
        await using var scope = host.Api.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotesDbContext>();
        await using var writing = await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.BeginTransactionAsync(db.Database, System.Data.IsolationLevel.Serializable);
        using var refused = await host.Writer().Post(Notes, host.NewNote("N-1"));
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
        await Task.FromResult(refused).MustBeProblem(HttpStatusCode.ServiceUnavailable, "database-busy");
        await writing.RollbackAsync();
        using var again = await host.Writer().Post(Notes, host.NewNote("N-1"));
        await again.MustBe(HttpStatusCode.Created);
    }

    [Test]
    public async Task Limits_guessing_and_says_when_to_come_again()
    {
        await using var host = await NotesHost.Start(new() { Settings = new Dictionary<string, string> { ["RateLimits:SignIn"] = "2" } });
        var client = host.Api.Anonymous();
        await (await client.Post(Notes + "/guess", new { })).MustBe(HttpStatusCode.NoContent);
        await (await client.Post(Notes + "/guess", new { })).MustBe(HttpStatusCode.NoContent);
        using var third = await client.Post(Notes + "/guess", new { });
        Assert.That(third.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
        await Task.FromResult(third).MustBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Test]
    public async Task Limits_a_user_and_an_address_apart_from_others()
    {
        await using var host = await NotesHost.Start(new() { Settings = new Dictionary<string, string> { ["RateLimits:PerUser"] = "2", ["RateLimits:PerAddress"] = "3" } });
        var (one, other, stranger) = (host.Writer(), host.Writer(), host.Api.Anonymous());
        for (var i = 0; i < 2; i++)
        {
            using var fine = await one.GetAsync(Notes);
            await fine.MustBe(HttpStatusCode.OK);
        }

        await one.GetAsync(Notes).MustBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests");
        using var others = await other.GetAsync(Notes);
        await others.MustBe(HttpStatusCode.OK);
        for (var i = 0; i < 3; i++)
        {
            await stranger.GetAsync(Notes).MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
        }

        await stranger.GetAsync(Notes).MustBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [TestCase(null, "kk", "Табылмады")]
    [TestCase("kk", "kk", "Табылмады")]
    [TestCase("ru", "ru", "Не найдено")]
    [TestCase("ru-KZ,ru;q=0.9,en;q=0.8", "ru", "Не найдено")]
    [TestCase("de, en;q=0.5, ru;q=0.4", "en", "Not found")]
    [TestCase("ru;q=0.3, kk;q=0.7", "kk", "Табылмады")]
    [TestCase("ru;q=0", "kk", "Табылмады")]
    [TestCase("de,*;q=0.1", "kk", "Табылмады")]
    [TestCase(";;q=,,", "kk", "Табылмады")]
    public async Task Speaks_the_language_asked_for_and_keeps_the_code(string? accept, string language, string text)
    {
        var client = _host.Writer();
        client.DefaultRequestHeaders.AcceptLanguage.Clear();
        if (accept is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accept);
        }

        using var response = await client.GetAsync("/api/v1/nothing");
        Assert.That(response.Content.Headers.ContentLanguage, Is.EqualTo(new[] { language }));
        Assert.That(response.Headers.Vary, Does.Contain("Accept-Language"));
        var problem = await Task.FromResult(response).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That(problem.GetProperty("title").GetString(), Is.EqualTo(text));
    }

    [Test]
    public async Task Guards_failures_with_the_same_headers_as_successes()
    {
        using var broken = await _client.Post(Notes + "/explode", new { secret = "" });
        using var fine = await _client.GetAsync(Notes);
        foreach (var response in new[] { broken, fine })
        {
            Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
            Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
        }
    }

    [Test]
    public async Task Every_code_of_the_framework_has_its_own_problem()
    {
        // A status nobody has thought of still answers in the shape.
        await using var scope = _host.Api.Services.CreateAsyncScope();
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Response.Body = new MemoryStream();
        context.Response.StatusCode = 418;
        await scope.ServiceProvider.GetRequiredService<ProblemWriter>().WriteStatus(context);
        Assert.That(context.Response.StatusCode, Is.EqualTo(418));
        Assert.That(Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()), Does.Contain("\"code\":\"malformed-request\""));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
