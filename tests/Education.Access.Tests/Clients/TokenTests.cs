using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Education.TestKit;

namespace Education.Access.Tests.Clients;

public sealed class TokenTests
{
    private const string Token = "/api/v1/access/token";
    private const string Clients = "/api/v1/access/clients";

    private ApiHost _host = null!;
    private HttpClient _admin = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await AccessHost.Start();
        await _host.AddUser("director", ["administrator"]);
        _admin = await _host.SignIn("director");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_client_gets_a_token_and_calls_with_it_without_an_antiforgery_token()
    {
        var (id, secret) = await AddClient("access.users.read", "access.roles.manage");
        using var response = await Ask(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret));
        Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
        var answer = await Task.FromResult(response).As<JsonElement>();
        Assert.Multiple(() =>
        {
            Assert.That(answer.GetProperty("token_type").GetString(), Is.EqualTo("Bearer"));
            Assert.That(answer.GetProperty("expires_in").GetInt32(), Is.EqualTo(3600));
        });
        var client = Bearing(answer.GetProperty("access_token").GetString()!);
        await (await client.GetAsync("/api/v1/access/users")).MustBe(HttpStatusCode.OK);
        await (await client.Post("/api/v1/access/roles", new { code = "by-machine", name = new { kk = "Машина", ru = "Машина" }, permissions = new[] { "access.users.read" } }))
            .MustBe(HttpStatusCode.Created);
        await client.GetAsync("/api/v1/access/clients").MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task Credentials_may_stand_in_the_basic_header()
    {
        var (id, secret) = await AddClient("access.users.read");
        var client = _host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));
        await (await client.PostAsync(Token, Form(("grant_type", "client_credentials")))).MustBe(HttpStatusCode.OK);
    }

    [TestCase("grant_type=password&client_id=a&client_secret=b", HttpStatusCode.BadRequest, "unsupported_grant_type")]
    [TestCase("client_id=a&client_secret=b", HttpStatusCode.BadRequest, "invalid_request")]
    [TestCase("grant_type=client_credentials&grant_type=client_credentials", HttpStatusCode.BadRequest, "invalid_request")]
    [TestCase("grant_type=client_credentials", HttpStatusCode.Unauthorized, "invalid_client")]
    [TestCase("grant_type=client_credentials&client_id=not-an-id&client_secret=b", HttpStatusCode.Unauthorized, "invalid_client")]
    [TestCase("grant_type=client_credentials&client_id=7e0be4a4-0d0c-8c39-b1a5-019f2b6e2a11&client_secret=b", HttpStatusCode.Unauthorized, "invalid_client")]
    public async Task Refusals_speak_the_words_of_the_standard(string form, HttpStatusCode status, string error)
    {
        using var response = await _host.Anonymous().PostAsync(Token, new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"));
        await response.MustBe(status);
        Assert.That(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetString(), Is.EqualTo(error));
    }

    [Test]
    public async Task A_body_that_is_no_form_is_an_invalid_request()
    {
        using var response = await _host.Anonymous().Post(Token, new { grant_type = "client_credentials" });
        await response.MustBe(HttpStatusCode.BadRequest);
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("invalid_request"));
    }

    [Test]
    public async Task A_token_ends_after_an_hour()
    {
        await using var host = await AccessHost.Start();
        await host.AddUser("director", ["administrator"]);
        var admin = await host.SignIn("director");
        var (id, secret) = await AddClient(admin, "access.users.read");
        var client = Bearing(host, await TokenOf(host, id, secret));
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        await (await client.GetAsync("/api/v1/access/users")).MustBe(HttpStatusCode.OK);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await client.GetAsync("/api/v1/access/users").MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [TestCase("garbage")]
    [TestCase("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("")]
    public async Task A_garbled_token_is_a_stranger(string token)
    {
        var client = _host.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + token);
        await client.GetAsync("/api/v1/access/users").MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Test]
    public async Task A_new_secret_ends_the_old_one_and_its_tokens_at_once()
    {
        var (id, secret) = await AddClient("access.users.read");
        var client = Bearing(await TokenOf(_host, id, secret));
        var rotated = await _admin.Post($"{Clients}/{id}/secret", new { }).As<JsonElement>();
        await client.GetAsync("/api/v1/access/users").MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
        await (await Ask(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret))).MustBe(HttpStatusCode.Unauthorized);
        var fresh = Bearing(await TokenOf(_host, id, rotated.GetProperty("secret").GetString()!));
        await (await fresh.GetAsync("/api/v1/access/users")).MustBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_revoked_client_is_at_its_end()
    {
        var (id, secret) = await AddClient("access.users.read");
        var client = Bearing(await TokenOf(_host, id, secret));
        await (await _admin.Post($"{Clients}/{id}/revoke", new { })).MustBe(HttpStatusCode.OK);
        await client.GetAsync("/api/v1/access/users").MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
        await (await Ask(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret))).MustBe(HttpStatusCode.Unauthorized);
        await _admin.Post($"{Clients}/{id}/secret", new { }).MustBeProblem(HttpStatusCode.Conflict, "access.client-revoked");
    }

    [Test]
    public async Task Fewer_permissions_hold_for_the_tokens_already_given()
    {
        var (id, secret) = await AddClient("access.users.read");
        var client = Bearing(await TokenOf(_host, id, secret));
        var before = await _admin.Get<JsonElement>($"{Clients}/{id}");
        var body = new { name = "Портал", permissions = new[] { "access.roles.read" }, scope = new { everything = true } };
        await (await _admin.Put($"{Clients}/{id}", body, before.GetProperty("version").GetInt64())).MustBe(HttpStatusCode.OK);
        await client.GetAsync("/api/v1/access/users").MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        await (await client.GetAsync("/api/v1/access/roles")).MustBe(HttpStatusCode.OK);
        await _admin.Put($"{Clients}/{id}", body, before.GetProperty("version").GetInt64()).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Test]
    public async Task The_secret_is_shown_once_and_written_nowhere()
    {
        var (id, secret) = await AddClient("access.users.read");
        var token = await TokenOf(_host, id, secret);
        using var list = await _admin.GetAsync(Clients);
        using var one = await _admin.GetAsync($"{Clients}/{id}");
        var seen = string.Join('\n', (await _host.Audit()).Select(a => a.Changes).Concat(_host.Log)
            .Append(await list.Content.ReadAsStringAsync()).Append(await one.Content.ReadAsStringAsync()));
        Assert.That(seen, Does.Not.Contain(secret).And.Not.Contains(token).And.Not.Contains("SecretHash").And.Not.Contains("secretHash"));
        Assert.That((await _host.Audit()).Where(a => a.EntityId == Guid.Parse(id)).Select(a => a.Action), Is.EqualTo(new[] { "created", "token-issued" }));
    }

    [Test]
    public async Task Wrong_fields_are_named_all_at_once()
    {
        await _admin.Post(Clients, new { name = "" }).MustBeInvalid("name:required", "permissions:required", "scope:required");
        await _admin.Post(Clients, new { name = "x", permissions = new[] { "no.such" }, scope = new { everything = true } }).MustBeInvalid("permissions:unknown-value");
    }

    private Task<(string Id, string Secret)> AddClient(params string[] permissions) => AddClient(_admin, permissions);

    private static async Task<(string Id, string Secret)> AddClient(HttpClient admin, params string[] permissions)
    {
        var made = await admin.Post(Clients, new { name = "Әкімдік порталы", permissions, scope = new { everything = true } }).As<JsonElement>();
        return (made.GetProperty("id").GetString()!, made.GetProperty("secret").GetString()!);
    }

    private static async Task<string> TokenOf(ApiHost host, string id, string secret)
    {
        var answer = await host.Anonymous()
            .PostAsync(Token, Form(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret))).As<JsonElement>();
        return answer.GetProperty("access_token").GetString()!;
    }

    private Task<HttpResponseMessage> Ask(params (string Key, string Value)[] form) => _host.Anonymous().PostAsync(Token, Form(form));

    private static FormUrlEncodedContent Form(params (string Key, string Value)[] form) =>
        new(form.Select(f => new KeyValuePair<string, string>(f.Key, f.Value)));

    private HttpClient Bearing(string token) => Bearing(_host, token);

    private static HttpClient Bearing(ApiHost host, string token)
    {
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
